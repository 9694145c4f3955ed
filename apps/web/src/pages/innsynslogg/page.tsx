import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { handOver } from '../../api/download.js';
import { type Read, useReadPages } from '../../api/read.js';
import { request } from '../../api/request.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { useListedName } from '../../ui/listed-name.js';
import { textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { onlyTold } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { Listed } from '../../ui/register/listed.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { type Entry, useEntryColumns } from './entry-columns.js';
import { EntryFilters } from './entry-filters.js';
import { type AccessLogSearch, accessLogQuery, accessLogRoute } from './search.js';

const useText = texts('access-log', {
  nb: {
    title: 'Innsynslogg',
    lead: 'Hvem som har lest hva om hvem. At du ser her, blir også skrevet i loggen.',
    caption: 'Innsyn, det nyeste først',
    none: 'Ingen har lest noe som passer til utvalget',
    noneLead: 'Velg andre dager, eller vis alt.',
    everything: 'Vis alt',
    about: 'Om {{name}}',
    by: 'Lest av {{name}}',
    onePerson: 'én person',
    oneReader: 'én som leser',
    oneCase: 'Åpnet fra én sak',
    paper: 'Utskrift til personen (PDF)',
  },
  nn: {
    title: 'Innsynslogg',
    lead: 'Kven som har lese kva om kven. At du ser her, blir òg skrive i loggen.',
    caption: 'Innsyn, det nyaste først',
    none: 'Ingen har lese noko som passar til utvalet',
    noneLead: 'Vel andre dagar, eller vis alt.',
    everything: 'Vis alt',
    about: 'Om {{name}}',
    by: 'Lese av {{name}}',
    onePerson: 'éin person',
    oneReader: 'éin som les',
    oneCase: 'Opna frå éi sak',
    paper: 'Utskrift til personen (PDF)',
  },
});

type Page = Read<'/v1/access-log'>;
const entriesOf = ({ entries }: Page) => entries;

/** Who has read whose data, for leader and auditor. */
export function AccessLogPage() {
  const say = useText();
  const search = accessLogRoute.useSearch();
  const keys = useRowKeys();
  const columns = useColumns('access-log', useEntryColumns(search));
  const query = accessLogQuery(search);
  const pages = useReadPages('/v1/access-log', { params: { query: { ...query, limit: 25 } } });
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} lead={say('lead')} actions={<OnPaper search={search} />} />
      <Narrowed search={search} entries={pages.data?.pages.flatMap(entriesOf) ?? []} />
      <EntryFilters />
      <Listed
        pages={pages}
        rowsOf={entriesOf}
        keyOf={({ number }) => String(number)}
        caption={say('caption')}
        columns={columns}
        empty={
          <Empty title={say('none')}>
            <p>{say('noneLead')}</p>
            <p className="air-small">
              <Link to="/innsynslogg">{say('everything')}</Link>
            </p>
          </Empty>
        }
      />
    </div>
  );
}

/** Of which person, reader or case alone, and the way back to everything. */
function Narrowed({
  search,
  entries,
}: {
  readonly search: AccessLogSearch;
  readonly entries: readonly Entry[];
}) {
  const say = useText();
  const listedName = useListedName();
  const { person, leser, sak } = search;
  if (person === undefined && leser === undefined && sak === undefined) return null;
  const subject = entries.flatMap(({ subjects }) => subjects).find(({ subjectId }) => subjectId === person);
  const reader = entries.find((entry) => entry.reader.partyId === leser)?.reader;
  const told = [
    person && say('about', { name: subject ? listedName(subject) : say('onePerson') }),
    leser && say('by', { name: (reader && textOf(reader.name)) || say('oneReader') }),
    sak && say('oneCase'),
  ];
  const others = onlyTold({ utfall: search.utfall, fra: search.fra, til: search.til });
  return (
    <Alert data-color="info" className="air-small">
      <p>
        <strong>{told.filter(Boolean).join('. ')}.</strong>{' '}
        <Link to="/innsynslogg" search={others}>
          {say('everything')}
        </Link>
      </p>
    </Alert>
  );
}

/** What the person gets, where the log is narrowed to one. */
function OnPaper({ search: { person, fra, til } }: { readonly search: AccessLogSearch }) {
  const say = useText();
  const days = new URLSearchParams(onlyTold({ from: fra, to: til })).toString();
  const path = `/v1/subjects/${encodeURIComponent(person ?? '')}/access-log/print${days && `?${days}`}`;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => handOver(await request(path), 'innsynslogg.pdf'),
  });
  if (person === undefined) return null;
  return (
    <>
      <Button variant="secondary" loading={isPending} onClick={() => mutate()}>
        {say('paper')}
      </Button>
      {error !== null && <ProblemNotice error={error} retry={() => mutate()} />}
    </>
  );
}
