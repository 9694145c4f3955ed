import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo, Socket } from 'node:net';
import type { Received } from './subscriber.js';

/** The reference library of Standard Webhooks, as receivers use it. */
const { Webhook } = createRequire(import.meta.url)('standardwebhooks') as {
  readonly Webhook: new (secret: string) => {
    verify(body: string, headers: Record<string, string>): unknown;
  };
};

/** Another service that events are sent to: it keeps what came and answers as it is told to. */
export class HookReceiver {
  readonly bodies: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  /** How it answers the next ones. */
  answers: (reply: ServerResponse, event: Received) => void = (reply) => void reply.writeHead(204).end();

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<HookReceiver> {
    const sockets = new Set<Socket>();
    const server = createServer((request, reply) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        one.bodies.push(body);
        one.headers.push(request.headers);
        one.answers(reply, JSON.parse(body) as Received);
      });
    });
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const one = new HookReceiver(`http://127.0.0.1:${port}/hendelser`, async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    return one;
  }

  get events(): readonly Received[] {
    return this.bodies.map((body) => JSON.parse(body) as Received);
  }

  /** Whether whoever has that secret believes the message. */
  believes(secret: string, at: number): boolean {
    try {
      new Webhook(secret).verify(this.bodies[at] ?? '', this.headers[at] as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  }
}
