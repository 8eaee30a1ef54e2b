/** One request of an `.http` file, with its variables still in braces. */
interface Written {
  readonly title: string;
  readonly name: string;
  readonly text: string;
}

export interface Told {
  /** Ends in the status that it is said to have. */
  readonly title: string;
  readonly name: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

type Variables = Map<string, string>;

/**
 * Sends the requests of an `.http` file in order, as the editors do that read such files, and gives what came of each.
 *
 * @param instead values for some of the file's variables: the address, above all
 * @throws Error naming what stands there that no editor could fill in
 */
export async function tell(file: string, instead: Readonly<Record<string, string>>): Promise<readonly Told[]> {
  const [head = '', ...parts] = file.split(/^###\s*/m);
  const variables: Variables = new Map();
  for (const [, name = '', value = ''] of head.matchAll(/^@(\w+) *= *(.*)$/gm)) variables.set(name, value.trim());
  for (const [name, value] of Object.entries(instead)) {
    if (!variables.has(name)) throw new Error(`The file has no variable @${name}.`);
    variables.set(name, value);
  }
  const told: Told[] = [];
  for (const written of parts.map(writtenIn)) told.push(await send(written, (text) => filled(text, variables, told)));
  return told;
}

function writtenIn(part: string): Written {
  const [title = '', ...lines] = part.split('\n');
  const name = lines.map((line) => /^# @name (\w+)$/.exec(line)?.[1]).find(Boolean) ?? '';
  return {
    title,
    name,
    text: lines
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trim(),
  };
}

async function send({ title, name, text }: Written, fill: (text: string) => string): Promise<Told> {
  const [head = '', ...rest] = fill(text).split('\n\n');
  const [line = '', ...headerLines] = head.split('\n');
  const [method = '', url = ''] = line.split(' ');
  const content = rest.join('\n\n');
  const init = { method, headers: headerLines.map(headerIn), ...(content !== '' && { body: content }) };
  return { title, name, ...(await answered(url, init)) };
}

function headerIn(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

async function answered(url: string, init: RequestInit): Promise<Pick<Told, 'status' | 'headers' | 'body'>> {
  const answer = await fetch(url, init);
  const { status, headers } = answer;
  const isJson = headers.get('content-type')?.includes('json') === true;
  return { status, headers, body: isJson ? await answer.json() : await answer.text() };
}

/** A variable's value may hold others; `name.response.body.$.member` is what an earlier request was answered. */
function filled(text: string, variables: Variables, told: readonly Told[]): string {
  return text.replace(/\{\{([^}]+)\}\}/g, (_, wanted: string) => {
    const value = variables.get(wanted) ?? toldOf(wanted, told);
    return filled(value, variables, told);
  });
}

function toldOf(wanted: string, told: readonly Told[]): string {
  const [, name, member] = /^(\w+)\.response\.body\.\$\.(\w+)$/.exec(wanted) ?? [];
  const body = told.find((each) => each.name === name)?.body as Readonly<Record<string, unknown>> | undefined;
  const value = body?.[member ?? ''];
  if (typeof value !== 'string') throw new Error(`Nothing is known of {{${wanted}}}.`);
  return value;
}
