import { Button } from '@digdir/designsystemet-react';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import type { AgendaCase, Meeting } from './meeting.js';
import { meetingRoute, type MeetingStep, withStep } from './search.js';

const useText = texts('protocol', {
  nb: {
    soFar: 'Protokoll så langt',
    title: 'Protokoll',
    case: 'Sak {{place}}, {{number}}.',
    noNumber: 'uten nummer',
    open: 'Ikke behandlet ennå.',
    out: '{{names}} gikk ut.',
    minutes: 'Referat',
    writtenOn: 'Skrevet {{day}}.',
    document: 'Referatet er et dokument, med kontrollsum {{digest}}.',
    numbers: 'Protokollen bruker saksnummer, ikke navn.',
    approved: 'Protokollen ble godkjent {{day}}.',
    approvedBy: 'Protokollen ble godkjent {{day}} av {{names}}.',
    cancelled: 'Møtet ble avlyst {{day}}. Sakene venter på et annet møte.',
    write: 'Skriv referatet',
    rewrite: 'Skriv referatet på nytt',
    approve: 'Godkjenn protokollen',
  },
  nn: {
    soFar: 'Protokoll så langt',
    title: 'Protokoll',
    case: 'Sak {{place}}, {{number}}.',
    noNumber: 'utan nummer',
    open: 'Ikkje behandla enno.',
    out: '{{names}} gjekk ut.',
    minutes: 'Referat',
    writtenOn: 'Skrive {{day}}.',
    document: 'Referatet er eit dokument, med kontrollsum {{digest}}.',
    numbers: 'Protokollen bruker saksnummer, ikkje namn.',
    approved: 'Protokollen vart godkjend {{day}}.',
    approvedBy: 'Protokollen vart godkjend {{day}} av {{names}}.',
    cancelled: 'Møtet vart avlyst {{day}}. Sakene ventar på eit anna møte.',
    write: 'Skriv referatet',
    rewrite: 'Skriv referatet på nytt',
    approve: 'Godkjenn protokollen',
  },
});

/** What the meeting came to, case by case, with the minutes and who approved it. Names nobody whom a case is about. */
export function Protocol({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const records = useHasRole('CASEWORKER');
  const navigate = meetingRoute.useNavigate();
  const { status, minutesOn } = meeting;
  if (status === 'PLANNED') return null;
  const open = (steg: MeetingStep) => () => void navigate({ search: withStep(steg) });
  return (
    <section className="protocol" aria-labelledby="protocol">
      <div className="row apart">
        <h2 id="protocol">{say(status === 'HELD' ? 'soFar' : 'title')}</h2>
        {records && status === 'HELD' && (
          <div className="row">
            <Button variant="secondary" onClick={open('MINUTES')}>
              {say(minutesOn === null ? 'write' : 'rewrite')}
            </Button>
            {minutesOn !== null && (
              <Button variant="secondary" onClick={open('PROTOCOL_TO_APPROVE')}>
                {say('approve')}
              </Button>
            )}
          </div>
        )}
      </div>
      <ProtocolText meeting={meeting} />
      <p className="small quiet air-small">{say('numbers')}</p>
    </section>
  );
}

/** The protocol itself, on the page and in print. */
export function ProtocolText({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const { cases, minutes, minutesDigest, minutesOn, protocolApprovedOn, protocolApprovedBy } = meeting;
  const names = protocolApprovedBy.map(({ name }) => textOf(name)).join(', ');
  if (meeting.cancelledOn !== null) {
    return (
      <p>
        {say('cancelled', { day: fullDay(meeting.cancelledOn) })} {textOf(meeting.cancellationReason)}
      </p>
    );
  }
  return (
    <>
      <ol className="protocol-cases">
        {cases.map((one, i) => (
          <li key={one.caseId}>
            <strong>{say('case', { place: i + 1, number: one.caseNumber ?? say('noNumber') })}</strong>{' '}
            <CaseLine one={one} />
          </li>
        ))}
      </ol>
      {minutesOn !== null && (
        <>
          <h3 className="air-small">{say('minutes')}</h3>
          <p className="keep-lines">{textOf(minutes)}</p>
          {textOf(minutesDigest) !== '' && (
            <p className="small">{say('document', { digest: textOf(minutesDigest) })}</p>
          )}
          <p className="small quiet">{say('writtenOn', { day: fullDay(minutesOn) })}</p>
        </>
      )}
      {protocolApprovedOn !== null && (
        <p className="air-small">
          {names === ''
            ? say('approved', { day: fullDay(protocolApprovedOn) })
            : say('approvedBy', { day: fullDay(protocolApprovedOn), names })}
        </p>
      )}
    </>
  );
}

function CaseLine({ one }: { readonly one: AgendaCase }) {
  const say = useText();
  const label = useLabel();
  const { treatment, reason, disqualified } = one;
  if (treatment === null) return <span className="quiet">{say('open')}</span>;
  const out = disqualified.map(({ name }) => textOf(name));
  return (
    <>
      {capital(label('treatment', treatment))}. {textOf(reason)}{' '}
      {out.length > 0 && say('out', { names: out.join(', ') })}
    </>
  );
}
