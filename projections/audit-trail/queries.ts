import type { Recorded } from '#event-sourcing/event';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { trailReach } from '../reach.js';
import { Parameters } from '../selection.js';
import { entriesOf, type Entry } from './entries.js';
import { auditTrail } from './projection.js';

/** One entry of a trail. Personal fields are sealed. */
export type TrailEntry = Entry & { readonly municipality: string };

/** Reads a stream of the log, all of it. */
export type ReadStream = (stream: string) => Promise<readonly Recorded[]>;

/** Every event of a case and of its person, in the order of the log; undefined when there is no such case that this viewer may see. */
export async function auditTrailOfCase(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  { today, readStream }: { readonly today: string; readonly readStream: ReadStream },
): Promise<TrailEntry[] | undefined> {
  const parameters = new Parameters();
  const id = parameters.of(caseId);
  // What row-level security shows of the index, and nothing else, is read.
  const histories = await readFor<{ readonly municipality: string; readonly stream: string }>(
    pool,
    viewer.tenants,
    `with of_case as (
       select municipality, subject_id from ${viewOf(auditTrail)} where case_id = ${id})
     select t.municipality, t.stream from ${viewOf(auditTrail)} t
     join of_case using (municipality, subject_id)
     where (t.case_id = ${id} or t.case_id is null) and ${trailReach(viewer, 't', parameters, today)}`,
    parameters.values,
  );
  if (histories.length === 0) return undefined;
  const entries = await Promise.all(
    histories.map(async ({ municipality, stream }) =>
      entriesOf(await readStream(stream)).map((entry) => ({ ...entry, municipality })),
    ),
  );
  return entries.flat().toSorted(inLogOrder);
}

const inLogOrder = (one: Entry, other: Entry) =>
  Number(one.position - other.position) || Number(one.revision - other.revision);
