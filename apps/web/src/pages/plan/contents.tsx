import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlanPage } from './plan.js';

const useText = texts('plan-contents', {
  nb: {
    title: 'Det en plan skal ha',
    whole: 'Planen har alt den skal ha.',
    here: 'på plass',
    lacks: 'mangler',
  },
  nn: {
    title: 'Det ein plan skal ha',
    whole: 'Planen har alt han skal ha.',
    here: 'på plass',
    lacks: 'manglar',
  },
});

/** The nine contents of a plan, each there or with what lacks. */
export function Contents() {
  const say = useText();
  const label = useLabel();
  const { contents } = usePlanPage().plan;
  if (contents.length === 0) return null;
  return (
    <aside className="case-section no-print" aria-labelledby="plan-contents">
      <h2 id="plan-contents">{say('title')}</h2>
      {contents.every(({ lacks }) => lacks.length === 0) && <p>{say('whole')}</p>}
      <ol className="plan-contents" type="a">
        {contents.map(({ content, lacks }) => (
          <li key={content} className={lacks.length === 0 ? 'there' : 'lacking'}>
            <strong>{capital(label('planContent', content))}</strong>
            {`: ${say(lacks.length === 0 ? 'here' : 'lacks')}`}
            {lacks.map((one) => (
              <p key={one} className="small">
                {label('planLack', one)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </aside>
  );
}
