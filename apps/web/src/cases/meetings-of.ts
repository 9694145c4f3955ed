import type { Day } from '../dates/dates.js';
import type { Case } from './case.js';

type OnAgenda = Case['agenda'][number];

/** A meeting that the case is called to, or on the agenda of. */
export interface CaseMeeting {
  readonly meetingId: string;
  readonly meetsOn: Day;
  readonly kind: OnAgenda['kind'];
  /** Null where no agenda is kept of it. */
  readonly status: OnAgenda['status'] | null;
  /** What became of the case there. */
  readonly treatment: OnAgenda['treatment'];
  readonly invitedUnits: readonly string[];
}

/** Every meeting of the case, by its day. */
export function meetingsOf({ agenda, meetings }: Pick<Case, 'agenda' | 'meetings'>): readonly CaseMeeting[] {
  const invitedTo = (id: string) => meetings.find(({ meetingId }) => meetingId === id)?.invitedUnits ?? [];
  const listed = agenda.map((one) => ({ ...one, invitedUnits: invitedTo(one.meetingId) }));
  const convened = meetings
    .filter(({ meetingId }) => !agenda.some((one) => one.meetingId === meetingId))
    .map(({ meetingId, meetsOn, invitedUnits }) => {
      const untold = { kind: 'UNIT', status: null, treatment: null } as const;
      return { meetingId, meetsOn, invitedUnits, ...untold };
    });
  return [...listed, ...convened].toSorted((one, other) => one.meetsOn.localeCompare(other.meetsOn));
}

/** Whether it has been: it is said so, or its day has passed and it was not called off. */
export const hasBeen = ({ status, meetsOn }: CaseMeeting, today: Day): boolean =>
  status === 'HELD' || status === 'PROTOCOL_APPROVED' || (status !== 'CANCELLED' && meetsOn < today);
