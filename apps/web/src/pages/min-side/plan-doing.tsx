import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Part } from './part.js';
import { Author, type OwnPlan } from './plan-author.js';

const useText = texts('own-plan-doing', {
  nb: {
    goals: 'Mål',
    reached: 'nådd {{day}}',
    by: 'innen {{day}}',
    measures: 'Det vi skal gjøre',
    you: 'du selv',
    does: 'Dette gjør {{who}}',
    done: 'Gjort {{day}}.',
    notYet: 'Ikke avtalt ferdig: enheten må si ja først.',
  },
  nn: {
    goals: 'Mål',
    reached: 'nådd {{day}}',
    by: 'innan {{day}}',
    measures: 'Det vi skal gjere',
    you: 'du sjølv',
    does: 'Dette gjer {{who}}',
    done: 'Gjort {{day}}.',
    notYet: 'Ikkje avtalt ferdig: eininga må seie ja først.',
  },
});

/** Main goals, each with its parts, and the milestones on the way. */
export function PlanGoals({ plan }: { readonly plan: OwnPlan }) {
  const say = useText();
  const { goals, milestones } = plan;
  if (goals.length === 0) return null;
  const inOrder = goals
    .filter(({ kind }) => kind === 'MAIN')
    .flatMap((main) => [main, ...goals.filter(({ partOfId }) => partOfId === main.goalId)]);
  return (
    <Part title={say('goals')}>
      <ul className="own-list">
        {inOrder.map((goal) => (
          <li key={goal.goalId} className={goal.kind === 'PART' ? 'own-under' : undefined}>
            <p className="written">
              {joined(
                textOf(goal.text),
                goal.reachedOn !== null && say('reached', { day: fullDay(goal.reachedOn) }),
              )}
            </p>
            <Author of={goal} />
            <ul className="dashes">
              {milestones
                .filter(({ goalId }) => goalId === goal.goalId)
                .map((one) => (
                  <li key={one.milestoneId}>
                    {joined(
                      textOf(one.text),
                      one.reachedOn !== null
                        ? say('reached', { day: fullDay(one.reachedOn) })
                        : one.dueOn !== null && say('by', { day: fullDay(one.dueOn) }),
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What is to be done, by whom and when. */
export function PlanMeasures({ plan: { measures } }: { readonly plan: OwnPlan }) {
  const say = useText();
  const label = useLabel();
  if (measures.length === 0) return null;
  const whoDoes = ({ responsible, responsibleParty, unit }: OwnPlan['measures'][number]) => {
    if (responsible === 'PERSON') return say('you');
    const where = unit === null ? label('measureResponsible', responsible) : label('unit', unit);
    return joined(textOf(responsibleParty?.name ?? null), where);
  };
  return (
    <Part title={say('measures')}>
      <ul className="own-list">
        {measures.map((one) => (
          <li key={one.measureId}>
            <p className="written">{textOf(one.text)}</p>
            <p className="quiet small">
              {joined(
                say('does', { who: whoDoes(one) }),
                one.completedOn === null && one.dueOn !== null && say('by', { day: fullDay(one.dueOn) }),
              )}
              . {one.completedOn !== null && say('done', { day: fullDay(one.completedOn) })}
              {one.completedOn === null && !one.binds && say('notYet')}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
