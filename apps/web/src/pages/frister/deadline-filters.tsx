import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { onlyTold } from '../../ui/register/address.js';
import { FilterDay, FilterOne, Filters } from '../../ui/register/filters.js';
import { type DeadlinesSearch, deadlinesRoute, rules, standings } from './search.js';

const useText = texts('deadline-filters', {
  nb: {
    show: 'Vis',
    running: 'Alle som løper',
    rule: 'Gjelder',
    whose: 'Hvem sine',
    unit: 'Hele enheten',
    mine: 'I mine saker',
    to: 'Frist til og med',
    twice: '{{rule}} (sosiale tjenester i Nav)',
  },
  nn: {
    show: 'Vis',
    running: 'Alle som går',
    rule: 'Gjeld',
    whose: 'Kven sine',
    unit: 'Heile eininga',
    mine: 'I mine saker',
    to: 'Frist til og med',
    twice: '{{rule}} (sosiale tenester i Nav)',
  },
});

/** What a deadline is for; complaints go by two acts. */
export function useRuleName(): (rule: (typeof rules)[number]) => string {
  const say = useText();
  const label = useLabel();
  return (rule) => {
    const name = capital(label('deadlineRule', rule));
    return rule === 'COMPLAINT_FVL' ? say('twice', { rule: name }) : name;
  };
}

/** What is selected, as a sentence. */
export function useDeadlineSelection(): (search: DeadlinesSearch) => string {
  const say = useText();
  const label = useLabel();
  const nameOf = useRuleName();
  return ({ status, gjelder, til, mine }) =>
    joined(
      status === undefined ? say('running') : capital(label('deadlineStanding', status)),
      gjelder && nameOf(gjelder),
      mine && say('mine'),
      til && `${say('to')} ${fullDay(til)}`,
    );
}

/** What the board is narrowed by. */
export function DeadlineFilters() {
  const say = useText();
  const label = useLabel();
  const nameOf = useRuleName();
  const search = deadlinesRoute.useSearch();
  const navigate = deadlinesRoute.useNavigate();
  const select = (changed: { readonly [K in keyof DeadlinesSearch]?: DeadlinesSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const selection = useDeadlineSelection();
  return (
    <Filters selection={selection(search)}>
      <FilterOne
        label={say('show')}
        all={say('running')}
        options={standings.map((value) => ({ value, label: capital(label('deadlineStanding', value)) }))}
        value={search.status}
        onChange={(status) => select({ status })}
      />
      <FilterOne
        label={say('rule')}
        options={rules.map((value) => ({ value, label: nameOf(value) }))}
        value={search.gjelder}
        onChange={(gjelder) => select({ gjelder })}
      />
      <FilterOne
        label={say('whose')}
        all={say('unit')}
        options={[{ value: 'ja' as const, label: say('mine') }]}
        value={search.mine}
        onChange={(mine) => select({ mine })}
      />
      <FilterDay label={say('to')} value={search.til} onChange={(til) => select({ til })} />
    </Filters>
  );
}
