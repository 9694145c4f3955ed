import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { StepList } from '../../ui/step-list.js';
import { courseOf } from './course-of.js';
import { useCasePage } from './case-context.js';

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

export function Course() {
  const say = useText();
  const { profile } = usePlace();
  const { of, day } = useCasePage();
  const steps = courseOf(of, profile.deciderBody, day);
  return (
    <section aria-labelledby="course">
      <h2 id="course">{say('title')}</h2>
      <div className="air-small">
        <StepList steps={steps.map((step) => ({ ...step, name: capital(say(step.name)) }))} />
      </div>
    </section>
  );
}
