import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { reach } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import { only, Parameters, type Provenance, type Read, selection } from '../selection.js';
import { columns, followUp, type FollowUpRow } from './projection.js';

export { columns, type Promise } from './projection.js';

export const shown = only(
  columns,
  'subject_id',
  'meetings',
  'invitations',
  'promises',
  'notes',
  'insights',
  'insight_reviews',
  'met_on',
  'noted_on',
);

/** What was done around a person under one registration; `readsNotes`: whether the viewer sees what was said, and not only that it was. */
export type FollowUpView = Read<Pick<FollowUpRow, keyof typeof shown>> &
  Provenance & { readonly readsNotes: boolean };

/** What was done around a person, by registration: for whoever works for the unit, and whoever coordinates today. */
export async function followUpOf(
  pool: Pool,
  viewer: Viewer,
  subjectId: string,
  { today }: { readonly today: string },
): Promise<FollowUpView[]> {
  const parameters = new Parameters();
  const tenants = `unnest(${parameters.of(viewer.tenants)}::text[]) tenant (of)`;
  const registrations = registrationsOf('tenant.of', `${parameters.of(subjectId)}::text`);
  const rows = await readFor<FollowUpView>(
    pool,
    viewer.tenants,
    `select f.municipality, f.revision, ${selection(shown, 'f')},
       ${reach(viewer, 'followUpNotes', { alias: 'f' }, parameters, today)} as "readsNotes"
     from ${tenants}, lateral (${registrations}) one, lateral (
       select own.revision, own.municipality, ${Object.keys(shown)
         .map((name) => `own.${name}`)
         .join(', ')} from ${viewOf(followUp)} own
       where own.municipality = tenant.of and own.subject_id = one.id offset 0) f
     where ${reach(viewer, 'followUp', { alias: 'f' }, parameters, today)}
     order by f.subject_id`,
    parameters.values,
  );
  return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
}
