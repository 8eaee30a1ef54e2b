import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/** Everything that a log line may hold beside its fixed text. A URL, query, body, header or name is not among it. */
const ALLOWED = new Set([
  ...['requestId', 'method', 'route', 'status', 'ms', 'membershipId', 'code'],
  ...['context', 'err', 'task', 'jobId', 'version'],
]);

/**
 * Lines of JSON on standard output.
 *
 * @param to tests read it from here
 */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    messageKey: 'message',
    serializers: { err: withoutWords },
    formatters: {
      level: (label: string) => ({ level: label }),
      bindings: allowedOf,
      log: allowedOf,
    },
    hooks: { logMethod: namedByUs },
  };
  return to ? pino(options, to) : pino(options);
}

const allowedOf = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)));

/** Where it happened and of which kind. The text of an error may quote what somebody wrote; its stack repeats it. */
function withoutWords(fault: unknown): object {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const { type } = stdSerializers.err(fault);
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type, ...codesOf(fault), at: frames.slice(0, 12).map((line) => line.trim()) };
}

function codesOf(fault: object): object {
  const named = ['code', 'constraint', 'table'].flatMap((name) => {
    const value: unknown = Reflect.get(fault, name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const inner: unknown = Reflect.get(fault, 'driverError') ?? Reflect.get(fault, 'cause');
  return {
    ...Object.fromEntries(named),
    ...(inner instanceof Error && inner !== fault && { cause: withoutWords(inner) }),
  };
}

/** Without a text of ours pino would take the error's own. */
function namedByUs(this: Logger, args: Parameters<Logger['info']>, method: (...args: never[]) => void): void {
  const [first, text] = args as readonly unknown[];
  const fields = first instanceof Error ? { err: first } : first;
  const silent = typeof fields === 'object' && fields !== null && 'err' in fields && typeof text !== 'string';
  method.apply(this, (silent ? [fields, 'unexpected'] : args) as never);
}
