import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/read.js';
import { fullDay, plainDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import '../../ui/asked.css';
import { Freshness } from '../../ui/freshness.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { EnquiryFacts } from './enquiry-facts.js';
import type { Enquiry } from './enquiry-steps.js';
import { EnquirySteps } from './enquiry-steps-list.js';
import { enquiryRoute } from './search.js';

const useText = texts('enquiry', {
  nb: {
    title: 'Henvendelse {{day}}',
    about: 'Gjelder {{name}}',
    nobody: 'Gjelder ingen som er registrert',
    history: 'Hele historikken',
    WAITING: 'Henvendelsen kom {{day}}. Ingen har svart.',
    PASSED_ON: 'Henvendelsen er sendt videre til {{to}}. Den er ikke besvart.',
    ANSWERED: 'Henvendelsen ble besvart {{day}}.',
    REFERRED: 'Den som ringte, fikk vite {{day}} hvem en kan vende seg til.',
    BECAME_CASE: 'Henvendelsen går videre i en sak.',
    CLOSED: 'Henvendelsen ble avsluttet {{day}}.',
    theUnit: 'koordinerende enhet',
  },
  nn: {
    title: 'Førespurnad {{day}}',
    about: 'Gjeld {{name}}',
    nobody: 'Gjeld ingen som er registrert',
    history: 'Heile historikken',
    WAITING: 'Førespurnaden kom {{day}}. Ingen har svart.',
    PASSED_ON: 'Førespurnaden er send vidare til {{to}}. Det er ikkje svart på han.',
    ANSWERED: 'Det vart svart på førespurnaden {{day}}.',
    REFERRED: 'Den som ringde, fekk vite {{day}} kven ein kan vende seg til.',
    BECAME_CASE: 'Førespurnaden går vidare i ei sak.',
    CLOSED: 'Førespurnaden vart avslutta {{day}}.',
    theUnit: 'koordinerande eining',
  },
});

/** One enquiry: who asked what, what came of it, and what can be done about it. */
export function EnquiryPage() {
  const { enquiryId } = enquiryRoute.useParams();
  const { data, error, refetch } = useRead('/v1/enquiries/{enquiryId}', { params: { path: { enquiryId } } });
  if (data?.enquiryId === enquiryId) return <OneEnquiry key={enquiryId} of={data} />;
  return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
}

function OneEnquiry({ of }: { readonly of: Enquiry }) {
  const say = useText();
  const label = useLabel();
  const seesPerson = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const [opened, setOpened] = useState<string>();
  const day = { ANSWERED: of.answeredOn, REFERRED: of.referredOn, CLOSED: of.closedOn }[
    of.status as 'CLOSED'
  ];
  const title = say('title', { day: fullDay(of.receivedOn) });
  return (
    <>
      <PageHead
        title={title}
        documentTitle={title}
        over={capital(label('targetGroup', of.sourceType))}
        lead={
          of.subject === null ? (
            say('nobody')
          ) : seesPerson ? (
            <Link to="/person/$subjectId" params={{ subjectId: of.subject.subjectId }}>
              {say('about', { name: nameOf(of.subject) })}
            </Link>
          ) : (
            say('about', { name: nameOf(of.subject) })
          )
        }
        actions={
          <Link
            className="no-print"
            to="/historikk/$what/$id"
            params={{ what: 'henvendelse', id: of.enquiryId }}
          >
            {say('history')}
          </Link>
        }
      />
      <div className="stack wide">
        <section className="stack">
          <p className="status-sentence">
            {say(of.status, {
              day: plainDay(day ?? of.receivedOn),
              to: of.unit === null ? say('theUnit') : label('unit', of.unit),
            })}
          </p>
          <Freshness currentTo={of.currentTo} />
          <blockquote className="asked">
            <p className="keep-lines">{textOf(of.text)}</p>
          </blockquote>
        </section>
        <EnquirySteps of={of} opened={opened} setOpened={setOpened} />
        <EnquiryFacts of={of} />
      </div>
    </>
  );
}
