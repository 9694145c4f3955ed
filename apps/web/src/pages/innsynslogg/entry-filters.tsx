import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { onlyTold } from '../../ui/register/address.js';
import { FilterDay, FilterOne, Filters } from '../../ui/register/filters.js';
import { type AccessLogSearch, accessLogRoute, outcomes } from './search.js';

const useText = texts('access-log-filters', {
  nb: { outcome: 'Utfall', everything: 'Alt', from: 'Fra og med', to: 'Til og med' },
  nn: { outcome: 'Utfall', everything: 'Alt', from: 'Frå og med', to: 'Til og med' },
});

/** What is selected by day and outcome, as a sentence for paper. */
export function useEntrySelection(): (search: AccessLogSearch) => string {
  const say = useText();
  const label = useLabel();
  return ({ utfall, fra, til }) =>
    joined(
      utfall === undefined ? say('everything') : capital(label('accessOutcome', utfall)),
      fra && `${say('from')} ${fullDay(fra)}`,
      til && `${say('to')} ${fullDay(til)}`,
    );
}

/** What the log is narrowed by, beside the person and the reader whose names are chosen in it. */
export function EntryFilters() {
  const say = useText();
  const label = useLabel();
  const search = accessLogRoute.useSearch();
  const navigate = accessLogRoute.useNavigate();
  const select = (changed: { readonly [K in keyof AccessLogSearch]?: AccessLogSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const selection = useEntrySelection();
  return (
    <Filters selection={selection(search)}>
      <FilterOne
        label={say('outcome')}
        all={say('everything')}
        options={outcomes.map((value) => ({ value, label: capital(label('accessOutcome', value)) }))}
        value={search.utfall}
        onChange={(utfall) => select({ utfall })}
      />
      <FilterDay label={say('from')} value={search.fra} onChange={(fra) => select({ fra })} />
      <FilterDay label={say('to')} value={search.til} onChange={(til) => select({ til })} />
    </Filters>
  );
}
