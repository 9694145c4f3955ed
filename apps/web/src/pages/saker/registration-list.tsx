import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Read, useReadPages } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { columnMaker, type RegisterColumn, useColumns } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { usePersonCell } from '../../ui/register/person-cell.js';

type Registration = Read<'/v1/registrations'>['registrations'][number];

const useText = texts('registration-list', {
  nb: {
    caption: 'Det du har registrert, det nyeste øverst',
    person: 'Person',
    registered: 'Dato',
    what: 'Hva',
    aPerson: 'Person lagt inn',
    number: 'Sak',
    items: 'Gjelder',
    none: 'Du har ikke registrert noe ennå',
    noneLead: 'Her finner du igjen personer du har lagt inn, og behov og søknader du har registrert.',
    newEnquiry: 'Ny henvendelse',
  },
  nn: {
    caption: 'Det du har registrert, det nyaste øvst',
    person: 'Person',
    registered: 'Dato',
    what: 'Kva',
    aPerson: 'Person lagd inn',
    number: 'Sak',
    items: 'Gjeld',
    none: 'Du har ikkje registrert noko enno',
    noneLead: 'Her finn du att personar du har lagt inn, og behov og søknader du har registrert.',
    newEnquiry: 'Ny førespurnad',
  },
});

const registrationsOf = ({ registrations }: Read<'/v1/registrations'>) => registrations;

function useRegistrationColumns(): readonly RegisterColumn<Registration>[] {
  const say = useText();
  const label = useLabel();
  const opensCases = useHasRole('CASEWORKER', 'LEADER');
  const person = usePersonCell();
  return useMemo(() => {
    const column = columnMaker<Registration, Parameters<typeof say>[0]>(say);
    return [
      column('person', 16, ({ caseId, subject }) =>
        person({
          subject,
          link: (name) => {
            if (caseId !== null && opensCases) {
              return (
                <Link to="/sak/$caseId" params={{ caseId }} data-row-link>
                  {name}
                </Link>
              );
            }
            const { subjectId } = subject;
            if (subjectId === null) return name;
            return (
              <Link to="/person/$subjectId" params={{ subjectId }} data-row-link>
                {name}
              </Link>
            );
          },
        }),
      ),
      column('registered', 8, ({ registeredOn }) => <DayCell day={registeredOn} />),
      column('what', 14, ({ opening }) =>
        opening === null ? say('aPerson') : capital(label('caseOpening', opening)),
      ),
      column('number', 7, ({ caseNumber }) => caseNumber ?? <None />),
      column('items', 16, ({ items }) =>
        items.length === 0 ? <None /> : capital(items.map((item) => label('item', item)).join(', ')),
      ),
    ];
  }, [say, person, label, opensCases]);
}

/** What one registered oneself, as it was told then. */
export function RegistrationList() {
  const say = useText();
  const columns = useColumns('registrations', useRegistrationColumns());
  const pages = useReadPages('/v1/registrations', { params: { query: { limit: 25 } } });
  return (
    <Listed
      pages={pages}
      rowsOf={registrationsOf}
      keyOf={({ caseId, subject, registeredOn }) => caseId ?? `${subject.subjectId} ${registeredOn}`}
      caption={say('caption')}
      columns={columns}
      tools={<RegisterTools name="registrations" columns={columns} path="/v1/registrations" />}
      empty={
        <Empty title={say('none')}>
          <p>{say('noneLead')}</p>
          <p className="air-small">
            <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>
          </p>
        </Empty>
      }
    />
  );
}
