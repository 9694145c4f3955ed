import { today } from '../../dates/dates.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { StepList } from '../../ui/step-list.js';
import { courseOf } from './course-of.js';
import type { Case } from './scene.js';

const useText = texts('case-course', {
  nb: {
    title: 'Gangen i saken',
    need: 'Behov meldt',
    application: 'Søknad',
    mapped: 'Kartlagt',
    meeting: 'Møte',
    recommended: 'Tilråding',
    board: 'Nemnda',
    decided: 'Avgjørelse',
    sent: 'Svar sendt',
    coordinator: '{{coordinator}}',
  },
  nn: {
    title: 'Gangen i saka',
    need: 'Behov meldt',
    application: 'Søknad',
    mapped: 'Kartlagt',
    meeting: 'Møte',
    recommended: 'Tilråding',
    board: 'Nemnda',
    decided: 'Avgjerd',
    sent: 'Svar sendt',
    coordinator: '{{coordinator}}',
  },
});

export function Course({ of }: { readonly of: Case }) {
  const say = useText();
  const { profile } = usePlace();
  const steps = courseOf(of, profile.deciderBody, today());
  return (
    <section aria-labelledby="course">
      <h2 id="course">{say('title')}</h2>
      <div className="air-small">
        <StepList steps={steps.map((step) => ({ ...step, name: capital(say(step.name)) }))} />
      </div>
    </section>
  );
}
