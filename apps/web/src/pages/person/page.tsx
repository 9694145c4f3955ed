import { Alert, Button } from '@digdir/designsystemet-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fullDay, today, yearsFrom } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Freshness } from '../../ui/freshness.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Cases } from './cases.js';
import { Complaints } from './complaints.js';
import { Consents } from './consents-table.js';
import { Contact } from './contact.js';
import { Coordinator } from './coordinator.js';
import '../../ui/lines.css';
import './page.css';
import { PlanAndGroup } from './plan-and-group.js';
import { Reports } from './reports.js';
import { Relations } from './relations.js';
import { stepsByTask } from './steps-by-task.js';
import { OneStepAtATime } from './steps.js';
import { TrailTail } from './trail-tail.js';
import { type Person, usePerson } from './use-person.js';

const useText = texts('person', {
  nb: {
    documentTitle: 'Person',
    nameless: 'Uten navn',
    aged: '{{count}} år, født {{day}}',
    died: 'Død',
    moved: 'Flyttet fra kommunen',
    protected: 'Adressen er beskyttet. Navn og adresse vises ikke i lister og utskrifter.',
    disposed: 'Opplysningene om personen er slettet.',
    openCase: 'Åpne sak {{number}}',
    aCase: 'Åpne saken',
    print: 'Skriv ut personkort',
    history: 'Historikk',
    accessLog: 'Hvem har lest',
    followUp: 'Oppfølging',
    ownPage: 'Det personen selv ser',
    crisisPlan: 'Kriseplan',
    page: 'Alt på siden.',
  },
  nn: {
    documentTitle: 'Person',
    nameless: 'Utan namn',
    aged: '{{count}} år, fødd {{day}}',
    died: 'Død',
    moved: 'Flytta frå kommunen',
    protected: 'Adressa er verna. Namn og adresse blir ikkje viste i lister og utskrifter.',
    disposed: 'Opplysningane om personen er sletta.',
    openCase: 'Opne sak {{number}}',
    aCase: 'Opne saka',
    print: 'Skriv ut personkort',
    history: 'Historikk',
    accessLog: 'Kven har lese',
    followUp: 'Oppfølging',
    ownPage: 'Det personen sjølv ser',
    crisisPlan: 'Kriseplan',
    page: 'Alt på sida.',
  },
});
const route = getRouteApi('/inside/person/$subjectId');

/** A person: how to reach them, who is around them, what they consented to, who coordinates, and every case. */
export function PersonPage() {
  const say = useText();
  const { subjectId } = route.useParams();
  const [toContact, setToContact] = useState(false);
  const { person, coordination, subject, currentTo, error, refetch } = usePerson(subjectId, toContact);
  const seesAccessLog = useHasRole('LEADER', 'AUDITOR');
  const seesFollowUp = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const printsOwnPage = useHasRole('COORDINATOR');
  const seesCrisisPlan = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'SERVICE_OFFICE', 'UNIT_LEADER');
  const seesTrail = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'AUDITOR');
  if (subject === undefined) {
    return (
      <>
        <PageHead title={say('documentTitle')} />
        {error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />}
      </>
    );
  }
  const around = { subjectId, coordination, cases: person?.cases };
  const isPrinted = subject.protectedAddress !== true;
  return (
    <OneStepAtATime
      steps={stepsByTask(around)}
      subjectId={subjectId}
      revisions={{ person: person?.revision, coordination: coordination?.revision ?? undefined }}
    >
      <PageHead
        title={nameOf(subject) || say('nameless')}
        documentTitle={say('documentTitle')}
        lead={<Lead person={person} />}
        actions={
          <>
            <OpenCases cases={person?.cases ?? null} />
            {isPrinted && (
              <Button variant="secondary" onClick={() => print()}>
                {say('print')}
              </Button>
            )}
            {seesFollowUp && (
              <Link to="/oppfolging/$subjectId" params={{ subjectId }}>
                {say('followUp')}
              </Link>
            )}
            {printsOwnPage && (
              <Link to="/min-side/$subjectId" params={{ subjectId }}>
                {say('ownPage')}
              </Link>
            )}
            {seesCrisisPlan && (
              <Link to="/kriseplan/$subjectId" params={{ subjectId }}>
                {say('crisisPlan')}
              </Link>
            )}
            {seesTrail && (
              <Link to="/historikk/$what/$id" params={{ what: 'person', id: subjectId }}>
                {say('history')}
              </Link>
            )}
            {seesAccessLog && (
              <Link to="/innsynslogg" search={{ person: subjectId }}>
                {say('accessLog')}
              </Link>
            )}
          </>
        }
      />
      {subject.protectedAddress === true && <Alert data-color="warning">{say('protected')}</Alert>}
      {subject.disposed && <Alert data-color="info">{say('disposed')}</Alert>}
      {currentTo && <Freshness currentTo={currentTo} says={say('page')} />}
      <div className={isPrinted ? 'person-parts stack wide' : 'person-parts stack wide no-print'}>
        {person !== undefined && (
          <>
            <Contact person={person} showContact={() => setToContact(true)} />
            <Relations person={person} />
          </>
        )}
        <Consents subjectId={subjectId} coordination={coordination} />
        <Coordinator {...around} />
        <Reports {...around} />
        <PlanAndGroup {...around} />
        {person !== undefined && <Cases person={person} />}
        {person !== undefined && <Complaints subjectId={subjectId} />}
        <TrailTail subjectId={subjectId} />
      </div>
    </OneStepAtATime>
  );
}

function Lead({ person }: { readonly person: Person | undefined }) {
  const say = useText();
  if (person === undefined) return null;
  const born = textOf(person.birthDate);
  const facts = [
    /^\d{4}-/.test(born) && say('aged', { count: yearsFrom(born, today()), day: fullDay(born) }),
    person.isDead && say('died'),
    person.movedOn !== null && say('moved'),
  ].filter((fact) => typeof fact === 'string');
  return facts.length === 0 ? null : <>{facts.join('. ')}.</>;
}

/** The cases that are under way, newest first. */
function OpenCases({ cases }: { readonly cases: Person['cases'] }) {
  const say = useText();
  return cases
    ?.filter(({ closedOn }) => closedOn === null)
    .slice(0, 2)
    .map(({ caseId, caseNumber }) => (
      <Button asChild variant="secondary" key={caseId}>
        <Link to="/sak/$caseId" params={{ caseId }}>
          {caseNumber === null ? say('aCase') : say('openCase', { number: caseNumber })}
        </Link>
      </Button>
    ));
}
