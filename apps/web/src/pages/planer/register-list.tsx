import { Field, Label, Search } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Read, useRead, useReadPages, useSearch } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { textOf } from '../../ui/opened.js';
import { addressOf, onlyTold } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { FilterOne, Filters } from '../../ui/register/filters.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useSettled } from '../../ui/settled.js';
import { useUnits } from '../../ui/units.js';
import { useRegisterColumns } from './register-columns.js';
import { type PlansSearch, plansRoute, plansSearch, registerQuery, selections } from './search.js';
import { joined } from '../../ui/joined.js';

const useText = texts('register-list', {
  nb: {
    caption: 'Planer og koordinatorer, etter navn',
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
    none: 'Ingen planer eller koordinatorer ennå',
    noneLead:
      'Her kommer personen når det er gitt samtykke, oppnevnt en {{coordinator}} eller startet en plan.',
    noneSuch: 'Ingen passer til utvalget',
    noneSuchLead: 'Ta bort ett av valgene, eller søk i alt med Ctrl K.',
    everything: 'Vis alle',
    cut: 'Viser de 50 første. Skriv mer av navnet.',
  },
  nn: {
    caption: 'Planar og koordinatorar, etter namn',
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
    none: 'Ingen planar eller koordinatorar enno',
    noneLead:
      'Her kjem personen når det er gitt samtykke, oppnemnd ein {{coordinator}} eller starta ein plan.',
    noneSuch: 'Ingen passar til utvalet',
    noneSuchLead: 'Ta bort eitt av vala, eller søk i alt med Ctrl K.',
    everything: 'Vis alle',
    cut: 'Viser dei 50 første. Skriv meir av namnet.',
  },
});

const coordinationOf = ({ coordination }: Pick<Read<'/v1/coordination'>, 'coordination'>) => coordination;
const enoughLetters = 2;

/** Everybody of whom there is a plan, a coordinator or a consent; a name is looked for in a body, and stands nowhere else. */
export function RegisterList() {
  const say = useText();
  const label = useLabel();
  const units = useUnits();
  const coordinators = useCoordinators();
  const { liste: _, ...search } = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const columns = useColumns('coordination', useRegisterColumns());
  const [typed, setTyped] = useState('');
  const name = useSettled(typed.trim());
  const isNamed = name.length >= enoughLetters;
  const query = registerQuery(search);
  const all = useReadPages(
    '/v1/coordination',
    { params: { query: { ...query, limit: 25 } } },
    { enabled: !isNamed },
  );
  const found = useSearch('/v1/coordination-searches', { ...query, name }, { enabled: isNamed, limit: 50 });
  const pages = isNamed ? { ...onePage, ...found, data: found.data && { pages: [found.data] } } : all;
  const select = (changed: { readonly [K in keyof PlansSearch]?: PlansSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const describe = ({ vis, enhet, koordinator }: PlansSearch) =>
    joined(
      say(vis ?? 'everybody'),
      enhet && label('unit', enhet),
      koordinator && (coordinators.find(({ value }) => value === koordinator)?.label ?? say('one')),
    );
  const isSelected = isNamed || Object.keys(query).length > 0;
  return (
    <>
      <Filters>
        <Field>
          <Label>{say('find')}</Label>
          <Search>
            <Search.Input
              value={typed}
              placeholder={say('finding')}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
            <Search.Clear onClick={() => setTyped('')} />
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
      </Filters>
      {isNamed && found.data?.next !== undefined && <p className="small">{say('cut')}</p>}
      <p className="only-print">{describe(search)}</p>
      <Listed
        pages={pages}
        rowsOf={coordinationOf}
        keyOf={({ subject }) => subject.subjectId}
        caption={say('caption')}
        columns={columns}
        tools={
          <RegisterTools
            name="coordination"
            columns={columns}
            path={isNamed ? '/v1/coordination-searches' : addressOf('/v1/coordination', query)}
            body={isNamed ? { ...query, name } : undefined}
            views={{
              search,
              describe: (kept) => describe(plansSearch(kept)),
              goTo: (kept) => void navigate({ search: plansSearch(kept) }),
            }}
          />
        }
        empty={
          <Empty title={say(isSelected ? 'noneSuch' : 'none')}>
            <p>{say(isSelected ? 'noneSuchLead' : 'noneLead')}</p>
            {Object.keys(query).length > 0 && (
              <p className="air-small">
                <Link to="/planer">{say('everything')}</Link>
              </p>
            )}
          </Empty>
        }
      />
    </>
  );
}

/** A search answers with what it found first, and is made narrower instead of turning pages. */
const onePage = { hasNextPage: false, fetchNextPage: () => undefined, isFetchingNextPage: false };

/** Those who coordinate somebody today. */
function useCoordinators() {
  const { data } = useRead('/v1/coordinators/load', { params: { query: { limit: 200 } } }, { every: 60_000 });
  return (data?.load ?? [])
    .flatMap(({ coordinator }) =>
      coordinator === null ? [] : [{ value: coordinator.partyId, label: textOf(coordinator.name) }],
    )
    .toSorted((one, other) => one.label.localeCompare(other.label, 'nb'));
}
