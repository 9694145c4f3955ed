import { textOf } from '../../ui/opened.js';
import type { StepInPlace } from '../../steps/steps-in-place.js';
import type { Meeting } from './follow-up-context.js';

/** What can be recorded of a meeting as it stands. Whether it is so in order, the API says. */
export function stepsOfMeeting(meeting: Meeting): readonly StepInPlace[] {
  const { meetingId, heldOn, cancelledOn, hasMinutes } = meeting;
  if (cancelledOn !== null) return [];
  const of = { about: meetingId, params: { meetingId } };
  const minutes: readonly StepInPlace[] = hasMinutes ? [] : [{ operation: 'AroundMeetings_delegate', ...of }];
  if (heldOn !== null) {
    const writing: StepInPlace = { operation: 'AroundMeetings_write', ...of, hide: ['documentId'] };
    return hasMinutes ? [] : [writing, ...minutes];
  }
  return [
    { operation: 'AroundMeetings_hold', ...of, ...attendance(meeting) },
    { operation: 'AroundMeetings_invite', ...of },
    ...minutes,
    {
      operation: 'AroundMeetings_move',
      ...of,
      preset: {
        meetsOn: meeting.meetsOn,
        ...(meeting.startsAt !== null && { startsAt: meeting.startsAt }),
        ...(meeting.place !== null && { place: textOf(meeting.place) }),
      },
    },
    { operation: 'AroundMeetings_cancel', ...of },
  ];
}

/** Who may be ticked off: whoever coordinates, and those who were called in. */
function attendance({ meetsOn, coordinators, invitations }: Meeting) {
  return {
    preset: { heldOn: meetsOn, coordinatorsPresent: coordinators.map(({ partyId }) => partyId), present: [] },
    choices: {
      coordinatorsPresent: coordinators.map(({ partyId, name }) => ({ value: partyId, label: textOf(name) })),
      present: invitations.map(({ invitationId, party, name, matter }) => ({
        value: invitationId,
        label: [textOf(party?.name ?? name), textOf(matter)].filter((part) => part !== '').join(', '),
      })),
    },
  };
}
