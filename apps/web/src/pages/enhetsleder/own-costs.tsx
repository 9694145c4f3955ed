import { getRouteApi } from '@tanstack/react-router';
import { type Read, useReadPages } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { StepButton } from '../../steps/step-button.js';
import { StepForm } from '../../steps/step-form.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { MoreButton } from '../../ui/more-button.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('own-costs', {
  nb: {
    title: 'Kostnader som venter på svar',
    lead: 'Et tiltak i en individuell plan er ikke bindende før du har sagt ja til kostnaden.',
    none: 'Ingen kostnader venter på svar.',
    person: 'Person',
    protected: 'Person med fortrolig adresse: svar gjennom koordinatoren.',
    unit: 'Enhet',
    asked: 'spurt {{day}}',
    note: 'Fra den som spør',
    extent: 'Omfang',
    how: 'Gjennomføring',
    days: 'Tid',
    starts: 'fra {{day}}',
    due: 'frist {{day}}',
    more: 'Vis flere',
  },
  nn: {
    title: 'Kostnader som ventar på svar',
    lead: 'Eit tiltak i ein individuell plan er ikkje bindande før du har sagt ja til kostnaden.',
    none: 'Ingen kostnader ventar på svar.',
    person: 'Person',
    protected: 'Person med fortruleg adresse: svar gjennom koordinatoren.',
    unit: 'Eining',
    asked: 'spurd {{day}}',
    note: 'Frå den som spør',
    extent: 'Omfang',
    how: 'Gjennomføring',
    days: 'Tid',
    starts: 'frå {{day}}',
    due: 'frist {{day}}',
    more: 'Vis fleire',
  },
});

type Plan = Read<'/v1/clearances'>['plans'][number];
type Measure = Plan['measures'][number];
const answers = ['PlanClearances_grant', 'PlanClearances_decline'] as const;
const route = getRouteApi('/inside/enhetsleder');

/** Measures in plans whose cost the leader of the unit is asked about, and the answer (F4). */
export function OwnCosts() {
  const say = useText();
  const pages = useReadPages('/v1/clearances', { params: { query: { limit: 50 } } });
  const { data, error, refetch } = pages;
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const asked = data.pages
    .flatMap(({ plans }) => plans)
    .flatMap((plan) => plan.measures.map((measure) => ({ plan, measure })));
  return (
    <section aria-labelledby="costs">
      <h2 id="costs">{say('title')}</h2>
      <p className="quiet air-small">{say('lead')}</p>
      {asked.length === 0 ? (
        <p className="quiet air-small">{say('none')}</p>
      ) : (
        <ol className="report-list">
          {asked.map(({ plan, measure }) => (
            <OneCost key={measure.measureId} plan={plan} measure={measure} />
          ))}
        </ol>
      )}
      <MoreButton pages={pages} label={say('more')} />
    </section>
  );
}

function OneCost({ plan, measure }: { readonly plan: Plan; readonly measure: Measure }) {
  const say = useText();
  const label = useLabel();
  const { steg } = route.useSearch();
  const navigate = route.useNavigate();
  const turn = (key: string | undefined) =>
    void navigate({ search: key === undefined ? {} : { steg: key }, replace: true, resetScroll: false });
  const { planId, subject } = plan;
  const { measureId, clearanceId, clearanceUnit, clearanceNote, clearanceRequestedOn } = measure;
  const keyOf = (operation: string) => `${clearanceId}.${operation}`;
  const open = answers.find((operation) => keyOf(operation) === steg);
  return (
    <li>
      <h3>{textOf(measure.text)}</h3>
      <Facts
        tight
        rows={[
          [say('person'), planId === null ? say('protected') : nameOf(subject)],
          [
            say('unit'),
            joined(
              clearanceUnit !== null && label('unit', clearanceUnit),
              clearanceRequestedOn !== null && say('asked', { day: shortDay(clearanceRequestedOn) }),
            ),
          ],
          clearanceNote !== null && [say('note'), textOf(clearanceNote)],
          measure.extent !== null && [say('extent'), textOf(measure.extent)],
          measure.how !== null && [say('how'), textOf(measure.how)],
          (measure.startsOn ?? measure.dueOn) !== null && [
            say('days'),
            joined(
              measure.startsOn !== null && say('starts', { day: shortDay(measure.startsOn) }),
              measure.dueOn !== null && say('due', { day: shortDay(measure.dueOn) }),
            ),
          ],
        ]}
      />
      {planId !== null && clearanceId !== null && (
        <div className="row step-row no-print">
          {answers.map((operation) => (
            <StepButton
              key={operation}
              operation={operation}
              open={operation === open}
              toggle={() => turn(operation === open ? undefined : keyOf(operation))}
            />
          ))}
        </div>
      )}
      {planId !== null && clearanceId !== null && open && (
        <StepForm
          key={steg}
          operation={open}
          params={{ planId, measureId, clearanceId }}
          lead={textOf(measure.text)}
          onDone={() => turn(undefined)}
          onCancel={() => turn(undefined)}
        />
      )}
    </li>
  );
}
