import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { type Plan, usePlanPage } from './plan.js';
import { PlanSection, PlanSteps } from './section.js';

const useText = texts('plan-measures', {
  nb: {
    nothing: 'Ingen tiltak er avtalt ennå.',
    responsible: 'Ansvarlig',
    extent: 'Omfang',
    how: 'Gjennomføring',
    days: 'Tid',
    starts: 'fra {{day}}',
    due: 'frist {{day}}',
    moved: 'flyttet {{times}} ganger',
    cost: 'Kostnad',
    cleared: 'Lederen sa ja {{day}}.',
    declined: 'Lederen sa nei {{day}}. Tiltaket er ikke bindende.',
    asked: 'Lederen ble spurt {{day}}. Tiltaket er ikke bindende ennå.',
    unasked: 'Lederen er ikke spurt. Tiltaket er ikke bindende ennå.',
    state: 'Status',
    completed: 'gjennomført {{day}}',
    cancelled: 'avlyst {{day}}',
  },
  nn: {
    nothing: 'Ingen tiltak er avtalte enno.',
    responsible: 'Ansvarleg',
    extent: 'Omfang',
    how: 'Gjennomføring',
    days: 'Tid',
    starts: 'frå {{day}}',
    due: 'frist {{day}}',
    moved: 'flytta {{times}} gonger',
    cost: 'Kostnad',
    cleared: 'Leiaren sa ja {{day}}.',
    declined: 'Leiaren sa nei {{day}}. Tiltaket er ikkje bindande.',
    asked: 'Leiaren vart spurd {{day}}. Tiltaket er ikkje bindande enno.',
    unasked: 'Leiaren er ikkje spurd. Tiltaket er ikkje bindande enno.',
    state: 'Status',
    completed: 'gjennomført {{day}}',
    cancelled: 'avlyst {{day}}',
  },
});

type Measure = Plan['measures'][number];

/** Who does what, how much, by when, and whether it binds anybody (F3, F4, F10). */
export function Measures() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  if (!plan.sections.includes('MEASURES')) return null;
  return (
    <PlanSection part="MEASURES" title={capital(label('planSection', 'MEASURES'))}>
      {plan.measures.length === 0 && <p className="quiet">{say('nothing')}</p>}
      {plan.measures.map((one) => (
        <div key={one.measureId} className="plan-entry">
          <p className="written">
            <strong>{textOf(one.text)}</strong>
          </p>
          <OneMeasure of={one} />
          <PlanSteps part="MEASURES" about={one.measureId} />
        </div>
      ))}
    </PlanSection>
  );
}

function OneMeasure({ of }: { readonly of: Measure }) {
  const say = useText();
  const label = useLabel();
  const { startsOn, dueOn, extent, how, timesMoved, completedOn, cancelledOn } = of;
  return (
    <Facts
      tight
      rows={[
        [
          say('responsible'),
          joined(
            label('measureResponsible', of.responsible),
            of.unit !== null && label('unit', of.unit),
            textOf(of.responsibleParty?.name ?? null),
          ),
        ],
        extent !== null && [say('extent'), textOf(extent)],
        how !== null && [say('how'), textOf(how)],
        (startsOn ?? dueOn) !== null && [
          say('days'),
          joined(
            startsOn !== null && say('starts', { day: shortDay(startsOn) }),
            dueOn !== null && say('due', { day: shortDay(dueOn) }),
            timesMoved > 0 && say('moved', { times: String(timesMoved) }),
          ),
        ],
        of.hasCost && [say('cost'), <Cost key="cost" of={of} />],
        completedOn !== null && [say('state'), say('completed', { day: shortDay(completedOn) })],
        cancelledOn !== null && [say('state'), say('cancelled', { day: shortDay(cancelledOn) })],
      ]}
    />
  );
}

function Cost({ of }: { readonly of: Measure }) {
  const say = useText();
  const { clearanceGrantedOn, clearanceDeclinedOn, clearanceRequestedOn } = of;
  if (clearanceGrantedOn !== null) return say('cleared', { day: shortDay(clearanceGrantedOn) });
  if (clearanceDeclinedOn !== null) return say('declined', { day: shortDay(clearanceDeclinedOn) });
  if (clearanceRequestedOn !== null) return say('asked', { day: shortDay(clearanceRequestedOn) });
  return say('unasked');
}
