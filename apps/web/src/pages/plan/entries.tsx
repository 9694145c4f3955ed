import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { type Plan, type Section, usePlanPage } from './plan.js';
import { PlanSection, PlanSteps } from './section.js';

const useText = texts('plan-entries', {
  nb: { nothing: 'Ikke skrevet ennå.', changed: 'endret {{day}}' },
  nn: { nothing: 'Ikkje skrive enno.', changed: 'endra {{day}}' },
});

type Written = Extract<Section, 'OWN_STORY' | 'WHAT_MATTERS' | 'RESOURCES' | 'NEEDS' | 'HOW' | 'COOPERATION'>;

/** One section that is written entry by entry, each with its author (H12). */
export function Entries({ section }: { readonly section: Written }) {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  if (!plan.sections.includes(section)) return null;
  const own = plan.entries.filter((one) => one.section === section);
  return (
    <PlanSection part={section} title={capital(label('planSection', section))}>
      {own.length === 0 && <p className="quiet">{say('nothing')}</p>}
      {own.map((entry) => (
        <div key={entry.entryId} className="plan-entry">
          <p className="written">{textOf(entry.text)}</p>
          <p className="quiet small">
            <Author of={entry} />
            {entry.changedOn !== null && `, ${say('changed', { day: shortDay(entry.changedOn) })}`}
          </p>
          <PlanSteps part={section} about={entry.entryId} />
        </div>
      ))}
    </PlanSection>
  );
}

type Authored = Pick<Plan['entries'][number], 'author' | 'namedAuthor'> & {
  readonly writtenOn?: string;
  readonly setOn?: string;
};

/** Whose words they are, and when they were written. */
export function Author({ of }: { readonly of: Authored }) {
  const label = useLabel();
  const day = of.writtenOn ?? of.setOn;
  return (
    <>
      {joined(
        capital(label('planAuthor', of.author)),
        textOf(of.namedAuthor?.name ?? null),
        day !== undefined && shortDay(day),
      )}
    </>
  );
}
