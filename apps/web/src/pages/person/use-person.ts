import { type Read, useRead } from '../../api/read.js';
import { useHasRole } from '../../shell/place.js';

export type Person = Read<'/v1/subjects/{subjectId}'>;
export type Coordination = NonNullable<Person['coordination']>;

/** Somebody, with the coordination; the coordination alone for whoever sees nothing else. `contact`: opened also where the address is protected. */
export function usePerson(subjectId: string, contact: boolean) {
  const seesPerson = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'SERVICE_OFFICE');
  const path = { subjectId };
  const person = useRead(
    '/v1/subjects/{subjectId}',
    { params: { path, query: contact ? { purpose: 'CONTACT' } : {} } },
    { enabled: seesPerson, every: 60_000 },
  );
  const alone = useRead(
    '/v1/subjects/{subjectId}/coordination',
    { params: { path } },
    { enabled: !seesPerson },
  );
  const { data, error, refetch } = seesPerson ? person : alone;
  return {
    person: person.data,
    coordination: person.data?.coordination ?? alone.data,
    subject: person.data ?? alone.data?.subject,
    currentTo: data?.currentTo,
    error,
    refetch,
  };
}

/** What happened to somebody, as far as it stands on the first page; undefined for whoever reads no histories. */
export function usePersonTrail(subjectId: string) {
  const enabled = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'AUDITOR');
  const { data } = useRead(
    '/v1/subjects/{subjectId}/trail',
    { params: { path: { subjectId }, query: { limit: 200 } } },
    { enabled, every: 60_000 },
  );
  return enabled ? data : undefined;
}
