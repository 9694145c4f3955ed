import type { CodeIn } from '#event-sourcing/codes';
import { type AllocationHearer, allocationHearers, type channels } from '#vocabulary';
import type { Coordination } from './coordination.js';

/** The letter that somebody coordinates, each time that it goes out. */
interface Sent {
  readonly recipient: string;
  readonly copyTo: readonly string[];
  readonly channel: CodeIn<typeof channels>;
  readonly dispatchedOn: string;
  readonly isReturned: boolean;
}

/** Who hears of it by a letter to these: whoever acts for the person gets the person's own. */
const heardBy: Readonly<Record<string, AllocationHearer>> = {
  ...Object.fromEntries(allocationHearers.codes.map((code) => [code, code])),
  REPRESENTATIVE: 'SUBJECT',
  PARENT: 'GUARDIAN',
};

/** What a letter that went out tells of whom: of the last appointment in the case that goes on that day, else of any. A letter that came back told its copies alone (F24). */
export function toldOf({ appointments }: Pick<Coordination, 'appointments'>, caseId: string, sent: Sent) {
  const { recipient, copyTo, channel, dispatchedOn, isReturned } = sent;
  const going = appointments.filter(
    ({ releasedOn }) => releasedOn === undefined || releasedOn > dispatchedOn,
  );
  const appointment = going.findLast((one) => one.caseId === caseId) ?? going.at(-1);
  const to = isReturned ? copyTo : [recipient, ...copyTo];
  const recipients = [...new Set(to.flatMap((one) => heardBy[one] ?? []))];
  if (appointment === undefined || recipients.length === 0) return undefined;
  const { appointmentId } = appointment;
  return { appointmentId, recipients, channel, notifiedOn: dispatchedOn };
}

/** The same whichever is named first. */
export const hearersOf = (recipients: unknown): string =>
  Array.isArray(recipients) ? recipients.map(String).toSorted(plainly).join(' ') : '';

const plainly = (one: string, other: string) => (one < other ? -1 : 1);
