import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Author } from './entries.js';
import { type Plan, usePlanPage } from './plan.js';
import { PlanSection, PlanSteps } from './section.js';

const useText = texts('plan-goals', {
  nb: {
    nothing: 'Ingen mål er satt ennå.',
    reached: 'Nådd {{day}}',
    dropped: 'Lagt bort {{day}}',
    milestones: 'Milepæler',
    due: 'innen {{day}}',
  },
  nn: {
    nothing: 'Ingen mål er sette enno.',
    reached: 'Nådd {{day}}',
    dropped: 'Lagt bort {{day}}',
    milestones: 'Milepælar',
    due: 'innan {{day}}',
  },
});

type Goal = Plan['goals'][number];

/** Main goals, each with the goals that are parts of it, and the milestones on the way (H5). */
export function Goals() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  if (!plan.sections.includes('GOALS')) return null;
  const main = plan.goals.filter(({ kind }) => kind === 'MAIN');
  return (
    <PlanSection part="GOALS" title={capital(label('planSection', 'GOALS'))}>
      {main.length === 0 && <p className="quiet">{say('nothing')}</p>}
      {main.map((goal) => (
        <div key={goal.goalId} className="plan-entry">
          <OneGoal goal={goal} />
          {plan.goals
            .filter(({ partOfId }) => partOfId === goal.goalId)
            .map((part) => (
              <div key={part.goalId} className="plan-part">
                <OneGoal goal={part} />
              </div>
            ))}
        </div>
      ))}
    </PlanSection>
  );
}

function OneGoal({ goal }: { readonly goal: Goal }) {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  const milestones = plan.milestones.filter(({ goalId }) => goalId === goal.goalId);
  const { reachedOn, droppedOn } = goal;
  return (
    <>
      <p className="written">
        <strong>{capital(label('goalKind', goal.kind))}:</strong> {textOf(goal.text)}
      </p>
      <p className="quiet small">
        <Author of={goal} />
        {reachedOn !== null && `. ${say('reached', { day: shortDay(reachedOn) })}`}
        {droppedOn !== null && `. ${say('dropped', { day: shortDay(droppedOn) })}`}
      </p>
      {milestones.length > 0 && (
        <ul className="dashes small" aria-label={say('milestones')}>
          {milestones.map((one) => (
            <li key={one.milestoneId}>
              {joined(
                textOf(one.text),
                one.dueOn !== null && say('due', { day: shortDay(one.dueOn) }),
                one.reachedOn !== null && say('reached', { day: shortDay(one.reachedOn) }),
              )}
              <PlanSteps part="GOALS" about={one.milestoneId} />
            </li>
          ))}
        </ul>
      )}
      <PlanSteps part="GOALS" about={goal.goalId} />
    </>
  );
}
