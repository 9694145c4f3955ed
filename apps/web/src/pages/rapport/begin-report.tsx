import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { ChooseOne } from '../../ui/choose-one.js';
import type { Period } from './periods.js';
import { usePeriod } from './said.js';
import { reportsRoute } from './search.js';

const useText = texts('begin-report', {
  nb: {
    begin: 'Begynn en rapport',
    period: 'Periode',
    title: 'Begynn rapporten for {{period}}',
    lead: 'Tallene telles av det som er registrert nå. Det som blir registrert senere, endrer dem ikke.',
    submit: 'Begynn rapporten',
    none: 'Det står en rapport for hver periode som er over.',
  },
  nn: {
    begin: 'Byrj på ein rapport',
    period: 'Periode',
    title: 'Byrj rapporten for {{period}}',
    lead: 'Tala blir talde av det som er registrert no. Det som blir registrert seinare, endrar dei ikkje.',
    submit: 'Byrj rapporten',
    none: 'Det står ein rapport for kvar periode som er over.',
  },
});

/** Begins a report of a period that is over and has none. */
export function BeginReport({ periods }: { readonly periods: readonly Period[] }) {
  const say = useText();
  const period = usePeriod();
  const { steg } = reportsRoute.useSearch();
  const navigate = reportsRoute.useNavigate();
  const [chosen, setChosen] = useState(periods[0]?.from.concat('/', periods[0].to) ?? '');
  const isOpen = steg === 'ny';
  const turn = (open: boolean) =>
    void navigate({ search: open ? { steg: 'ny' } : {}, replace: true, resetScroll: false });
  const now = periods.find(({ from, to }) => `${from}/${to}` === chosen) ?? periods[0];
  if (now === undefined) return <p className="small quiet">{say('none')}</p>;
  return (
    <div className="stack no-print">
      <div>
        <Button variant="secondary" aria-expanded={isOpen} onClick={() => turn(!isOpen)}>
          {say('begin')}
        </Button>
      </div>
      {isOpen && (
        <ChooseOne
          label={say('period')}
          value={`${now.from}/${now.to}`}
          choices={periods.map((one) => ({ value: `${one.from}/${one.to}`, label: period(one) }))}
          choose={(value) => setChosen(value ?? '')}
        />
      )}
      {isOpen && (
        <OpenStep
          key={now.from + now.to}
          takesFocus={false}
          operation="Reports_close"
          title={say('title', { period: period(now) })}
          lead={say('lead')}
          submitLabel={say('submit')}
          preset={{ from: now.from, to: now.to }}
          hide={['from', 'to', 'unitOrder', 'threeYearTables', 'blockFrom', 'replaces', 'closedOn']}
          onDone={({ reportId }) =>
            void navigate({ to: '/rapport/$reportId', params: { reportId: String(reportId) } })
          }
          onCancel={() => turn(false)}
        />
      )}
    </div>
  );
}
