import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('competence-plans', {
  nb: {
    lead: 'Planene for kompetanse og samarbeid, den nyeste perioden først.',
    plan: 'Plan',
    period: 'Periode',
    from: '{{from}} til {{until}}',
    now: 'gjelder i dag',
    aims: 'Mål',
    adopted: 'Vedtatt',
    by: '{{day}} av {{role}}',
    empty: 'Her står planen for kompetanse og samarbeid.',
  },
  nn: {
    lead: 'Planane for kompetanse og samarbeid, den nyaste perioden først.',
    plan: 'Plan',
    period: 'Periode',
    from: '{{from}} til {{until}}',
    now: 'gjeld i dag',
    aims: 'Mål',
    adopted: 'Vedteken',
    by: '{{day}} av {{role}}',
    empty: 'Her står planen for kompetanse og samarbeid.',
  },
});

type Plan = Read<'/v1/competence-plans'>['plans'][number];
const adopting: Step = {
  operation: 'CompetencePlans_adopt',
  first: ['title', 'validFrom', 'validUntil', 'aims', 'location', 'adoptedBy', 'adoptedOn'],
};

/** What the unit means to learn and cooperate on, period by period (U9). */
export function CompetencePlans() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/competence-plans', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ plans }) => (
        <RecordList<Plan>
          label={say('plan')}
          rows={plans}
          keyOf={({ validFrom, adoptedOn }) => `${validFrom}.${adoptedOn}`}
          nameOf={({ title }) => textOf(title)}
          empty={say('empty')}
          history={{ what: 'rutiner', id: 'plans' }}
          columns={[
            {
              title: say('plan'),
              show: ({ title, location }) => (
                <>
                  <strong>{textOf(title)}</strong>
                  <span className="under">{textOf(location)}</span>
                </>
              ),
            },
            {
              title: say('period'),
              show: ({ validFrom, validUntil, isCurrent }) => (
                <>
                  {say('from', { from: fullDay(validFrom), until: fullDay(validUntil) })}
                  {isCurrent && <span className="under">{say('now')}</span>}
                </>
              ),
            },
            { title: say('aims'), show: ({ aims }) => <span className="keep-lines">{textOf(aims)}</span> },
            {
              title: say('adopted'),
              show: ({ adoptedOn, adoptedBy }) =>
                say('by', { day: fullDay(adoptedOn), role: label('authorityRole', adoptedBy) }),
            },
          ]}
          {...(mayChange && { add: adopting })}
        />
      )}
    </Part>
  );
}
