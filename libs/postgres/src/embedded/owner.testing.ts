// An owner of an embedded PostgreSQL that tests can kill: starts it on the folder it is given, says where, and waits for its input to end.
import { startEmbeddedPostgres } from './start.js';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', durable: false });
process.stdout.write(`${JSON.stringify({ url: server.url('postgres'), pid: server.pid })}\n`);
process.stdin.once('end', () => void server.stop()).resume();
