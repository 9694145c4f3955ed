import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Read, useRead, useReadPages, useSearch } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { addressOf } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useSettled } from '../../ui/settled.js';
import { useRegisterColumns } from './register-columns.js';
import { RegisterFilters, useRegisterSelection } from './register-filters.js';
import { orderOf, plansRoute, plansSearch, registerQuery } from './search.js';

const useText = texts('register-list', {
  nb: {
    caption: 'Planer og koordinatorer, {{order}}',
    none: 'Ingen planer eller koordinatorer ennå',
    noneLead:
      'Her kommer personen når det er gitt samtykke, oppnevnt en {{coordinator}} eller startet en plan.',
    noneSuch: 'Ingen passer til utvalget',
    noneSuchLead: 'Ta bort ett av valgene, eller søk i alt med Ctrl K.',
    everything: 'Vis alle',
    cut: 'Viser de 50 første. Skriv mer av navnet.',
    others: 'De det ikke gjelder, kommer etter de andre, etter navn.',
    byName: 'De du finner ved navn, står etter navn.',
  },
  nn: {
    caption: 'Planar og koordinatorar, {{order}}',
    none: 'Ingen planar eller koordinatorar enno',
    noneLead:
      'Her kjem personen når det er gitt samtykke, oppnemnd ein {{coordinator}} eller starta ein plan.',
    noneSuch: 'Ingen passar til utvalet',
    noneSuchLead: 'Ta bort eitt av vala, eller søk i alt med Ctrl K.',
    everything: 'Vis alle',
    cut: 'Viser dei 50 første. Skriv meir av namnet.',
    others: 'Dei det ikkje gjeld, kjem etter dei andre, etter namn.',
    byName: 'Dei du finn ved namn, står etter namn.',
  },
});

const coordinationOf = ({ coordination }: Pick<Read<'/v1/coordination'>, 'coordination'>) => coordination;
const enoughLetters = 2;

/** Everybody of whom there is a plan, a coordinator or a consent; a name is looked for in a body, and stands nowhere else. */
export function RegisterList() {
  const say = useText();
  const label = useLabel();
  const { liste: _, ...search } = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const columns = useColumns('coordination', useRegisterColumns());
  const selection = useRegisterSelection();
  const [typed, setTyped] = useState('');
  const name = useSettled(typed.trim());
  const isNamed = name.length >= enoughLetters;
  const query = registerQuery(search);
  const ordered = search.orden === undefined ? query : { ...query, order: orderOf(search.orden) };
  const all = useReadPages(
    '/v1/coordination',
    { params: { query: { ...ordered, limit: 25 } } },
    { enabled: !isNamed },
  );
  const total = useRead(
    '/v1/coordination/count',
    { params: { query } },
    { enabled: !isNamed, every: 60_000 },
  );
  const found = useSearch('/v1/coordination-searches', { ...query, name }, { enabled: isNamed, limit: 50 });
  const pages = isNamed ? { ...onePage, ...found, data: found.data && { pages: [found.data] } } : all;
  const isSelected = isNamed || Object.keys(query).length > 0;
  return (
    <>
      <RegisterFilters typed={typed} type={setTyped} />
      {search.orden !== undefined && <p className="small quiet">{say(isNamed ? 'byName' : 'others')}</p>}
      {isNamed && found.data?.next !== undefined && <p className="small">{say('cut')}</p>}
      <Listed
        pages={pages}
        rowsOf={coordinationOf}
        keyOf={({ subject }) => subject.subjectId}
        total={isNamed || total.isPlaceholderData ? undefined : total.data}
        caption={say('caption', { order: label('registerOrder', isNamed ? 'NAME' : orderOf(search.orden)) })}
        columns={columns}
        tools={
          <RegisterTools
            name="coordination"
            columns={columns}
            path={isNamed ? '/v1/coordination-searches' : addressOf('/v1/coordination', ordered)}
            body={isNamed ? { ...query, name } : undefined}
            views={{
              search,
              describe: (kept) => selection(plansSearch(kept)),
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
