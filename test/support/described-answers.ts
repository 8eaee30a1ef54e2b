import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';

type Json = Readonly<Record<string, unknown>>;

type Seen = Pick<Response, 'status' | 'type' | 'text' | 'body'>;

interface Answered {
  readonly method: string;
  readonly path: string;
  readonly answer: Seen;
}

/** Holds each answer against what the OpenAPI document says of its operation: status, content type and body. */
export class DescribedAnswers {
  private static readonly known = new WeakMap<OpenAPIObject, DescribedAnswers>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly paths: readonly { template: string; pattern: RegExp; methods: Json }[];
  private readonly compiled = new Map<string, ValidateFunction>();

  /** One for a document, whoever asks: the schemas of its answers are compiled once. */
  static by(document: OpenAPIObject): DescribedAnswers {
    const made = DescribedAnswers.known.get(document) ?? new DescribedAnswers(document);
    DescribedAnswers.known.set(document, made);
    return made;
  }

  constructor(private readonly document: OpenAPIObject) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(closed(document), 'api');
    this.paths = Object.entries(document.paths)
      .map(([template, methods]) => ({ template, pattern: patternOf(template), methods: methods as Json }))
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length); // literal before `{id}`
  }

  /** @throws Error naming what the document does not say */
  check({ method, path, answer }: Answered): void {
    const place = `${method.toUpperCase()} ${path} answered ${answer.status}`;
    if (answer.status >= 500 && answer.status !== 503) throw new Error(`${place}: ${answer.text}`);
    const bare = path.split('?')[0] ?? '';
    const known = this.paths.find(({ pattern, methods }) => pattern.test(bare) && method in methods);
    if (!known) {
      this.checkUndescribed(place, answer);
      return;
    }
    const operation = known.methods[method] as { responses: Record<string, unknown> };
    if (!(answer.status in operation.responses)) throw new Error(`${place}, which the OpenAPI document does not list.`);
    this.checkBody(place, `paths/${escaped(known.template)}/${method}/responses/${answer.status}`, answer);
  }

  /** `fetch` that does the same. */
  readonly fetch: typeof fetch = async (url, init) => {
    const answer = await fetch(url, init);
    const { pathname: path } = new URL(url);
    const text = await answer.clone().text();
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const body: unknown = type.endsWith('json') ? JSON.parse(text) : {};
    this.check({
      method: init?.method?.toLowerCase() ?? 'get',
      path,
      answer: { status: answer.status, type, text, body },
    });
    return answer;
  };

  /** Outside the document there are problems and the few pages that say themselves what they are. */
  private checkUndescribed(place: string, answer: Seen): void {
    if (answer.status < 400) return;
    this.validate(place, 'components/schemas/Problem', answer.body);
  }

  private checkBody(place: string, pointer: string, answer: Seen): void {
    const response = this.at(pointer) as { $ref?: string; content?: Json };
    const resolved = response.$ref === undefined ? pointer : response.$ref.slice(2);
    const { content } = this.at(resolved) as { content?: Json };
    const type = answer.type;
    if (content === undefined) {
      if (answer.text) throw new Error(`${place} with a body, and the OpenAPI document knows none: ${answer.text}`);
      return;
    }
    if (!(type in content))
      throw new Error(`${place} as ${type}; the OpenAPI document knows ${Object.keys(content).join()}.`);
    if (type.endsWith('json')) this.validate(place, `${resolved}/content/${escaped(type)}/schema`, answer.body);
  }

  private validate(place: string, pointer: string, body: unknown): void {
    const validate = this.compiled.get(pointer) ?? this.ajv.compile({ $ref: `api#/${pointer}` });
    this.compiled.set(pointer, validate);
    if (validate(body)) return;
    const faults = validate.errors?.map(
      (fault) => `${fault.instancePath || '/'} ${fault.message} ${JSON.stringify(fault.params)}`,
    );
    throw new Error(`${place} otherwise than described:\n${faults?.join('\n')}\n${JSON.stringify(body)}`);
  }

  private at(pointer: string): unknown {
    const parts = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return parts.reduce<unknown>((inside, part) => (inside as Json)[part], this.document);
  }
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);

/** Clients are promised that more members may come; a test is not: what nobody described should not be there. */
function closed(document: OpenAPIObject): object {
  const copy = structuredClone(document);
  for (const [name, schema] of Object.entries(copy.components?.schemas ?? {})) {
    if (name !== 'Problem' && 'properties' in schema) schema.additionalProperties ??= false;
  }
  return copy;
}
