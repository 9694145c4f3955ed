import { createPool } from '#postgres';

/** Every row of every table of a database as text, bytes in hex; the address is a superuser's, whom no policy hides a row from. */
export async function linesIn(connectionString: string): Promise<string[]> {
  const pool = createPool({ connectionString, applicationName: 'samspor test', max: 1 });
  const lines: string[] = [];
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`);
      lines.push(name, ...rows.map(({ line }) => line));
    }
  } finally {
    await pool.end();
  }
  return lines;
}
