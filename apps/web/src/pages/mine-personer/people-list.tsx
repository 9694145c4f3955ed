import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Read, useReadPages } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { useListedName } from '../../ui/listed-name.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn, useColumns } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { Listed } from '../../ui/register/listed.js';
import { usePersonCell } from '../../ui/register/person-cell.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { myPeopleRoute, type StepOfPerson, stepOn } from './search.js';

type Coordinated = Read<'/v1/coordination'>['coordination'][number];

const useText = texts('people-list', {
  nb: {
    mine: 'Personer du koordinerer for',
    unit: 'Personer enheten din koordinerer for',
    person: 'Person',
    coordinator: '{{coordinator}}',
    since: 'siden {{day}}',
    standIn: 'vikar: {{name}}',
    plan: 'Plan siden',
    noPlan: 'uten plan',
    group: '{{group}}',
    members_one: 'én person',
    members_other: '{{count}} personer',
    right: 'Stemmer det?',
    answer: 'Svar',
    answerFor: 'Svar på om det fortsatt stemmer for {{name}}',
    end: 'Er noe slutt?',
    tellEnd: 'Meld slutt',
    endFor: 'Meld slutt for {{name}}',
    none: 'Ingen personer ennå',
    noneMine: 'Her kommer de du er {{coordinator}} for, så lenge de samtykker til det.',
    noneUnit: 'Her kommer de som noen i enheten din er {{coordinator}} for, så lenge de samtykker til det.',
  },
  nn: {
    mine: 'Personar du koordinerer for',
    unit: 'Personar eininga di koordinerer for',
    person: 'Person',
    coordinator: '{{coordinator}}',
    since: 'sidan {{day}}',
    standIn: 'vikar: {{name}}',
    plan: 'Plan sidan',
    noPlan: 'utan plan',
    group: '{{group}}',
    members_one: 'éin person',
    members_other: '{{count}} personar',
    right: 'Stemmer det?',
    answer: 'Svar',
    answerFor: 'Svar på om det framleis stemmer for {{name}}',
    end: 'Er noko slutt?',
    tellEnd: 'Meld slutt',
    endFor: 'Meld slutt for {{name}}',
    none: 'Ingen personar enno',
    noneMine: 'Her kjem dei du er {{coordinator}} for, så lenge dei samtykkjer til det.',
    noneUnit: 'Her kjem dei som nokon i eininga di er {{coordinator}} for, så lenge dei samtykkjer til det.',
  },
});

const coordinationOf = ({ coordination }: Read<'/v1/coordination'>) => coordination;

function usePeopleColumns(opens: boolean): readonly RegisterColumn<Coordinated>[] {
  const say = useText();
  const navigate = myPeopleRoute.useNavigate();
  const person = usePersonCell();
  const listedName = useListedName();
  return useMemo(() => {
    const open = (subjectId: string, step: StepOfPerson) =>
      void navigate({ search: { steg: stepOn(subjectId, step) }, resetScroll: false });
    const column = columnMaker<Coordinated, Parameters<typeof say>[0]>(say);
    return [
      column('person', 15, ({ subject: { subjectId, ...subject } }) =>
        person({
          subject,
          link: (name) =>
            opens ? (
              <Link to="/person/$subjectId" params={{ subjectId }} data-row-link>
                {name}
              </Link>
            ) : (
              <Link
                to="/mine-personer"
                search={{ steg: stepOn(subjectId, 'REVIEW') }}
                resetScroll={false}
                data-row-link
              >
                {name}
              </Link>
            ),
        }),
      ),
      column('coordinator', 15, ({ coordinator, coordinatorSince, temporaryCoordinator }) => (
        <>
          {textOf(coordinator?.name) || <None />}
          {coordinatorSince !== null && (
            <span className="under-cell">{say('since', { day: shortDay(coordinatorSince) })}</span>
          )}
          {temporaryCoordinator !== null && (
            <span className="under-cell">{say('standIn', { name: textOf(temporaryCoordinator.name) })}</span>
          )}
        </>
      )),
      column('plan', 9, ({ planSince }) =>
        planSince === null ? <span className="quiet">{say('noPlan')}</span> : <DayCell day={planSince} />,
      ),
      column('group', 10, ({ members }) =>
        members.length === 0 ? <None /> : say('members', { count: members.length }),
      ),
      column('right', 9, ({ subject }) => (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={say('answerFor', { name: listedName(subject) })}
          onClick={() => open(subject.subjectId, 'REVIEW')}
        >
          {say('answer')}
        </Button>
      )),
      column('end', 9, ({ subject }) => (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={say('endFor', { name: listedName(subject) })}
          onClick={() => open(subject.subjectId, 'END')}
        >
          {say('tellEnd')}
        </Button>
      )),
    ];
  }, [say, person, listedName, navigate, opens]);
}

/** Whom one coordinates, or whom one’s own units do. */
export function PeopleList() {
  const say = useText();
  const opens = useHasRole('COORDINATOR');
  const leads = useHasRole('UNIT_LEADER');
  const columns = useColumns('people', usePeopleColumns(opens));
  const pages = useReadPages('/v1/coordination', { params: { query: { limit: 25 } } });
  const caption = say(leads ? 'unit' : 'mine');
  return (
    <section aria-labelledby="people">
      <h2 id="people">{caption}</h2>
      <Listed
        pages={pages}
        rowsOf={coordinationOf}
        keyOf={({ subject }) => subject.subjectId}
        caption={caption}
        columns={columns}
        tools={<RegisterTools name="people" columns={columns} path="/v1/coordination" />}
        empty={
          <Empty title={say('none')}>
            <p>{say(leads ? 'noneUnit' : 'noneMine')}</p>
          </Empty>
        }
      />
    </section>
  );
}
