import type { Read } from '../../api/read.js';
import { nameOf, type Opened, writtenNameOf } from '../../ui/opened.js';

export type Meeting = Read<'/v1/meetings/{meetingId}'>;
export type AgendaCase = Meeting['cases'][number];
export type Treatment = NonNullable<AgendaCase['treatment']>;
export type MeetingLine = Read<'/v1/meetings'>['meetings'][number];

/** What each kind of meeting may do with a case. */
export const treatmentsAt = (kind: Meeting['kind']): readonly Treatment[] =>
  kind === 'UNIT' ? ['TREATED', 'PUT_OFF'] : ['APPROVED', 'RETURNED', 'REJECTED', 'PUT_OFF'];

/** What is taken up in turn: the cases in their order, then what the meeting always takes up. */
export type AgendaPoint =
  | { readonly key: string; readonly place: number; readonly case: AgendaCase }
  | { readonly key: string; readonly place: number; readonly item: string };

export const pointsOf = ({ cases, standingItems }: Meeting): readonly AgendaPoint[] => [
  ...cases.map((one, i) => ({ key: one.caseId, place: i + 1, case: one })),
  ...standingItems.map((item, i) => ({ key: item, place: cases.length + i + 1, item })),
];

/** The one that is named, else the first case that is not treated yet, else the first of all. */
export function pointNow(points: readonly AgendaPoint[], key: string | undefined): AgendaPoint | undefined {
  const isOpen = (point: AgendaPoint) => 'case' in point && point.case.treatment === null;
  return points.find((point) => point.key === key) ?? points.find(isOpen) ?? points[0];
}

/** The case that is taken up after this one: the next that is not treated, else the next of all. */
export function pointAfter(points: readonly AgendaPoint[], key: string): AgendaPoint | undefined {
  const at = points.findIndex((point) => point.key === key);
  const rest = points.slice(at + 1);
  return rest.find((point) => !('case' in point) || point.case.treatment === null) ?? rest[0];
}

/** Moves one of a list by one place up or down. */
export function movedBy<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  const [one, other] = [list[at], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, i) => (i === at ? other : i === to ? one : each));
}

interface Called {
  readonly subject: { readonly givenName: Opened; readonly familyName: Opened };
  readonly caseNumber: string | null;
}

const initialsOf = (text: string) =>
  text
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${/./u.exec(part)?.[0].toLocaleUpperCase('nb')}.`)
    .join(' ');

/** What the room sees of a person: the name; where names are hidden, or not for whoever looks, the number of the case, else initials. */
export function calledOf({ subject, caseNumber }: Called, withoutNames: boolean): string {
  const name = nameOf(subject);
  if (!withoutNames && name !== '') return name;
  if (caseNumber !== null) return caseNumber;
  const isGone = typeof subject.givenName !== 'string' && typeof subject.familyName !== 'string';
  return isGone ? name : initialsOf(writtenNameOf(subject));
}

/** How many still have to be treated or put off. */
export const untreated = ({ cases }: Pick<Meeting, 'cases'>) =>
  cases.filter(({ treatment }) => treatment === null).length;
