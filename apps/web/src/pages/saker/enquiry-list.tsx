import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Read, useReadPages } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { addressOf, onlyTold } from '../../ui/register/address.js';
import { columnMaker, type RegisterColumn, useColumns } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { FilterOne, Filters } from '../../ui/register/filters.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useUnits } from '../../ui/units.js';
import { type CasesSearch, casesRoute, casesSearch, enquiryQuery } from './search.js';
import { joined } from '../../ui/joined.js';

type Enquiry = Read<'/v1/enquiries'>['enquiries'][number];

const useText = texts('enquiry-list', {
  nb: {
    caption: 'Henvendelser, de nyeste øverst',
    received: 'Mottatt',
    person: 'Person',
    nobody: 'ingen nevnt',
    from: 'Fra',
    channel: 'Kanal',
    status: 'Status',
    unit: 'Enhet',
    waits: 'Venter siden',
    registeredBy: 'Registrert av',
    closed: 'Avsluttet',
    show: 'Vis',
    everything: 'Alle henvendelser',
    waiting: 'De som venter på svar',
    anyUnit: 'alle enheter',
    none: 'Ingen henvendelser her',
    noneLead: 'Her kommer alle som har tatt kontakt, også de som ikke ble en sak.',
    newEnquiry: 'Ny henvendelse',
  },
  nn: {
    caption: 'Førespurnader, dei nyaste øvst',
    received: 'Motteken',
    person: 'Person',
    nobody: 'ingen nemnd',
    from: 'Frå',
    channel: 'Kanal',
    status: 'Status',
    unit: 'Eining',
    waits: 'Ventar sidan',
    registeredBy: 'Registrert av',
    closed: 'Avslutta',
    show: 'Vis',
    everything: 'Alle førespurnader',
    waiting: 'Dei som ventar på svar',
    anyUnit: 'alle einingar',
    none: 'Ingen førespurnader her',
    noneLead: 'Her kjem alle som har teke kontakt, også dei som ikkje vart ei sak.',
    newEnquiry: 'Ny førespurnad',
  },
});

const enquiriesOf = ({ enquiries }: Read<'/v1/enquiries'>) => enquiries;

function useEnquiryColumns(): readonly RegisterColumn<Enquiry>[] {
  const say = useText();
  const label = useLabel();
  return useMemo(() => {
    const column = columnMaker<Enquiry, Parameters<typeof say>[0]>(say);
    return [
      column('person', 13, ({ enquiryId, subject }) => (
        <Link to="/henvendelse/$enquiryId" params={{ enquiryId }} data-row-link>
          {(subject && nameOf(subject)) || capital(say('nobody'))}
        </Link>
      )),
      column('received', 7, ({ receivedOn }) => <DayCell day={receivedOn} />),
      column('from', 10, ({ sourceType }) => capital(label('targetGroup', sourceType))),
      column('channel', 9.2, ({ channel }) => capital(label('channel', channel))),
      column('status', 10, ({ status }) => capital(label('enquiryStatus', status))),
      column('unit', 10, ({ unit }) => (unit === null ? <None /> : capital(label('unit', unit)))),
      column('waits', 8, ({ waitsSince }) => <DayCell day={waitsSince} />),
      column('registeredBy', 11, ({ registeredBy }) => textOf(registeredBy.name) || <None />, true),
      column('closed', 8, ({ closedOn }) => <DayCell day={closedOn} />, true),
    ];
  }, [say, label]);
}

/** Whoever turned to the unit, whatever came of it. */
export function EnquiryList() {
  const say = useText();
  const label = useLabel();
  const units = useUnits();
  const search = casesRoute.useSearch();
  const navigate = casesRoute.useNavigate();
  const columns = useColumns('enquiries', useEnquiryColumns());
  const query = enquiryQuery(search);
  const pages = useReadPages('/v1/enquiries', { params: { query: { ...query, limit: 25 } } });
  const select = (changed: { readonly [K in keyof CasesSearch]?: CasesSearch[K] | undefined }) =>
    void navigate({ search: onlyTold({ ...search, ...changed }), replace: true, resetScroll: false });
  const describe = ({ svar, enhet }: CasesSearch) =>
    joined(say(svar === undefined ? 'everything' : 'waiting'), enhet && label('unit', enhet));
  return (
    <>
      <Filters selection={describe(search)}>
        <FilterOne
          label={say('show')}
          all={say('everything')}
          options={[{ value: 'venter' as const, label: say('waiting') }]}
          value={search.svar}
          onChange={(svar) => select({ svar })}
        />
        <FilterOne
          label={say('unit')}
          all={say('anyUnit')}
          options={units}
          value={search.enhet}
          onChange={(enhet) => select({ enhet })}
        />
      </Filters>
      <Listed
        pages={pages}
        rowsOf={enquiriesOf}
        keyOf={({ enquiryId }) => enquiryId}
        caption={say('caption')}
        columns={columns}
        tools={
          <RegisterTools
            name="enquiries"
            columns={columns}
            path={addressOf('/v1/enquiries', query)}
            views={{
              search,
              describe: (kept) => describe(casesSearch(kept)),
              goTo: (kept) => void navigate({ search: casesSearch(kept) }),
            }}
          />
        }
        empty={
          <Empty title={say('none')}>
            <p>{say('noneLead')}</p>
            <p className="air-small">
              <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>
            </p>
          </Empty>
        }
      />
    </>
  );
}
