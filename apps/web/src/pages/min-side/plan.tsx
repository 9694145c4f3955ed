import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { byAge, type Own } from './own.js';
import { Part } from './part.js';
import { Author, type OwnPlan } from './plan-author.js';
import { PlanGoals, PlanMeasures } from './plan-doing.js';

const useText = texts('own-plan', {
  nb: {
    title: 'Planen din',
    lead: 'Planen er din. Du bestemmer hva som skal stå, og hvem som får lese den. Vil du endre noe, si det til den som koordinerer for deg.',
    leadYoung: 'Dette er planen din. Du skal være med og si hva som er viktig. Er noe feil, si fra.',
    none: 'Du har ingen plan nå. Vil du ha en, kan du si det til oss.',
    nothing: 'Det er ikke skrevet noe i planen her ennå.',
    paper: 'Planen er på papir.',
    paused: 'Planen har pause siden {{day}}.',
    review: 'Dere ser på planen sammen igjen {{day}}.',
    approved: 'Du sa ja til planen {{day}}.',
    people: 'De som er med',
    does: 'Bidrar med: {{what}}',
  },
  nn: {
    title: 'Planen din',
    lead: 'Planen er din. Du avgjer kva som skal stå, og kven som får lese han. Vil du endre noko, sei det til den som koordinerer for deg.',
    leadYoung: 'Dette er planen din. Du skal vere med og seie kva som er viktig. Er noko feil, sei frå.',
    none: 'Du har ingen plan no. Vil du ha ein, kan du seie det til oss.',
    nothing: 'Det er ikkje skrive noko i planen her enno.',
    paper: 'Planen er på papir.',
    paused: 'Planen har pause sidan {{day}}.',
    review: 'De ser på planen saman igjen {{day}}.',
    approved: 'Du sa ja til planen {{day}}.',
    people: 'Dei som er med',
    does: 'Bidreg med: {{what}}',
  },
});

const sections = ['OWN_STORY', 'WHAT_MATTERS', 'RESOURCES', 'NEEDS', 'HOW', 'COOPERATION'] as const;

/** The plan as its owner reads it: each section with whose words it is (H12, F8). */
export function Plan({ own }: { readonly own: Own }) {
  const say = useText();
  const { plan } = own;
  if (plan === null) {
    return (
      <Part title={say('title')}>
        <p>{say('none')}</p>
      </Part>
    );
  }
  const isEmpty = plan.entries.length + plan.goals.length + plan.measures.length === 0;
  return (
    <>
      <Part title={say('title')} lead={say(byAge(own, 'lead', 'leadYoung'))}>
        {plan.onPaper && <p>{say('paper')}</p>}
        {isEmpty && !plan.onPaper && <p>{say('nothing')}</p>}
        {plan.pausedOn !== null && <p>{say('paused', { day: fullDay(plan.pausedOn) })}</p>}
        {plan.approvedOn !== null && <p>{say('approved', { day: fullDay(plan.approvedOn) })}</p>}
        {plan.nextReviewOn !== null && <p>{say('review', { day: fullDay(plan.nextReviewOn) })}</p>}
      </Part>
      {sections.map((section) => (
        <Written key={section} plan={plan} section={section} />
      ))}
      <PlanGoals plan={plan} />
      <PlanMeasures plan={plan} />
      <Participants plan={plan} />
    </>
  );
}

function Written({ plan, section }: { readonly plan: OwnPlan; readonly section: (typeof sections)[number] }) {
  const label = useLabel();
  const entries = plan.entries.filter((one) => one.section === section);
  if (entries.length === 0) return null;
  return (
    <Part title={capital(label('planSection', section))}>
      {entries.map((entry) => (
        <div key={entry.entryId}>
          <p className="written">{textOf(entry.text)}</p>
          <Author of={entry} />
        </div>
      ))}
    </Part>
  );
}

function Participants({ plan: { participants } }: { readonly plan: OwnPlan }) {
  const say = useText();
  const label = useLabel();
  if (participants.length === 0) return null;
  return (
    <Part title={say('people')}>
      <ul className="own-list">
        {participants.map((one) => {
          const what = textOf(one.contribution);
          return (
            <li key={one.participantId}>
              <strong>{textOf(one.party?.name ?? null) || textOf(one.name)}</strong>{' '}
              {label('planSector', one.sector)}
              {what !== '' && <span className="under">{say('does', { what })}</span>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
