import { Button } from '@digdir/designsystemet-react';
import { dayInText, longDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import type { Meeting } from './meeting.js';
import { useMeetingTexts } from './meeting-texts.js';
import { meetingRoute, meetingSearch, withStep } from './search.js';

const useText = texts('meeting-head', {
  nb: {
    title: '{{meetingName}} {{day}}',
    planned: 'Innkalt {{day}}.',
    moved: 'Flyttet hit {{day}}.',
    units: 'Innkalte enheter: {{units}}.',
    parties: 'Innkalte ellers: {{names}}.',
    fixed: 'Sakslista ble låst {{day}}.',
    large: 'Stor visning',
    usual: 'Vanlig visning',
    hide: 'Skjul navn',
    show: 'Vis navn',
    print: 'Skriv ut sakslista',
    printProtocol: 'Skriv ut protokollen',
    move: 'Flytt møtet',
    cancel: 'Avlys møtet',
  },
  nn: {
    title: '{{meetingName}} {{day}}',
    planned: 'Kalla inn {{day}}.',
    moved: 'Flytta hit {{day}}.',
    units: 'Innkalla einingar: {{units}}.',
    parties: 'Innkalla elles: {{names}}.',
    fixed: 'Sakslista vart låst {{day}}.',
    large: 'Stor vising',
    usual: 'Vanleg vising',
    hide: 'Gøym namn',
    show: 'Vis namn',
    print: 'Skriv ut sakslista',
    printProtocol: 'Skriv ut protokollen',
    move: 'Flytt møtet',
    cancel: 'Avlys møtet',
  },
});

/** Which meeting it is, when and where; how the room sees it, its print, and moving or cancelling it. */
export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const records = useHasRole('CASEWORKER');
  const { stor, utenNavn } = meetingRoute.useSearch();
  const navigate = meetingRoute.useNavigate();
  const turn = (change: object) => () =>
    void navigate({ search: (before) => meetingSearch({ ...before, ...change }), replace: true });
  const step = (steg: 'MOVE' | 'CANCEL') => () => void navigate({ search: withStep(steg) });
  return (
    <PageHead
      title={useMeetingTitle(meeting)}
      lead={useMeetingFacts(meeting).join(' ')}
      actions={
        <>
          <Button variant="tertiary" onClick={turn({ stor: !stor })}>
            {say(stor ? 'usual' : 'large')}
          </Button>
          <Button variant="tertiary" onClick={turn({ utenNavn: !utenNavn })}>
            {say(utenNavn ? 'show' : 'hide')}
          </Button>
          <Button variant="secondary" onClick={() => print()}>
            {say(meeting.heldOn === null ? 'print' : 'printProtocol')}
          </Button>
          {records && meeting.status === 'PLANNED' && (
            <>
              <Button variant="secondary" onClick={step('MOVE')}>
                {say('move')}
              </Button>
              <Button variant="tertiary" onClick={step('CANCEL')}>
                {say('cancel')}
              </Button>
            </>
          )}
        </>
      }
    />
  );
}

export function useMeetingTitle({ kind, meetsOn }: Meeting): string {
  const say = useText();
  const of = useMeetingTexts();
  return say('title', { meetingName: of(kind), day: longDay(meetsOn, language()) });
}

/** When, where and who was called in, in sentences. */
export function useMeetingFacts(meeting: Meeting): readonly string[] {
  const say = useText();
  const of = useMeetingTexts();
  const label = useLabel();
  const { startsAt, place, plannedOn, movedOn, invitedUnits, invitedParties, agendaFixedOn } = meeting;
  const where = [startsAt !== null && of('at', { clock: startsAt.replace(':', '.') }), textOf(place)]
    .filter((part) => part !== false && part !== '')
    .join(', ');
  return [
    where !== '' && `${capital(where)}.`,
    plannedOn !== null && say('planned', { day: dayInText(plannedOn, language()) }),
    movedOn !== null && say('moved', { day: dayInText(movedOn, language()) }),
    invitedUnits.length > 0 &&
      say('units', { units: invitedUnits.map((unit) => label('unit', unit)).join(', ') }),
    invitedParties.length > 0 &&
      say('parties', { names: invitedParties.map(({ name }) => textOf(name)).join(', ') }),
    agendaFixedOn !== null && say('fixed', { day: dayInText(agendaFixedOn, language()) }),
  ].filter((fact) => fact !== false);
}
