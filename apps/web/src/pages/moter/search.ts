import { getRouteApi } from '@tanstack/react-router';

/** What can be done on the page of meetings: what waits in the inbox opens planning. */
export const planningSteps = ['MEETING_TO_PLAN', 'MEETING_OVERDUE'];

/** What can be done at one meeting; those of the inbox are called as there. */
export const meetingSteps = [
  'MEETING_TO_RECORD',
  'PROTOCOL_TO_APPROVE',
  'MINUTES',
  'PUT_ON',
  'TAKE_OFF',
  'ORDER',
  'FIX',
  'MOVE',
  'CANCEL',
] as const;
export type MeetingStep = (typeof meetingSteps)[number];

/** Which case is being taken up, which step stands open, and what the room sees. */
export interface MeetingSearch {
  readonly steg?: MeetingStep;
  /** A case on the agenda, or a standing item. */
  readonly sak?: string;
  readonly stor?: true;
  readonly utenNavn?: true;
}

export const meetingSearch = ({ steg, sak, stor, utenNavn }: Record<string, unknown>): MeetingSearch => {
  const step = meetingSteps.find((one) => one === steg);
  return {
    ...(step !== undefined && { steg: step }),
    ...(typeof sak === 'string' && { sak }),
    ...(stor === true && { stor }),
    ...(utenNavn === true && { utenNavn }),
  };
};

export const meetingsRoute = getRouteApi('/inside/moter');
export const meetingRoute = getRouteApi('/inside/moter/$meetingId');

/** The address with another step open, or none. */
export const withStep =
  (steg?: MeetingStep) =>
  (before: MeetingSearch): MeetingSearch => {
    const { stor, utenNavn, sak } = before;
    return meetingSearch({ steg, stor, utenNavn, sak });
  };
/** The address with another point of the agenda before the room; a step that stood open is closed. */
export const withPoint =
  (sak: string) =>
  (before: MeetingSearch): MeetingSearch => ({ ...withStep()(before), sak });
