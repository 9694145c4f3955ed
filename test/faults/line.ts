import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Told of what was sent on, and from whom it came. */
export type Watch = (bytes: Buffer, from: 'asking' | 'answering') => void;

/** A line between a process and what it asks, which a test listens to and may hold or cut. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private held: Promise<void> | undefined;

  private constructor(port: number, watch: Watch) {
    this.server = createServer((asking) => {
      const answering = connect(port, '127.0.0.1');
      this.pass(asking, answering, (bytes) => watch(bytes, 'asking'));
      this.pass(answering, asking, (bytes) => watch(bytes, 'answering'));
    });
  }

  static async to(port: number, watch: Watch): Promise<Line> {
    const line = new Line(port, watch);
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    return line;
  }

  /** The address with this line in between. */
  through(address: string): string {
    const { port } = this.server.address() as AddressInfo;
    return address.replace(/(127\.0\.0\.1|localhost):\d+/, `$1:${port}`);
  }

  /** Nothing more is sent on until that is done. */
  hold(until: Promise<void>): void {
    this.held = until;
  }

  /** Ends every connection; what was held is lost. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(from: Socket, to: Socket, watch: (bytes: Buffer) => void): void {
    this.sockets.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    from.on('data', (bytes: Buffer) => {
      const send = () => {
        to.write(bytes);
        watch(bytes);
      };
      if (this.held === undefined) {
        send();
        return;
      }
      from.pause();
      void this.held.then(() => {
        send();
        from.resume();
      });
    });
  }
}
