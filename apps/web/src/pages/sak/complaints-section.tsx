import { ComplaintsOf, useSeesComplaints } from '../../complaints/complaints-of.js';
import { texts } from '../../i18n/texts.js';
import { useCasePage } from './case-context.js';

const useText = texts('case-complaints', { nb: { title: 'Klager' }, nn: { title: 'Klager' } });

/** What was complained of in the case, and where the next is written down. */
export function ComplaintsSection() {
  const say = useText();
  const { of } = useCasePage();
  if (!useSeesComplaints()) return null;
  return (
    <section className="case-section" aria-labelledby="case-complaints">
      <h2 id="case-complaints">{say('title')}</h2>
      <ComplaintsOf
        subjectId={of.subject.subjectId}
        caseId={of.caseId}
        {...(of.decisionId !== null && { decisionId: of.decisionId })}
      />
    </section>
  );
}
