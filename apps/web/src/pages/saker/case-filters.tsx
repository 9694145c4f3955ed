import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { onlyTold, someOf } from '../../ui/register/address.js';
import { FilterDay, FilterOne, Filters, FilterSome } from '../../ui/register/filters.js';
import { joined } from '../../ui/joined.js';
import { useUnits } from '../../ui/units.js';
import { type CasesSearch, casesRoute, gaps, items, selections, statuses } from './search.js';

const useText = texts('case-filters', {
  nb: {
    show: 'Vis',
    everything: 'Alle saker',
    'uten-avgjorelse': 'Uten avgjørelse',
    'over-fristen': 'Kartlegging over fristen',
    'ikke-klageklar': 'Ikke klageklare',
    klageklar: 'Klageklare',
    gap: 'Savnes ved klage',
    unit: 'Enhet',
    closed: 'Avsluttede',
    closedToo: 'også avsluttede',
    openOnly: 'bare åpne',
    status: 'Status',
    items: 'Gjelder',
    caseworker: 'Saksbehandler',
    one: 'én saksbehandler',
    from: 'Mottatt fra og med',
    to: 'Mottatt til og med',
    order: 'Rekkefølge',
    newest: 'Nyeste øverst',
    oldest: 'Eldste øverst',
  },
  nn: {
    show: 'Vis',
    everything: 'Alle saker',
    'uten-avgjorelse': 'Utan avgjerd',
    'over-fristen': 'Kartlegging over fristen',
    'ikke-klageklar': 'Ikkje klageklare',
    klageklar: 'Klageklare',
    gap: 'Saknast ved klage',
    unit: 'Eining',
    closed: 'Avslutta',
    closedToo: 'òg avslutta',
    openOnly: 'berre opne',
    status: 'Status',
    items: 'Gjeld',
    caseworker: 'Saksbehandlar',
    one: 'éin saksbehandlar',
    from: 'Motteken frå og med',
    to: 'Motteken til og med',
    order: 'Rekkjefølgje',
    newest: 'Nyaste øvst',
    oldest: 'Eldste øvst',
  },
});

/** Who may be a caseworker: those of the coordinating unit. */
function useCaseworkers() {
  const { data } = useRead(
    '/v1/staff',
    { params: { query: { unit: 'KE', limit: 200 } } },
    { every: 300_000 },
  );
  return (data?.staff ?? []).map(({ party }) => ({ value: party.partyId, label: textOf(party.name) }));
}

/** What is selected, as a sentence. */
export function useCaseSelection(): (search: CasesSearch) => string {
  const say = useText();
  const label = useLabel();
  const caseworkers = useCaseworkers();
  return ({ vis, savnes, apne, status, gjelder, saksbehandler, enhet, fra, til, orden }) => {
    const parts = [
      vis === undefined ? say('everything') : say(vis),
      savnes && label('gap', savnes),
      apne && say('openOnly'),
      ...someOf(statuses, status).map((one) => label('caseStatus', one)),
      gjelder && label('item', gjelder),
      saksbehandler && (caseworkers.find(({ value }) => value === saksbehandler)?.label ?? say('one')),
      enhet && label('unit', enhet),
      fra && `${say('from')} ${fullDay(fra)}`,
      til && `${say('to')} ${fullDay(til)}`,
      orden && say('oldest').toLowerCase(),
    ];
    return joined(...parts);
  };
}

/** What the overview is narrowed by. */
export function CaseFilters() {
  const say = useText();
  const label = useLabel();
  const caseworkers = useCaseworkers();
  const units = useUnits();
  const search = casesRoute.useSearch();
  const navigate = casesRoute.useNavigate();
  const select = (changed: { readonly [K in keyof CasesSearch]?: CasesSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const labelled = <T extends string>(list: string, codes: readonly T[]) =>
    codes.map((value) => ({ value, label: capital(label(list, value)) }));
  const selection = useCaseSelection();
  return (
    <Filters selection={selection(search)}>
      <FilterOne
        label={say('show')}
        all={say('everything')}
        options={selections.map((value) => ({ value, label: say(value) }))}
        value={search.vis}
        onChange={(vis) => select({ vis })}
      />
      <FilterOne
        label={say('gap')}
        options={labelled('gap', gaps)}
        value={search.savnes}
        onChange={(savnes) => select({ savnes })}
      />
      <FilterSome
        label={say('status')}
        options={labelled('caseStatus', statuses)}
        chosen={someOf(statuses, search.status)}
        onChange={(chosen) => select({ status: chosen.join('.') || undefined })}
      />
      <FilterOne
        label={say('items')}
        options={labelled('item', items)}
        value={search.gjelder}
        onChange={(gjelder) => select({ gjelder })}
      />
      <FilterOne
        label={say('caseworker')}
        options={caseworkers}
        value={search.saksbehandler}
        onChange={(saksbehandler) => select({ saksbehandler })}
      />
      <FilterOne
        label={say('unit')}
        options={units}
        value={search.enhet}
        onChange={(enhet) => select({ enhet })}
      />
      <FilterOne
        label={say('closed')}
        all={say('closedToo')}
        options={[{ value: 'ja' as const, label: say('openOnly') }]}
        value={search.apne}
        onChange={(apne) => select({ apne })}
      />
      <FilterDay label={say('from')} value={search.fra} onChange={(fra) => select({ fra })} />
      <FilterDay label={say('to')} value={search.til} onChange={(til) => select({ til })} />
      <FilterOne
        label={say('order')}
        all={say('newest')}
        options={[{ value: 'eldste' as const, label: say('oldest') }]}
        value={search.orden}
        onChange={(orden) => select({ orden })}
      />
    </Filters>
  );
}
