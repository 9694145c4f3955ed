import { Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Read } from '../../api/read.js';
import { daysFrom, shortDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { usePersonCell } from '../../ui/register/person-cell.js';

export type Coordinated = Read<'/v1/coordination'>['coordination'][number];

const useText = texts('register-columns', {
  nb: {
    person: 'Person',
    plan: 'Plan siden',
    noPlan: 'uten plan',
    declined: 'takket nei {{day}}',
    coordinator: '{{coordinator}}',
    since: 'siden {{day}}',
    nobody: 'Ingen',
    days_one: 'i én dag, siden {{day}}',
    days_other: 'i {{count}} dager, siden {{day}}',
    next: '{{name}} fra {{day}}',
    standIn: 'vikar: {{name}}',
    unit: 'Enhet',
    group: '{{group}}',
    members_one: 'én person',
    members_other: '{{count}} personer',
    review: 'Neste gjennomgang',
    late: 'skulle vært gjort',
    consent: 'Samtykke',
    missing: 'mangler',
    valid: 'gyldig',
    child: 'Barnekoordinator',
    scopes: 'Samtykker til',
    who: 'Hvem i gruppa',
    ended: 'Avsluttet',
  },
  nn: {
    person: 'Person',
    plan: 'Plan sidan',
    noPlan: 'utan plan',
    declined: 'takka nei {{day}}',
    coordinator: '{{coordinator}}',
    since: 'sidan {{day}}',
    nobody: 'Ingen',
    days_one: 'i éin dag, sidan {{day}}',
    days_other: 'i {{count}} dagar, sidan {{day}}',
    next: '{{name}} frå {{day}}',
    standIn: 'vikar: {{name}}',
    unit: 'Eining',
    group: '{{group}}',
    members_one: 'éin person',
    members_other: '{{count}} personar',
    review: 'Neste gjennomgang',
    late: 'skulle vore gjord',
    consent: 'Samtykke',
    missing: 'manglar',
    valid: 'gyldig',
    child: 'Barnekoordinator',
    scopes: 'Samtykkjer til',
    who: 'Kven i gruppa',
    ended: 'Avslutta',
  },
});

/** What the register tells of a person; the last ones only when they are asked for. */
export function useRegisterColumns(): readonly RegisterColumn<Coordinated>[] {
  const say = useText();
  const label = useLabel();
  const person = usePersonCell();
  return useMemo(() => {
    const column = columnMaker<Coordinated, Parameters<typeof say>[0]>(say);
    return [
      column('person', 12, ({ subject }) =>
        person({
          subject,
          link: (name) => (
            <Link to="/person/$subjectId" params={{ subjectId: subject.subjectId }} data-row-link>
              {name}
            </Link>
          ),
        }),
      ),
      column('plan', 6.5, ({ planSince, planDeclinedOn }) => {
        if (planSince !== null) return <DayCell day={planSince} />;
        return (
          <span className="quiet">
            {planDeclinedOn === null ? say('noPlan') : say('declined', { day: shortDay(planDeclinedOn) })}
          </span>
        );
      }),
      column('coordinator', 13, (row) => coordinatorCell(row, say)),
      column('unit', 9.6, ({ coordinatorUnit }) =>
        coordinatorUnit === null ? <None /> : capital(label('unit', coordinatorUnit)),
      ),
      column('group', 8.6, ({ members }) =>
        members.length === 0 ? <None /> : say('members', { count: members.length }),
      ),
      column('review', 8.4, ({ nextReviewOn }) => (
        <>
          <DayCell day={nextReviewOn} />
          {nextReviewOn !== null && nextReviewOn < today() && (
            <span className="under-cell strong-cell">{say('late')}</span>
          )}
        </>
      )),
      column('consent', 6, ({ withoutConsent, consentScopes }) => {
        if (withoutConsent.length > 0) return <Tag data-color="warning">{say('missing')}</Tag>;
        return consentScopes.length === 0 ? <None /> : say('valid');
      }),
      column('child', 11, ({ childCoordinator }) => textOf(childCoordinator?.name) || <None />, true),
      column(
        'scopes',
        12,
        ({ consentScopes }) =>
          consentScopes.map((scope) => label('consentScope', scope)).join(', ') || <None />,
        true,
      ),
      column(
        'who',
        15,
        ({ members }) =>
          members.map(({ memberId, party, memberRole }) => (
            <span key={memberId} className="line">
              {textOf(party.name)}, {label('memberRole', memberRole)}
            </span>
          )),
        true,
      ),
      column('ended', 7, ({ endedOn }) => <DayCell day={endedOn} />, true),
    ];
  }, [say, person, label]);
}

/** Who coordinates, or for how long nobody has. */
function coordinatorCell(row: Coordinated, say: ReturnType<typeof useText>) {
  const { coordinator, coordinatorSince, temporaryCoordinator, withoutCoordinatorSince } = row;
  const { nextCoordinator, nextCoordinatorFrom, coordinatorDeclinedOn } = row;
  const under = [
    coordinatorSince !== null && say('since', { day: shortDay(coordinatorSince) }),
    temporaryCoordinator !== null && say('standIn', { name: textOf(temporaryCoordinator.name) }),
    nextCoordinator !== null &&
      nextCoordinatorFrom !== null &&
      say('next', { name: textOf(nextCoordinator.name), day: shortDay(nextCoordinatorFrom) }),
    coordinatorDeclinedOn !== null && say('declined', { day: shortDay(coordinatorDeclinedOn) }),
  ].filter((line) => line !== false);
  return (
    <>
      {coordinator !== null && textOf(coordinator.name)}
      {coordinator === null && withoutCoordinatorSince !== null && <strong>{say('nobody')}</strong>}
      {coordinator === null && withoutCoordinatorSince === null && under.length === 0 && <None />}
      {withoutCoordinatorSince !== null && (
        <span className="under-cell strong-cell">
          {say('days', {
            count: daysFrom(withoutCoordinatorSince, today()),
            day: shortDay(withoutCoordinatorSince),
          })}
        </span>
      )}
      {under.map((line) => (
        <span key={line} className="under-cell">
          {line}
        </span>
      ))}
    </>
  );
}
