import { useNavigate } from '@tanstack/react-router';
import { useRead, useSearch } from '../api/read.js';
import type { NamedSubject } from '../ui/opened.js';
import { useSettled } from '../ui/settled.js';
import { entriesFor } from './menu-entries.js';
import { useMenuTitles } from './menu-titles.js';
import { useHasRole, usePlace } from './place.js';

/** What the search box found. */
export type Found =
  | { readonly kind: 'page'; readonly key: string; readonly to: string; readonly title: string }
  | {
      readonly kind: 'case';
      readonly key: string;
      readonly caseId: string;
      readonly caseNumber: string;
      readonly subject: NamedSubject;
    }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly subjectId: string;
      readonly caseNumber: null;
      readonly subject: NamedSubject;
    };

const caseNumber = /^\d{4}\/\d+$/;
const enoughLetters = 2;
const most = 6;

/** What is found by a text, in groups, and a way to go there. Names go in the body of a POST, never in an address. */
export function useFound(typed: string, close: () => void) {
  const query = useSettled(typed.trim());
  const persons = usePersons(query);
  const cases = useCases(query);
  const pages = usePages(query);
  const navigate = useNavigate();
  const groups = [
    { name: 'cases' as const, found: cases },
    { name: 'persons' as const, found: persons.found },
    { name: 'pages' as const, found: pages },
  ].filter(({ found }) => found.length > 0);

  function go(found: Found) {
    close();
    if (found.kind === 'case') void navigate({ to: '/sak/$caseId', params: { caseId: found.caseId } });
    else if (found.kind === 'person') {
      void navigate({ to: '/person/$subjectId', params: { subjectId: found.subjectId } });
    } else void navigate({ to: found.to });
  }
  return { groups, go, isSearching: persons.isSearching };
}

function usePersons(name: string): { readonly found: readonly Found[]; readonly isSearching: boolean } {
  const searches = useHasRole('CASEWORKER', 'LEADER', 'AUDITOR', 'COORDINATOR', 'SERVICE_OFFICE');
  const enabled = searches && name.length >= enoughLetters && /\p{L}/u.test(name);
  const { data, isFetching } = useSearch('/v1/person-searches', { name }, { enabled, limit: most });
  const found = (enabled ? (data?.persons ?? []) : []).map(
    (person) =>
      ({
        kind: 'person',
        key: person.subjectId,
        subjectId: person.subjectId,
        caseNumber: null,
        subject: person,
      }) as const,
  );
  return { found, isSearching: isFetching };
}

function useCases(query: string): readonly Found[] {
  const sees = useHasRole('CASEWORKER', 'LEADER', 'AUDITOR', 'SERVICE_OFFICE');
  const enabled = sees && caseNumber.test(query);
  const { data } = useRead(
    '/v1/cases',
    { params: { query: { caseNumber: query, limit: most } } },
    { enabled, every: 0 },
  );
  if (!enabled) return [];
  return (data?.cases ?? []).map((one) => ({
    kind: 'case',
    key: one.caseId,
    caseId: one.caseId,
    caseNumber: one.caseNumber ?? '',
    subject: one.subject,
  }));
}

function usePages(query: string): readonly Found[] {
  const titles = useMenuTitles();
  const { session } = usePlace();
  const registers = useHasRole('CASEWORKER', 'LEADER', 'SERVICE_OFFICE');
  const entries = [
    ...(registers ? [{ to: '/ny-henvendelse', key: 'newEnquiry' } as const] : []),
    ...entriesFor(session.roles),
  ];
  return entries
    .map(({ to, key }) => ({ kind: 'page', key: to, to, title: titles(key) }) as const)
    .filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
}
