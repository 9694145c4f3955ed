import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Session,
} from 'node:http2';
import { type AddressInfo, createServer as createListener, type Server, type Socket } from 'node:net';
import { anybody, type Caller } from '../access/accounts.js';
import type { Certificate } from '../access/certificate.js';
import { Call } from './call.js';
import { GrpcError, grpcStatus } from './status.js';

/** A service's methods by name. */
export type Methods = Readonly<Record<string, (call: Call) => void>>;

/** The services by their full names. */
export type Services = Readonly<Record<string, Methods>>;

export interface Entrance {
  /** Who calls with this `authorization`; fails where it is nobody's. */
  readonly callerOf: (authorization: string | undefined) => Caller | Promise<Caller>;
  /** Absent: TLS is not spoken. */
  readonly certificate?: Certificate;
}

const megabyte = 1024 * 1024;
/** How a client that speaks TLS begins: the record of a handshake. */
const handshake = 22;
/** Milliseconds that clients have to hear that the server stops. */
const farewell = 200;

/** A gRPC server on the loopback interface; with a certificate it speaks TLS, too, on the same port. */
export class GrpcServer {
  readonly #listener: Server;
  readonly #callerOf: Entrance['callerOf'];
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #sockets = new Set<Socket>();
  readonly #calls = new Set<Call>();

  constructor(services: Services, { callerOf, certificate }: Entrance = { callerOf: () => anybody }) {
    this.#callerOf = callerOf;
    const settings = {
      // Appends come in messages of up to 3 MB, and a client shares one connection among all its calls.
      settings: { initialWindowSize: 4 * megabyte },
      maxSessionMemory: 256,
    };
    const plain = createServer(settings);
    this.#serve(plain, services);
    this.#listener = certificate ? createListener() : plain;
    this.#listener.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    if (!certificate) return;
    const secure = createSecureServer({ ...settings, ...certificate });
    this.#serve(secure, services);
    secure.on('tlsClientError', () => undefined);
    this.#listener.on('connection', (socket: Socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (first: Buffer) => {
        socket.pause();
        socket.unshift(first);
        (first[0] === handshake ? secure : plain).emit('connection', socket);
      });
    });
  }

  #serve(server: Http2Server | Http2SecureServer, services: Services): void {
    server.on('session', (session: ServerHttp2Session) => {
      this.#sessions.add(session);
      session.on('close', () => this.#sessions.delete(session));
      session.on('error', () => session.destroy());
      session.on('connect', () => session.setLocalWindowSize(16 * megabyte));
    });
    server.on('sessionError', () => undefined);
    server.on('stream', (stream, headers) => {
      const call = new Call(stream, headers);
      this.#calls.add(call);
      call.onClose(() => this.#calls.delete(call));
      const answer = (caller: Caller) => {
        call.caller = caller;
        route(services, headers[':path'])(call);
      };
      try {
        const caller = this.#callerOf(headers.authorization);
        if (!(caller instanceof Promise)) return answer(caller);
        // What the client sends meanwhile waits until there is somebody to take it.
        call.pause();
        caller.then(answer).then(
          () => call.resume(),
          (error: unknown) => call.fail(error),
        );
      } catch (error) {
        call.fail(error);
      }
    });
  }

  /** Listens on 127.0.0.1 and answers with the port. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#listener.once('error', reject);
      this.#listener.listen(port, '127.0.0.1', () => {
        this.#listener.off('error', reject);
        resolve();
      });
    });
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Stops listening, tells every open call so, and ends every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const call of this.#calls) {
      call.fail(new GrpcError(grpcStatus.unavailable, 'The event store is stopping.'));
    }
    for (const session of this.#sessions) session.close();
    const patience = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, farewell);
    await closed;
    clearTimeout(patience);
  }
}

function route(services: Services, path: string | undefined): (call: Call) => void {
  const [, service, method] = /^\/([^/]+)\/([^/]+)$/.exec(path ?? '') ?? [];
  const methods = service !== undefined && Object.hasOwn(services, service) ? services[service] : undefined;
  const handler =
    method !== undefined && methods && Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!handler) throw new GrpcError(grpcStatus.unimplemented, 'Method is unimplemented.');
  return handler;
}

/** A method with one message in and one out. */
export function unary(
  answer: (message: Buffer, call: Call) => Uint8Array | Promise<Uint8Array>,
): (call: Call) => void {
  return (call) => {
    let request: Buffer | undefined;
    call.receive(
      (message) => (request ??= message),
      () => {
        void respond(call, answer, request ?? Buffer.alloc(0));
      },
    );
  };
}

async function respond(
  call: Call,
  answer: (message: Buffer, call: Call) => Uint8Array | Promise<Uint8Array>,
  request: Buffer,
): Promise<void> {
  try {
    call.send(await answer(request, call));
    call.finish();
  } catch (error) {
    call.fail(error);
  }
}

/** A method with one message in, which starts its answer. Failures end the call. */
export function serverStreaming(
  answer: (message: Buffer, call: Call) => Promise<void>,
): (call: Call) => void {
  return (call) => {
    let started = false;
    call.receive(
      (message) => {
        if (started) return;
        started = true;
        answer(message, call).catch((error: unknown) => call.fail(error));
      },
      () => {
        if (!started) call.fail(new GrpcError(grpcStatus.invalidArgument, 'The request is missing.'));
      },
    );
  };
}
