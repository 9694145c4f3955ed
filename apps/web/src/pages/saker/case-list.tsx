import { Link } from '@tanstack/react-router';
import { type Read, useRead, useReadPages } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { addressOf } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useCaseColumns } from './case-columns.js';
import { CaseFilters, useCaseSelection } from './case-filters.js';
import { caseQuery, casesRoute, casesSearch } from './search.js';

const useText = texts('case-list', {
  nb: {
    newest: 'Saker, de nyeste øverst',
    oldest: 'Saker, de eldste øverst',
    none: 'Ingen saker ennå',
    noneLead: 'Her kommer hver sak når et behov er meldt eller en søknad er mottatt.',
    newEnquiry: 'Ny henvendelse',
    noneSuch: 'Ingen saker passer til utvalget',
    noneSuchLead: 'Ta bort ett av valgene, eller søk i alt med Ctrl K.',
    everything: 'Vis alle saker',
  },
  nn: {
    newest: 'Saker, dei nyaste øvst',
    oldest: 'Saker, dei eldste øvst',
    none: 'Ingen saker enno',
    noneLead: 'Her kjem kvar sak når eit behov er meldt eller ein søknad er motteken.',
    newEnquiry: 'Ny førespurnad',
    noneSuch: 'Ingen saker passar til utvalet',
    noneSuchLead: 'Ta bort eitt av vala, eller søk i alt med Ctrl K.',
    everything: 'Vis alle saker',
  },
});

const casesOf = ({ cases }: Read<'/v1/cases'>) => cases;

/** All cases, or those that are selected. */
export function CaseList() {
  const say = useText();
  const { liste: _, ...search } = casesRoute.useSearch();
  const navigate = casesRoute.useNavigate();
  const registers = useHasRole('CASEWORKER', 'LEADER');
  const columns = useColumns(
    'cases',
    useCaseColumns(search.savnes !== undefined || search.vis === 'ikke-klageklar'),
  );
  const selection = useCaseSelection();
  const query = caseQuery(search);
  const pages = useReadPages('/v1/cases', { params: { query: { ...query, limit: 25 } } });
  const { oldestFirst: _order, ...narrowed } = query;
  const total = useRead('/v1/cases/count', { params: { query: narrowed } }, { every: 60_000 });
  const isSelected = Object.keys(narrowed).length > 0;
  return (
    <>
      <CaseFilters />
      <Listed
        pages={pages}
        rowsOf={casesOf}
        keyOf={({ caseId }) => caseId}
        total={total.isPlaceholderData ? undefined : total.data}
        caption={say(search.orden === undefined ? 'newest' : 'oldest')}
        columns={columns}
        tools={
          <RegisterTools
            name="cases"
            columns={columns}
            path={addressOf('/v1/cases', query)}
            views={{
              search,
              describe: (kept) => selection(casesSearch(kept)),
              goTo: (kept) => void navigate({ search: casesSearch(kept) }),
            }}
          />
        }
        empty={
          <Empty title={say(isSelected ? 'noneSuch' : 'none')}>
            <p>{say(isSelected ? 'noneSuchLead' : 'noneLead')}</p>
            <p className="air-small">
              {isSelected && <Link to="/saker">{say('everything')}</Link>}
              {!isSelected && registers && <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>}
            </p>
          </Empty>
        }
      />
    </>
  );
}
