import { personsAround } from '../domain/around.js';
import type { Register } from '../domain/register.js';
import type { Contributors } from '../domain/figures/index.js';

/** One of what a cell counts: whose it is, in which case, and its number of days where it has one. Null where it is nobody's. */
export interface Behind {
  readonly key: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly complaintId: string | null;
  readonly partyId: string | null;
  readonly meetingId: string | null;
  readonly days: number | null;
}

/** What is counted in a cell (`P1/AGE/0-5`), by opaque ids; undefined where there is no such figure. */
export function behind(
  register: Register,
  contributors: Contributors,
  cell: string,
): readonly Behind[] | undefined {
  const [figure = ''] = cell.split('/');
  if (contributors[figure] === undefined) return undefined;
  const days = new Map(
    [...(contributors[figure] ?? []), ...(contributors[`${figure}/days`] ?? [])].flatMap((one) => {
      const [key = '', number] = one.split('=');
      return number === undefined ? [] : [[key, Number(number)] as const];
    }),
  );
  const around = personsAround(register);
  const declined = new Map(
    [...register.persons.values()].flatMap(({ id, plansDeclined, coordinatorsDeclined }) =>
      [...plansDeclined, ...coordinatorsDeclined].map((one) => [one.id, id] as const),
    ),
  );
  return (contributors[cell] ?? []).map((told) => {
    const [key = ''] = told.split('=');
    const [id = ''] = key.split(/[#:]/);
    const found = register.cases.get(id);
    const complaint = register.complaints.get(id);
    const personId =
      found?.person ??
      complaint?.person ??
      register.plans.get(id)?.person ??
      register.appointments.get(id)?.begun?.person ??
      declined.get(id) ??
      around.get(id) ??
      (register.persons.has(id) ? id : undefined);
    return {
      key,
      personId: personId === undefined || personId === '' ? null : register.canonical(personId),
      caseId: found ? id : null,
      complaintId: complaint ? id : null,
      partyId: figure.startsWith('C') && personId === undefined ? id : null,
      meetingId: figure === 'M1' && personId === undefined ? id : null,
      days: days.get(key) ?? null,
    };
  });
}
