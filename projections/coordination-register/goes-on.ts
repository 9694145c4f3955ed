import type { CoordinationRow } from './projection.js';

type Running = Pick<CoordinationRow, 'appointments' | 'plans' | 'members'>;

/** What of a person's coordination has not ended by today, also what is to come: appointments, plans and members. */
export const goesOn = ({ appointments, plans, members }: Running, today: string): string[] => [
  ...appointments
    .filter(
      ({ validFrom, releasedOn }) => releasedOn === null || (releasedOn > today && releasedOn > validFrom),
    )
    .map(({ appointmentId }) => appointmentId),
  ...plans.filter(({ closedOn }) => closedOn === null).map(({ planId }) => planId),
  ...members.filter(({ leftOn }) => leftOn === null).map(({ memberId }) => memberId),
];
