import { Button } from '@digdir/designsystemet-react';
import { today } from '../../dates/dates.js';
import { agoOrAhead } from '../../dates/distance.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { type Meeting, untreated } from './meeting.js';
import { meetingRoute, type MeetingStep, withStep } from './search.js';

const useText = texts('next-step', {
  nb: {
    ahead: 'Møtet er {{distance}}. Sakslista kan endres fram til møtet.',
    aheadFixed: 'Møtet er {{distance}}. Sakslista er låst.',
    toFix:
      'Møtet er {{distance}}. Nemnda møtes med en saksliste som er låst på forhånd, og ser den først da.',
    now: 'Møtet er i dag. Registrer hvem som er til stede, så kan sakene føres i tur og orden.',
    late: 'Møtet var planlagt {{distance}}. Registrer at det ble holdt og hvem som var der, eller flytt det eller avlys det.',
    treating_one: 'Møtet er holdt. Én sak er ikke ført ennå.',
    treating_other: 'Møtet er holdt. {{count}} saker er ikke ført ennå.',
    toWrite: 'Alle sakene er ført. Referatet er ikke skrevet.',
    toApprove: 'Alle sakene er ført, og referatet er skrevet. Protokollen er ikke godkjent.',
    PUT_ON: 'Sett opp saker',
    FIX: 'Lås sakslista',
    MEETING_TO_RECORD: 'Registrer fremmøtet',
    MINUTES: 'Skriv referatet',
    PROTOCOL_TO_APPROVE: 'Godkjenn protokollen',
  },
  nn: {
    ahead: 'Møtet er {{distance}}. Sakslista kan endrast fram til møtet.',
    aheadFixed: 'Møtet er {{distance}}. Sakslista er låst.',
    toFix:
      'Møtet er {{distance}}. Nemnda møtest med ei saksliste som er låst på førehand, og ser ho først då.',
    now: 'Møtet er i dag. Registrer kven som er til stades, så kan sakene førast i tur og orden.',
    late: 'Møtet var planlagt {{distance}}. Registrer at det vart halde og kven som var der, eller flytt det eller avlys det.',
    treating_one: 'Møtet er halde. Éi sak er ikkje ført enno.',
    treating_other: 'Møtet er halde. {{count}} saker er ikkje førte enno.',
    toWrite: 'Alle sakene er førte. Referatet er ikkje skrive.',
    toApprove: 'Alle sakene er førte, og referatet er skrive. Protokollen er ikkje godkjend.',
    PUT_ON: 'Set opp saker',
    FIX: 'Lås sakslista',
    MEETING_TO_RECORD: 'Registrer frammøtet',
    MINUTES: 'Skriv referatet',
    PROTOCOL_TO_APPROVE: 'Godkjenn protokollen',
  },
});

type Next = readonly [
  says: Parameters<ReturnType<typeof useText>>[0],
  step?: 'PUT_ON' | 'FIX' | 'MEETING_TO_RECORD' | 'MINUTES' | 'PROTOCOL_TO_APPROVE',
];

/** Where a meeting stands, and what comes next. */
export function nextOf(meeting: Meeting, now: string): Next | undefined {
  const { status, kind, meetsOn, agendaFixedOn, minutesOn } = meeting;
  if (status === 'PLANNED') {
    if (kind === 'BOARD' && agendaFixedOn === null && meeting.cases.length > 0) return ['toFix', 'FIX'];
    if (meetsOn > now) return agendaFixedOn === null ? ['ahead', 'PUT_ON'] : ['aheadFixed'];
    return [meetsOn === now ? 'now' : 'late', 'MEETING_TO_RECORD'];
  }
  if (status !== 'HELD') return undefined;
  if (untreated(meeting) > 0) return ['treating'];
  return minutesOn === null ? ['toWrite', 'MINUTES'] : ['toApprove', 'PROTOCOL_TO_APPROVE'];
}

/** Says so, with a button for it. */
export function NextStep({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const { steg } = meetingRoute.useSearch();
  const navigate = meetingRoute.useNavigate();
  const next = nextOf(meeting, today());
  if (next === undefined) return null;
  const [says, step] = next;
  const open = (to: MeetingStep) => () => void navigate({ search: withStep(to) });
  const values = { distance: agoOrAhead(meeting.meetsOn, language()), count: untreated(meeting) };
  return (
    <div className="panel next meeting-next" tabIndex={-1}>
      <p>{say(says, values)}</p>
      {step !== undefined && step !== steg && <Button onClick={open(step)}>{say(step)}</Button>}
    </div>
  );
}
