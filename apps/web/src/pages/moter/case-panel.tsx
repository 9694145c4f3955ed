import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';
import { CaseFacts } from './case-facts.js';
import { type AgendaCase, type AgendaPoint, calledOf, type Meeting, pointAfter } from './meeting.js';
import { meetingRoute, withPoint, withStep } from './search.js';
import { TreatCase } from './treat-case.js';

const useText = texts('case-panel', {
  nb: {
    title: 'Sak {{place}}: {{called}}',
    born: 'f. {{year}}',
    open: 'Åpne saken',
    before: 'Har vært oppe før',
    beforeAt: '{{day}}, {{what}}',
    untreated: 'ikke ført',
    putOn: 'Satt opp',
    first: 'Registrer fremmøtet først. Så kan saken føres her.',
    outcome: 'Møtet',
    out: 'Gikk ut',
    reason: 'Til protokollen',
    decide: 'Skriv avgjørelsen på saken',
    concluded: 'Registrer hva nemnda kom til, på saken',
    next: 'Gå til neste',
    takeOff: 'Ta av sakslista',
  },
  nn: {
    title: 'Sak {{place}}: {{called}}',
    born: 'f. {{year}}',
    open: 'Opne saka',
    before: 'Har vore oppe før',
    beforeAt: '{{day}}, {{what}}',
    untreated: 'ikkje ført',
    putOn: 'Sett opp',
    first: 'Registrer frammøtet først. Så kan saka førast her.',
    outcome: 'Møtet',
    out: 'Gjekk ut',
    reason: 'Til protokollen',
    decide: 'Skriv avgjerda på saka',
    concluded: 'Registrer kva nemnda kom til, på saka',
    next: 'Gå til neste',
    takeOff: 'Ta av sakslista',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly points: readonly AgendaPoint[];
  readonly place: number;
  readonly one: AgendaCase;
}

/** The case that is taken up: what is known of it, and what the meeting does with it. */
export function CasePanel({ meeting, points, place, one }: Props) {
  const say = useText();
  const label = useLabel();
  const readsCases = useHasRole('CASEWORKER', 'LEADER');
  const records = useHasRole('CASEWORKER');
  const { utenNavn = false } = meetingRoute.useSearch();
  const navigate = meetingRoute.useNavigate();
  const { caseId, caseNumber, subject, earlier, treatment } = one;
  const called = calledOf(one, utenNavn);
  const next = pointAfter(points, caseId);
  const goOn = () => {
    if (next === undefined) return;
    void navigate({ search: withPoint(next.key), replace: true });
    requestAnimationFrame(() => document.getElementById('point')?.focus());
  };
  const meta = [
    subject.birthYear !== null && say('born', { year: subject.birthYear }),
    caseNumber !== called && caseNumber,
  ].filter((fact) => typeof fact === 'string');
  return (
    <section className="case-panel" aria-labelledby="point">
      <div className="row apart">
        <h2 id="point" tabIndex={-1}>
          {say('title', { place, called })} <span className="meta">{meta.join(', ')}</span>
        </h2>
        {readsCases && (
          <Link to="/sak/$caseId" params={{ caseId }} className="small">
            {say('open')}
          </Link>
        )}
      </div>
      <Facts
        tight
        rows={[
          [say('putOn'), fullDay(one.putOn)],
          earlier.length > 0 && [
            say('before'),
            earlier.map(({ meetingId, meetsOn, treatment: then }) => (
              <Link key={meetingId} to="/moter/$meetingId" params={{ meetingId }} className="line">
                {say('beforeAt', {
                  day: fullDay(meetsOn),
                  what: then === null ? say('untreated') : label('treatment', then),
                })}
              </Link>
            )),
          ],
        ]}
      />
      {readsCases && <CaseFacts caseId={caseId} withoutNames={utenNavn} />}
      {treatment !== null && <Outcome one={one} withoutNames={utenNavn} />}
      {treatment !== null && records && (
        <div className="row air-small">
          {(treatment === 'TREATED' || meeting.protocolApprovedOn !== null) && treatment !== 'PUT_OFF' && (
            <Link
              to="/sak/$caseId"
              params={{ caseId }}
              search={{ steg: meeting.kind === 'UNIT' ? 'DECISION_TO_MAKE' : 'BOARD_TO_CONCLUDE' }}
            >
              {say(meeting.kind === 'UNIT' ? 'decide' : 'concluded')}
            </Link>
          )}
          {next !== undefined && (
            <Button variant="secondary" onClick={goOn}>
              {say('next')}
            </Button>
          )}
        </div>
      )}
      {treatment === null && records && meeting.status === 'PLANNED' && (
        <>
          <p className="air-small quiet">{say('first')}</p>
          {meeting.agendaFixedOn === null && (
            <Button
              variant="tertiary"
              className="air-small"
              onClick={() =>
                void navigate({ search: (before) => ({ ...withStep('TAKE_OFF')(before), sak: caseId }) })
              }
            >
              {say('takeOff')}
            </Button>
          )}
        </>
      )}
      {treatment === null && records && meeting.status === 'HELD' && (
        <TreatCase meeting={meeting} caseId={caseId} isLast={next === undefined} onDone={goOn} />
      )}
    </section>
  );
}

/** What the meeting came to. */
function Outcome({ one, withoutNames }: { readonly one: AgendaCase; readonly withoutNames: boolean }) {
  const say = useText();
  const label = useLabel();
  const { treatment, disqualified, reason } = one;
  return (
    <div className="outcome">
      <Facts
        tight
        rows={[
          treatment !== null && [
            say('outcome'),
            <strong key="it">{capital(label('treatment', treatment))}</strong>,
          ],
          disqualified.length > 0 && [say('out'), disqualified.map(({ name }) => textOf(name)).join(', ')],
          textOf(reason) !== '' &&
            !withoutNames && [
              say('reason'),
              <span key="it" className="keep-lines">
                {textOf(reason)}
              </span>,
            ],
        ]}
      />
    </div>
  );
}
