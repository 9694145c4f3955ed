import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { textOf } from '../../ui/opened.js';
import { type Meeting, treatmentsAt } from './meeting.js';
import { seenOf } from './meeting-since.js';

const useText = texts('treat-case', {
  nb: {
    title: 'Hva gjør møtet?',
    UNIT: 'Avgjørelsen skrives på saken etterpå. En sak som utsettes, venter på et nytt møte. Svarfristen flytter seg ikke.',
    BOARD: 'Det nemnda kommer til, gjelder når protokollen er godkjent. Svarfristen flytter seg ikke.',
    record: 'Før saken, gå til neste',
    last: 'Før saken',
  },
  nn: {
    title: 'Kva gjer møtet?',
    UNIT: 'Avgjerda blir skriven på saka etterpå. Ei sak som blir utsett, ventar på eit nytt møte. Svarfristen flyttar seg ikkje.',
    BOARD: 'Det nemnda kjem til, gjeld når protokollen er godkjend. Svarfristen flyttar seg ikkje.',
    record: 'Før saka, gå til neste',
    last: 'Før saka',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly caseId: string;
  readonly isLast: boolean;
  readonly onDone: () => void;
}

/** What the meeting does with a case: treats it, or puts it off; who took no part in it; what goes into the protocol. */
export function TreatCase({ meeting, caseId, isLast, onDone }: Props) {
  const say = useText();
  const label = useLabel();
  const { meetingId, kind, attendance } = meeting;
  return (
    <OpenStep
      key={caseId}
      {...seenOf(meeting)}
      takesFocus={false}
      operation="MeetingsOfUnit_treat"
      params={{ meetingId, caseId }}
      title={say('title')}
      lead={say(kind)}
      submitLabel={say(isLast ? 'last' : 'record')}
      first={['treatment', 'disqualified', 'reason']}
      choices={{
        treatment: treatmentsAt(kind).map((value) => ({ value, label: capital(label('treatment', value)) })),
        disqualified: attendance.map(({ party }) => ({ value: party.partyId, label: textOf(party.name) })),
      }}
      onDone={onDone}
    />
  );
}
