import { type Answered, type CommandRunner, streamName } from '#event-sourcing';
import { boardOn, holdsOn } from './domain/board/board.js';
import { boardDecider, boardEvents } from './domain/board/decide.js';
import { meetingDecider } from './domain/decide.js';
import { meetingEvents } from './domain/events.js';
import { type AtMeeting, atMeeting, settledOn } from './domain/meeting.js';

type Log = Pick<CommandRunner, 'look'>;

export const meetingStream = (tenant: string, meetingId: string) =>
  streamName(meetingEvents.category, tenant, meetingId);

/** Since when nobody writes anything more in a meeting, and whether its own texts are disposed of, as the log has it now. */
export async function keepingOfMeeting(
  log: Log,
  tenant: string,
  meetingId: string,
): Promise<{
  readonly settledOn: string | undefined;
  readonly isRequested: boolean;
  readonly disposedOn: string | undefined;
}> {
  const { state } = await log.look(meetingDecider, meetingStream(tenant, meetingId));
  if (state.status === 'absent') return { settledOn: undefined, isRequested: false, disposedOn: undefined };
  const { requestedBy, disposedOn } = state.disposal;
  return { settledOn: settledOn(state), isRequested: requestedBy !== undefined, disposedOn };
}

/** What meetings came to in cases, as the log has it now: what cases ask. */
export const meetingsOfCases = (log: Log) => ({
  async at(tenant: string, meetingId: string, caseId: string): Promise<Answered<AtMeeting>> {
    const { state, basis } = await log.look(meetingDecider, meetingStream(tenant, meetingId));
    return { answer: atMeeting(state, caseId), basis };
  },
});

export const boardStream = (tenant: string) => streamName(boardEvents.category, tenant, 'members');

/** Who sits on the board on a day, substitutes too, and how many it takes to decide. */
export async function boardOf(
  log: Log,
  tenant: string,
  day: string,
): Promise<Answered<ReturnType<typeof boardOn>>> {
  const { state, basis } = await log.look(boardDecider, boardStream(tenant));
  return { answer: boardOn(state, day), basis };
}

/** Everybody who sits or sat on the board, and how many it takes to decide on that day. */
export async function boardMembers(log: Log, tenant: string, day: string) {
  const { state, revision } = await log.look(boardDecider, boardStream(tenant));
  const sits = boardOn(state, day);
  return {
    revision,
    members: state.seats.map((seat) => ({
      ...seat,
      validUntil: seat.validUntil ?? null,
      sits: holdsOn(seat, day),
    })),
    quorum: sits.quorum ?? null,
  };
}
