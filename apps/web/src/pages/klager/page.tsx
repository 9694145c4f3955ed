import { Link } from '@tanstack/react-router';
import { type Read, useReadPages } from '../../api/read.js';
import { ComplaintIntake } from '../../complaints/intake.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { joined } from '../../ui/joined.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { addressOf, onlyTold } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { FilterOne, Filters } from '../../ui/register/filters.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { useComplaintColumns } from './complaint-columns.js';
import {
  complaintQuery,
  complaintsRoute,
  complaintsSearch,
  type ComplaintsSearch,
  selections,
  statuses,
} from './search.js';

const useText = texts('complaints', {
  nb: {
    title: 'Klager',
    lead: 'Klager på avgjørelser, på manglende svar og på det som ikke ble gjort.',
    caption: 'Klager, de nyeste øverst',
    show: 'Vis',
    everything: 'Alle klager',
    venter: 'Venter på kommunen',
    ferdige: 'Venter ikke på kommunen',
    status: 'Status',
    person: 'fra én person',
    sak: 'i én sak',
    none: 'Ingen klager ennå',
    noneLead: 'Her kommer hver klage når den er registrert, også når det bare er bedt om begrunnelse.',
    noneSuch: 'Ingen klager passer til utvalget',
    all: 'Vis alle klager',
  },
  nn: {
    title: 'Klager',
    lead: 'Klager på avgjerder, på manglande svar og på det som ikkje vart gjort.',
    caption: 'Klager, dei nyaste øvst',
    show: 'Vis',
    everything: 'Alle klager',
    venter: 'Ventar på kommunen',
    ferdige: 'Ventar ikkje på kommunen',
    status: 'Status',
    person: 'frå éin person',
    sak: 'i éi sak',
    none: 'Ingen klager enno',
    noneLead: 'Her kjem kvar klage når ho er registrert, også når det berre er bede om grunngiving.',
    noneSuch: 'Ingen klager passar til utvalet',
    all: 'Vis alle klager',
  },
});

const complaintsOf = ({ complaints }: Read<'/v1/complaints'>) => complaints;

/** Every complaint, or those that are selected, and where the next is written down. */
export function ComplaintsPage() {
  const say = useText();
  const search = complaintsRoute.useSearch();
  const navigate = complaintsRoute.useNavigate();
  const keys = useRowKeys();
  const columns = useColumns('complaints', useComplaintColumns());
  const selection = useSelection();
  const query = complaintQuery(search);
  const pages = useReadPages('/v1/complaints', { params: { query: { ...query, limit: 25 } } });
  const isSelected = Object.keys(query).length > 0;
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} lead={say('lead')} />
      <ComplaintIntake />
      <ComplaintFilters />
      <Listed
        pages={pages}
        rowsOf={complaintsOf}
        keyOf={({ complaintId }) => complaintId}
        caption={say('caption')}
        columns={columns}
        tools={
          <RegisterTools
            name="complaints"
            columns={columns}
            path={addressOf('/v1/complaints', query)}
            views={{
              search,
              describe: (kept) => selection(complaintsSearch(kept)),
              goTo: (kept) => void navigate({ search: complaintsSearch(kept) }),
            }}
          />
        }
        empty={
          <Empty title={say(isSelected ? 'noneSuch' : 'none')}>
            {isSelected ? <Link to="/klager">{say('all')}</Link> : <p>{say('noneLead')}</p>}
          </Empty>
        }
      />
    </div>
  );
}

/** What is selected, as a sentence. */
function useSelection(): (search: ComplaintsSearch) => string {
  const say = useText();
  const label = useLabel();
  return ({ vis, status, person, sak }) =>
    joined(
      say(vis ?? 'everything'),
      status && label('complaintStatus', status),
      person && say('person'),
      sak && say('sak'),
    );
}

/** What the list is narrowed by. */
function ComplaintFilters() {
  const say = useText();
  const label = useLabel();
  const search = complaintsRoute.useSearch();
  const navigate = complaintsRoute.useNavigate();
  const select = (changed: { readonly [K in keyof ComplaintsSearch]?: ComplaintsSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const { person, sak } = search;
  const selection = useSelection();
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
        label={say('status')}
        options={statuses.map((value) => ({ value, label: capital(label('complaintStatus', value)) }))}
        value={search.status}
        onChange={(status) => select({ status })}
      />
      {(person ?? sak) !== undefined && (
        <p>
          {capital(joined(person && say('person'), sak && say('sak')))}.{' '}
          <Link to="/klager">{say('all')}</Link>
        </p>
      )}
    </Filters>
  );
}
