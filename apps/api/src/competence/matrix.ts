import type { Course } from '#competence';
import { loadPage } from '#projections/appointments/queries';
import { formerIdsOf, survivorIn } from '#projections/staff/mergers';
import { mergersIn } from '#projections/staff/queries';
import { staffCompetenceOf, type StaffCompetenceView } from '#projections/staff-competence/queries';
import { indexOr } from '../coordination/register-by-name.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';

/** More coordinate in no municipality of ours. */
const mostCoordinators = 5_000;

/** Somebody who coordinates or has learnt something, with what of the basic training is lacking. */
function lineOf(
  partyId: string,
  rows: readonly StaffCompetenceView[],
  {
    persons,
    names,
    basics,
  }: { readonly persons: number; readonly names: Names; readonly basics: readonly string[] },
) {
  const completed = rows.flatMap((row) => row.completed);
  const guided = rows.flatMap(({ guidance }) => guidance).map(({ givenOn }) => givenOn);
  // Of a course that was taken more than once, the last time.
  const last = new Map(
    completed
      .toSorted((one, other) => one.completedOn.localeCompare(other.completedOn))
      .map(({ courseCode, completedOn }) => [courseCode, completedOn]),
  );
  return {
    party: names.party(partyId),
    coordinates: persons,
    completed: [...last].map(([courseCode, completedOn]) => ({ courseCode, completedOn })),
    lacks: basics.filter((code) => !last.has(code)),
    guidanceCount: guided.length,
    lastGuidanceOn: guided.toSorted().at(-1) ?? null,
  };
}

/** The training matrix: whoever coordinates today, and whoever has learnt something or was guided, by name (H8, F25). */
export async function matrixOf(asked: Asked, tenant: string, courses: readonly Course[]) {
  const { pool, viewer, today } = asked;
  const [merged, rows, load] = await Promise.all([
    mergersIn(pool, tenant),
    staffCompetenceOf(pool, viewer, tenant),
    loadPage(pool, { ...viewer, tenants: [tenant] }, 'COORDINATOR', { today, limit: mostCoordinators }),
  ]);
  const persons = new Map<string, number>();
  for (const { of, ordinary, standIn, child } of load.rows) {
    const id = survivorIn(merged, of);
    persons.set(id, (persons.get(id) ?? 0) + ordinary + standIn + child);
  }
  const ids = [...new Set([...persons.keys(), ...rows.map(({ partyId }) => survivorIn(merged, partyId))])];
  const order = (await indexOr(asked, tenant))?.inNameOrder(tenant, ids) ?? ids.toSorted();
  const names = await Names.of(asked, order);
  const basics = courses
    .filter(({ isBasic, withdrawnOn }) => isBasic && withdrawnOn === undefined)
    .map(({ courseCode }) => courseCode);
  return order.map((id) => {
    const own = [id, ...formerIdsOf(merged, id)];
    const of = rows.filter(({ partyId }) => own.includes(partyId));
    return lineOf(id, of, { persons: persons.get(id) ?? 0, names, basics });
  });
}
