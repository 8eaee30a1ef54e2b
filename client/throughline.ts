import type { Operations, Problem, RecordConsentRequest } from './api.js';

/** What client data is asked for. */
export type Purpose = NonNullable<RecordConsentRequest['purposes']>[number];

type Method = keyof Operations;
type PathOf<M extends Method> = keyof Operations[M] & string;
type Operation<M extends Method, P extends PathOf<M>> = Operations[M][P] & OperationShape;
interface OperationShape {
  readonly given: object;
  readonly answer: unknown;
}

export interface Connection {
  /** Where the programme answers: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** The access token, or what gives one that has not run out. Nothing before sign-in. */
  readonly token?: string | (() => string | Promise<string>);
  /** Of problems and pages. */
  readonly language?: 'en' | 'fr';
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
}

/** What any call may say beside what its operation takes. */
export interface Asking {
  readonly language?: 'en' | 'fr';
  /** Where it is not the first that the role has: `emergency`, for a record opened in one. */
  readonly purpose?: Purpose;
  readonly signal?: AbortSignal;
}

/** What an operation takes; left out altogether where nothing has to be said. */
export type Given<M extends Method, P extends PathOf<M>> =
  Partial<Operation<M, P>['given']> extends Operation<M, P>['given']
    ? [given?: Operation<M, P>['given'] & Asking]
    : [given: Operation<M, P>['given'] & Asking];

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  /** The same request came before, and this is the record that it made then. */
  readonly replayed: boolean;
  /** What to name when you ask the people who run the programme. */
  readonly requestId: string;
}

type AnswerTo<M extends Method, P extends PathOf<M>> = Promise<Answer<Operation<M, P>['answer']>>;

/** RFC 9457. Beside its own members it holds the facts of the case: versions, open moves, seconds to wait. */
export type ToldProblem = Problem & Readonly<Record<string, unknown>>;

/** Thrown for every answer that is not 2xx. The message names the mend, in the language that was asked for. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';
  readonly status: number;
  /** By which a program tells problems apart: `stale`, `not_found`. */
  readonly code: string;
  readonly problem: ToldProblem;

  constructor(status: number, problem: ToldProblem) {
    super([problem.title, problem.detail].filter(Boolean).join(': '));
    this.status = status;
    this.code = problem.code;
    this.problem = problem;
  }
}

/** Throughline over HTTP: the paths are those of its OpenAPI document, and so are the types. */
export class Throughline {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The same connection as somebody else. */
  as(token: NonNullable<Connection['token']>): Throughline {
    return new Throughline({ ...this.connection, token });
  }

  get<P extends PathOf<'get'>>(path: P, ...[given]: Given<'get', P>): AnswerTo<'get', P> {
    return this.send('GET', path, given);
  }

  post<P extends PathOf<'post'>>(path: P, ...[given]: Given<'post', P>): AnswerTo<'post', P> {
    return this.send('POST', path, given);
  }

  /** A merge patch: null clears, absent keeps. `ifMatch` is the `version` that you read. */
  patch<P extends PathOf<'patch'>>(path: P, ...[given]: Given<'patch', P>): AnswerTo<'patch', P> {
    return this.send('PATCH', path, given);
  }

  delete<P extends PathOf<'delete'>>(path: P, ...[given]: Given<'delete', P>): AnswerTo<'delete', P> {
    return this.send('DELETE', path, given);
  }

  private async send<Body>(method: string, path: string, given: AnyGiven = {}): Promise<Answer<Body>> {
    const ask = this.connection.fetch ?? fetch;
    const answer = await ask(`${this.connection.url.replace(/\/$/, '')}${placed(path, given)}`, {
      method,
      headers: { ...(await this.who()), ...headersOf(method, { language: this.connection.language, ...given }) },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
      ...(given.signal && { signal: given.signal }),
    });
    const body = await bodyOf(answer);
    if (!answer.ok) throw new ProblemAnswer(answer.status, problemOf(answer, body));
    return {
      status: answer.status,
      body: body as Body,
      replayed: answer.headers.get('idempotent-replayed') === 'true',
      requestId: answer.headers.get('x-request-id') ?? '',
    };
  }

  private async who(): Promise<Record<string, string>> {
    const { token } = this.connection;
    if (token === undefined) return {};
    return { authorization: `Bearer ${typeof token === 'string' ? token : await token()}` };
  }
}

interface AnyGiven {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly language?: 'en' | 'fr' | undefined;
  readonly purpose?: Purpose;
  readonly signal?: AbortSignal;
}

function placed(template: string, { path = {}, query = {} }: AnyGiven): string {
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = path[name];
    if (!part) throw new TypeError(`${template} needs ${name}.`);
    return encodeURIComponent(part);
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  return asked.size > 0 ? `${address}?${asked.toString()}` : address;
}

function headersOf(method: string, { body, ifMatch, idempotencyKey, ...given }: AnyGiven): Record<string, string> {
  const json = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  return {
    accept: 'application/json, text/html;q=0.5',
    ...(body !== undefined && { 'content-type': json }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(given.language !== undefined && { 'accept-language': given.language }),
    ...(given.purpose !== undefined && { 'purpose-of-use': given.purpose }),
  };
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  return /[/+]json\b/.test(answer.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text;
}

/** What stands between may answer as well, and not in our words. */
function problemOf({ status, statusText, headers }: Response, body: unknown): ToldProblem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as ToldProblem;
  const requestId = headers.get('x-request-id') ?? '';
  return { type: 'about:blank', title: statusText, status, detail: '', code: 'not_from_throughline', requestId };
}
