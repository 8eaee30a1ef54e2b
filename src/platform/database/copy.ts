import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/** What of pg's connection the COPY protocol needs; its types name only the class. */
interface Wire {
  readonly stream: Readable & Writable;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

type Ended = (fault?: Error) => void;

/** One COPY on a connection that does nothing else meanwhile: pg hands it the server's messages. */
abstract class Copy implements pg.Submittable {
  private fault: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly ended: Ended,
  ) {}

  submit(connection: pg.Connection): void {
    (connection as unknown as Wire).query(this.text);
  }

  handleError(fault: Error): void {
    this.fault ??= fault;
    // Before the server took the statement there is no ReadyForQuery to come.
    if (!('severity' in fault)) this.ended(this.fault);
  }

  handleReadyForQuery(): void {
    this.ended(this.fault);
  }

  /** Messages that need no answer. */
  handleCommandComplete(): void {
    return;
  }
}

class CopyOut extends Copy {
  constructor(
    text: string,
    private readonly row: (line: Buffer) => void,
    ended: Ended,
  ) {
    super(text, ended);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.row(chunk);
  }
}

class CopyIn extends Copy {
  constructor(
    text: string,
    private readonly feed: (wire: Wire) => Promise<void>,
    ended: Ended,
  ) {
    super(text, ended);
  }

  handleCopyInResponse(wire: Wire): void {
    this.feed(wire).then(
      () => wire.endCopyFrom(),
      (fault: unknown) => wire.sendCopyFail(String(fault)),
    );
  }
}

/**
 * `COPY … TO STDOUT`, line by line as the server sends it. Where `take` returns a promise the server is asked to wait for
 * it; the lines that are under way already still come.
 *
 * @param statement a COPY statement
 * @param take is given a view into the connection's own buffer, which the next message may write over
 */
export async function copyOut(
  client: pg.ClientBase,
  statement: string,
  take: (line: Buffer) => Promise<void> | undefined,
) {
  const { stream } = (client as unknown as { connection: Wire }).connection;
  let waiting: Promise<void> | undefined;
  let refused: unknown;
  const row = (line: Buffer) => {
    const full = take(line);
    if (!full || waiting) return;
    stream.pause();
    waiting = full
      .catch((fault: unknown) => void (refused ??= fault))
      .finally(() => {
        waiting = undefined;
        stream.resume();
      });
  };
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyOut(statement, row, settle(resolve, reject)));
  });
  await waiting;
  if (refused) throw refused as Error;
}

/** `COPY … FROM STDIN`, as fast as the server takes it. */
export function copyIn(client: pg.ClientBase, statement: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const feed = async (wire: Wire) => {
    for await (const chunk of chunks) {
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) await new Promise((go) => wire.stream.once('drain', go));
    }
  };
  return new Promise((resolve, reject) => client.query(new CopyIn(statement, feed, settle(resolve, reject))));
}

const settle =
  (resolve: () => void, reject: (fault: Error) => void): Ended =>
  (fault) =>
    fault ? reject(fault) : resolve();
