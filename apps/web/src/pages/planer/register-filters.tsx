import { Field, Label, Search } from '@digdir/designsystemet-react';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { onlyTold } from '../../ui/register/address.js';
import { FilterOne, Filters } from '../../ui/register/filters.js';
import { useUnits } from '../../ui/units.js';
import { orderNames, orderOf, type PlansSearch, plansRoute, selections } from './search.js';

const useText = texts('register-filters', {
  nb: {
    find: 'Finn person',
    finding: 'Begynnelsen av navnet',
    show: 'Vis',
    everybody: 'alle',
    'uten-koordinator': 'uten {{coordinator}}',
    'med-plan': 'med plan',
    'uten-plan': 'uten plan',
    unit: 'Enhet',
    anyUnit: 'alle enheter',
    coordinator: 'Koordinator',
    anybody: 'alle koordinatorer',
    one: 'én koordinator',
    order: 'Rekkefølge',
  },
  nn: {
    find: 'Finn person',
    finding: 'Starten av namnet',
    show: 'Vis',
    everybody: 'alle',
    'uten-koordinator': 'utan {{coordinator}}',
    'med-plan': 'med plan',
    'uten-plan': 'utan plan',
    unit: 'Eining',
    anyUnit: 'alle einingar',
    coordinator: 'Koordinator',
    anybody: 'alle koordinatorar',
    one: 'éin koordinator',
    order: 'Rekkjefølgje',
  },
});

/** Those who coordinate somebody today. */
function useCoordinators() {
  const { data } = useRead('/v1/coordinators/load', { params: { query: { limit: 200 } } }, { every: 60_000 });
  return (data?.load ?? [])
    .flatMap(({ coordinator }) =>
      coordinator === null ? [] : [{ value: coordinator.partyId, label: textOf(coordinator.name) }],
    )
    .toSorted((one, other) => one.label.localeCompare(other.label, 'nb'));
}

/** What is selected, as a sentence. */
export function useRegisterSelection(): (search: PlansSearch) => string {
  const say = useText();
  const label = useLabel();
  const coordinators = useCoordinators();
  return ({ vis, enhet, koordinator, orden }) =>
    joined(
      say(vis ?? 'everybody'),
      enhet && label('unit', enhet),
      koordinator && (coordinators.find(({ value }) => value === koordinator)?.label ?? say('one')),
      orden && label('registerOrder', orderOf(orden)),
    );
}

interface Props {
  /** What is typed of a name. */
  readonly typed: string;
  readonly type: (name: string) => void;
}

/** What the register is narrowed by and in which order it comes. */
export function RegisterFilters({ typed, type }: Props) {
  const say = useText();
  const label = useLabel();
  const units = useUnits();
  const coordinators = useCoordinators();
  const search = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const select = (changed: { readonly [K in keyof PlansSearch]?: PlansSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const selection = useRegisterSelection();
  return (
    <Filters selection={selection(search)}>
      <Field>
        <Label>{say('find')}</Label>
        <Search>
          <Search.Input
            value={typed}
            placeholder={say('finding')}
            autoComplete="off"
            onChange={({ target }) => type(target.value)}
          />
          <Search.Clear onClick={() => type('')} />
        </Search>
      </Field>
      <FilterOne
        label={say('show')}
        all={say('everybody')}
        options={selections.map((value) => ({ value, label: say(value) }))}
        value={search.vis}
        onChange={(vis) => select({ vis })}
      />
      <FilterOne
        label={say('unit')}
        all={say('anyUnit')}
        options={units}
        value={search.enhet}
        onChange={(enhet) => select({ enhet })}
      />
      <FilterOne
        label={say('coordinator')}
        all={say('anybody')}
        options={coordinators}
        value={search.koordinator}
        onChange={(koordinator) => select({ koordinator })}
      />
      <FilterOne
        label={say('order')}
        all={label('registerOrder', 'NAME')}
        options={orderNames.map((value) => ({ value, label: label('registerOrder', orderOf(value)) }))}
        value={search.orden}
        onChange={(orden) => select({ orden })}
      />
    </Filters>
  );
}
