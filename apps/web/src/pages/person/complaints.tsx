import { ComplaintsOf, useSeesComplaints } from '../../complaints/complaints-of.js';
import { texts } from '../../i18n/texts.js';
import { Section } from '../../ui/section.js';

const useText = texts('person-complaints', { nb: { title: 'Klager' }, nn: { title: 'Klager' } });

/** What was complained of in whatever concerns the person, and where the next is written down. */
export function Complaints({ subjectId }: { readonly subjectId: string }) {
  const say = useText();
  return useSeesComplaints() ? (
    <Section title={say('title')}>
      <ComplaintsOf subjectId={subjectId} />
    </Section>
  ) : null;
}
