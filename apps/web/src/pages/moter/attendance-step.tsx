import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { textOf } from '../../ui/opened.js';
import { Waiting } from '../../ui/waiting.js';
import { AttendanceField } from './attendance-field.js';
import { candidatesFor, type Candidate, presentIn, type Standing } from './attendants.js';
import type { Meeting } from './meeting.js';
import { seenOf } from './meeting-since.js';

const useText = texts('attendance-step', {
  nb: {
    title: 'Hvem er til stede?',
    lead: 'Når dette er registrert, er møtet holdt, og hver sak kan føres. Den som ikke er til stede, lar du stå tom.',
    record: 'Registrer at møtet holdes',
  },
  nn: {
    title: 'Kven er til stades?',
    lead: 'Når dette er registrert, er møtet halde, og kvar sak kan førast. Den som ikkje er til stades, lèt du stå tom.',
    record: 'Registrer at møtet blir halde',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly close: () => void;
}

/** Waits for who is expected, so that they stand there from the first. */
export function AttendanceStep({ meeting, close }: Props) {
  const { kind } = meeting;
  const board = useRead('/v1/board', {}, { enabled: kind === 'BOARD' });
  const held = useRead('/v1/meetings', { params: { query: { kind, when: 'PAST', limit: 10 } } });
  const meetingId = held.data?.meetings.find(({ heldOn }) => heldOn !== null)?.meetingId;
  const before = useRead(
    '/v1/meetings/{meetingId}',
    { params: { path: { meetingId: meetingId ?? '' } } },
    { enabled: kind === 'UNIT' && meetingId !== undefined },
  );
  const waits = [board, held, before].some(({ isLoading }) => isLoading);
  if (waits) return <Waiting />;
  const candidates = candidatesFor({ meeting, board: board.data, before: before.data });
  return <WhoIsThere {...{ meeting, close, candidates }} quorum={board.data?.quorum ?? undefined} />;
}

interface WhoProps extends Props {
  readonly candidates: readonly Candidate[];
  readonly quorum: number | undefined;
}

function WhoIsThere({ meeting, close, candidates, quorum }: WhoProps) {
  const say = useText();
  const { meetingId, meetsOn, kind, leader } = meeting;
  const nameOf = ({ partyId, name = '' }: Standing) =>
    textOf(candidates.find(({ party }) => party.partyId === partyId)?.party.name) || name;
  return (
    <OpenStep
      operation="MeetingsOfUnit_hold"
      params={{ meetingId }}
      {...seenOf(meeting)}
      preset={{ heldOn: meetsOn, attendance: [] }}
      hide={leader === null ? ['heldOn', 'ledBy'] : ['heldOn']}
      first={['attendance']}
      drawn={{ attendance: <AttendanceField {...{ candidates, kind, quorum, nameOf }} /> }}
      choices={{
        ledBy: (values) => presentIn(values).map((one) => ({ value: one.partyId, label: nameOf(one) })),
      }}
      title={say('title')}
      lead={say('lead')}
      submitLabel={say('record')}
      onDone={close}
      onCancel={close}
    />
  );
}
