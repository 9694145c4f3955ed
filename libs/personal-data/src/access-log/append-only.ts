import { type Pool, roles } from '#postgres';

/** Refuses a database whose access log is not there, or that this login could change: it may add to it and read it, and become nobody who may more. */
export async function assertAppendOnly(pool: Pool): Promise<void> {
  const { rows } = await pool
    .query<{ tables: number }>(
      `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'access_log' and c.relname in ('entries', 'persons')
       and has_schema_privilege($1, n.oid, 'USAGE') and has_table_privilege($1, c.oid, 'SELECT')
       and has_table_privilege($1, c.oid, 'INSERT')`,
      [roles.accessLog],
    )
    .catch((error: unknown) => {
      // No such role.
      if ((error as { code?: unknown }).code === '42704') return { rows: [] };
      throw error;
    });
  if (rows[0]?.tables !== 2) {
    throw new Error(
      'The vault’s database has no access log, without which nobody is shown anything: run again what "samspor db init" prints',
    );
  }
  const { rows: able } = await pool.query<{ role: string; may: string }>(
    `select r.rolname as role, p.may from pg_roles r
     cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p (may)
     cross join unnest(array['access_log.entries', 'access_log.persons']) t (name)
     join pg_namespace n on n.nspname = 'access_log'
     join pg_class c on c.relnamespace = n.oid and 'access_log.' || c.relname = t.name
     where pg_has_role(session_user, r.oid, 'MEMBER') and has_table_privilege(r.oid, c.oid, p.may) limit 1`,
  );
  const [found] = able;
  if (found === undefined) return;
  throw new Error(
    `The vault's database login may act as "${found.role}", which may ${found.may} the access log: nobody who answers may change it. ` +
      'Use a login of its own; "samspor db init" prints the SQL that makes one',
  );
}
