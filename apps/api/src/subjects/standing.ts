import { casesSince } from '#apps/cases-of';
import { caseEvents, caseStream } from '#casework';
import { standingForSubjects } from '#coordination';
import { readingOf, standingOf } from '#event-sourcing';
import { caseIdsOf } from '#projections/case-overview/queries';
import type { StandingForSubjects } from '#subject/application/index';
import type { ApiParts } from '../api-parts.js';

type Parts = Pick<ApiParts, 'store' | 'logId' | 'runner' | 'reader' | 'readPositions'>;

/** What stands of a person's cases and coordination, as the log has it now. */
export function standingForPersons(parts: Parts) {
  const { runner } = parts;
  const coordination = standingForSubjects(runner);
  return {
    ...coordination,
    async of(tenant: string, subjectId: string) {
      const { standing, basis } = await coordination.of(tenant, subjectId);
      const cases = await Promise.all(
        (await casesOf(parts, tenant, subjectId)).map((id) =>
          runner.look(readingOf(caseEvents), caseStream(tenant, id)),
        ),
      );
      return {
        standing: [
          ...cases.flatMap(({ effective }) => effective.filter(isSaid).slice(0, 1).map(standingOf)),
          ...standing,
        ],
        basis: [...cases.flatMap((look) => look.basis), ...basis],
      };
    },
  } satisfies StandingForSubjects;
}

/** What the system noted beside it rests on nothing. */
const isSaid = ({ type }: { readonly type: string }) => caseEvents.all[type]?.isNotice !== true;

/** The cases that name this registration: those of the overview, and those that it has not seen yet. */
async function casesOf(
  { store, logId, reader, readPositions }: Parts,
  tenant: string,
  subjectId: string,
): Promise<string[]> {
  const seen = await readPositions.current(['case_overview']);
  const known = await caseIdsOf(reader, tenant, subjectId);
  const after = seen.logId === logId ? seen.position : undefined;
  return casesSince(store, { tenant, registrations: [subjectId], known, after });
}
