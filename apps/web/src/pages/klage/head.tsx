import { Link } from '@tanstack/react-router';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { useComplaintPage } from './complaint-context.js';
import { StepButtons } from './section.js';

const useText = texts('complaint-head', {
  nb: {
    title: 'Klage: {{name}}',
    documentTitle: 'Klage',
    aComplaint: 'Klage',
    case: 'Sak {{number}}',
    aCase: 'Saken',
    noCase: 'Gjelder ingen sak',
    person: 'Personens side',
    byThemselves: 'Klager selv.',
    by: 'Klaget av {{who}}.',
    authority: 'Skriftlig fullmakt er lagt fram.',
    noAuthority: 'Skriftlig fullmakt mangler.',
    history: 'Hele historikken',
    letters: 'Brev i saken',
  },
  nn: {
    title: 'Klage: {{name}}',
    documentTitle: 'Klage',
    aComplaint: 'Klage',
    case: 'Sak {{number}}',
    aCase: 'Saka',
    noCase: 'Gjeld inga sak',
    person: 'Sida til personen',
    byThemselves: 'Klagar sjølv.',
    by: 'Klaga av {{who}}.',
    authority: 'Skriftleg fullmakt er lagd fram.',
    noAuthority: 'Skriftleg fullmakt manglar.',
    history: 'Heile historikken',
    letters: 'Brev i saka',
  },
});

/** Whose complaint, in which case, and who speaks. */
export function ComplaintHead() {
  const say = useText();
  const label = useLabel();
  const { of, steps } = useComplaintPage();
  const { caseId, caseNumber, subject, complainant, complainantParty, hasAuthority } = of;
  const name = nameOf(subject);
  const who = joined(
    textOf(complainantParty?.name),
    complainant !== null && label('complainant', complainant),
  );
  return (
    <PageHead
      title={name === '' ? say('aComplaint') : say('title', { name })}
      documentTitle={say('documentTitle')}
      over={
        <>
          {caseId === null ? (
            say('noCase')
          ) : (
            <Link to="/sak/$caseId" params={{ caseId }}>
              {caseNumber === null ? say('aCase') : say('case', { number: caseNumber })}
            </Link>
          )}
          {'. '}
          <Link to="/person/$subjectId" params={{ subjectId: subject.subjectId }}>
            {say('person')}
          </Link>
        </>
      }
      lead={
        complainant !== null && (
          <>
            {complainant === 'SUBJECT' ? say('byThemselves') : capital(say('by', { who }))}{' '}
            {hasAuthority !== null && say(hasAuthority ? 'authority' : 'noAuthority')}
          </>
        )
      }
      actions={
        <>
          <Link className="no-print" to="/historikk/$what/$id" params={{ what: 'klage', id: of.complaintId }}>
            {say('history')}
          </Link>
          {caseId !== null && (
            <Link className="no-print" to="/sak/$caseId" params={{ caseId }} hash="case-letters">
              {say('letters')}
            </Link>
          )}
          <StepButtons steps={steps.filter(({ section }) => section === 'withdrawal')} />
        </>
      }
    />
  );
}
