import 'reflect-metadata';
import { authenticate } from '#apps/api/src/auth/authenticate';
import { DemoIssuer } from '#apps/api/src/auth/demo-issuer';
import { apiAdapter } from '#apps/api/src/server/adapter';
import { createPool, roles } from '#postgres';

/**
 * The plain baseline of reading: the same server and token check, answering lines that stand ready in a table, from one SELECT in the order of
 * its key. Prints its address and a token, and ends with its standard input.
 */
const [databaseUrl = '', line = '{}'] = process.argv.slice(2);
const lines = 200_000;

const pool = createPool({
  connectionString: databaseUrl,
  role: roles.owner,
  applicationName: 'plain',
  max: 16,
});
await pool.query(`
  create table if not exists samspor.plain_lines (n int primary key, line jsonb not null);
  insert into samspor.plain_lines select n, '${line.replaceAll("'", "''")}' from generate_series(1, ${lines}) n;
  analyze samspor.plain_lines`);

const issuer = await DemoIssuer.start('plain');
const instance = apiAdapter().getInstance();
authenticate(instance, issuer);
instance.get<{ Querystring: { after: string; limit: string } }>('/v1/lines', async ({ query }) => {
  const { rows } = await pool.query<{ line: unknown }>(
    'select line from samspor.plain_lines where n > $1 order by n limit $2',
    [Number(query.after), Number(query.limit)],
  );
  return { lines: rows.map(({ line: one }) => one) };
});
const url = await instance.listen({ port: 0, host: '127.0.0.1' });
const token = await issuer.issue({ role: 'CASEWORKER', municipality: '1576' });
process.stdout.write(`${JSON.stringify({ url, token })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
