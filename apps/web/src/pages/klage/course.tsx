import { texts } from '../../i18n/texts.js';
import { StepList } from '../../ui/step-list.js';
import { courseOf } from './course-of.js';
import type { Complaint } from './scene.js';

const useText = texts('complaint-course', {
  nb: {
    title: 'Gangen i klagen',
    grounds: 'Begrunnelse bedt om',
    received: 'Klage',
    assessed: 'I tide?',
    reconsidered: 'Ny vurdering',
    forwarded: 'Sendt statsforvalteren',
    decided: 'Avgjort',
    complied: 'Fulgt opp',
  },
  nn: {
    title: 'Gangen i klaga',
    grounds: 'Grunngiving bede om',
    received: 'Klage',
    assessed: 'I tide?',
    reconsidered: 'Ny vurdering',
    forwarded: 'Send statsforvaltaren',
    decided: 'Avgjord',
    complied: 'Følgd opp',
  },
});

export function Course({ of }: { readonly of: Complaint }) {
  const say = useText();
  return (
    <section aria-labelledby="course">
      <h2 id="course">{say('title')}</h2>
      <div className="air-small">
        <StepList steps={courseOf(of).map((step) => ({ ...step, name: say(step.name) }))} />
      </div>
    </section>
  );
}
