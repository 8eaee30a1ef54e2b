import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  /** Only of what was not a success. */
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: (\d+)/i;

/**
 * One kept connection that asks one thing after the other and reads no more of an answer than its status and its length:
 * on a machine of two cores a client that does more would mostly measure itself.
 */
export class Wire {
  private received: Buffer[] = [];
  private size = 0;
  /** Of head and body together, once the head is there. */
  private whole = Infinity;
  private waiting: { resolve: (answer: Answer) => void; reject: (fault: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (fault) => this.waiting?.reject(fault));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection.')));
  }

  static open(url: string): Promise<Wire> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once('connect', () => resolve(new Wire(socket))).once('error', reject);
    });
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.whole === Infinity) this.readHead();
    if (this.size < this.whole) return;
    const text = this.received[0]?.toString('latin1', 9, 12) ?? '';
    const status = Number(text);
    const body = status < 300 ? '' : Buffer.concat(this.received).toString();
    const { waiting } = this;
    [this.received, this.size, this.whole, this.waiting] = [[], 0, Infinity, undefined];
    waiting?.resolve({ status, body });
  }

  private readHead(): void {
    if (this.received.length > 1) this.received = [Buffer.concat(this.received)];
    const [head = Buffer.alloc(0)] = this.received;
    const end = head.indexOf(HEAD_END);
    if (end < 0) return;
    const length = LENGTH.exec(head.toString('latin1', 0, end))?.[1];
    if (length === undefined) this.waiting?.reject(new Error('An answer without a length.'));
    this.whole = end + HEAD_END.length + Number(length);
  }
}
