import { Agent, request } from 'node:http';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends what no client library would: the path and the body go as they are. A few at a time, over kept connections. */
export class RawRequests {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly port: number) {}

  send({ method, path, headers, body }: RawRequest): Promise<RawAnswer> {
    return new Promise((answered, fault) => {
      const options = { host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers };
      const sent = request(options, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () =>
          answered({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
        );
      });
      sent.on('error', fault);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
