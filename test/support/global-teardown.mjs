import { once } from 'node:events';

/** Ending its input ends the server, which removes its folder. */
export default async function stop() {
  const server = globalThis.samsporTestPostgres;
  if (server === undefined || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`The test run's PostgreSQL ended with exit code ${code}`);
}
