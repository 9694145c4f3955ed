import { once } from 'node:events';
import { createServer } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Refuses a port that is taken now, before anything is started or made. Another program may still take it meanwhile. */
export async function assertPortFree(address: Address): Promise<void> {
  const server = createServer();
  try {
    await once(server.listen(address.port, address.host), 'listening');
  } catch (error) {
    throw portTaken(error, address);
  }
  server.close();
  await once(server, 'close');
}

/** The error in words for people when it says that the port is taken; else the error itself. */
export function portTaken(error: unknown, { host, port }: Address): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another.`);
}
