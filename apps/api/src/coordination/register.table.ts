import { consentScopes, endReasons, memberRoles } from '#coordination';
import { units } from '#vocabulary';
import type { Saying } from '../lists/saying.js';
import { date, number, type Table, text } from '../lists/table.js';
import type { CoordinationLine } from './coordination.queries.js';

/** The register of plans and coordinators, as it goes out. */
export const registerTable: Table<CoordinationLine> = {
  title: ['Planer og koordinatorer', 'Planar og koordinatorar'],
  name: 'coordination',
  columns: [
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject.birthYear),
    date(['Plan siden', 'Plan sidan'], ({ planSince }) => planSince),
    date(['Nei til plan', 'Nei til plan'], ({ planDeclinedOn }) => planDeclinedOn),
    date(
      ['Nei til koordinator', 'Nei til koordinator'],
      ({ coordinatorDeclinedOn }) => coordinatorDeclinedOn,
    ),
    text(['Koordinator', 'Koordinator'], ({ coordinator }, say) => say.party(coordinator)),
    text(['Enhet', 'Eining'], ({ coordinatorUnit }, say) => say.word(units, coordinatorUnit)),
    date(['Koordinator siden', 'Koordinator sidan'], ({ coordinatorSince }) => coordinatorSince),
    text(['Vikar', 'Vikar'], ({ temporaryCoordinator }, say) => say.party(temporaryCoordinator)),
    text(['Barnekoordinator', 'Barnekoordinator'], ({ childCoordinator }, say) =>
      say.party(childCoordinator),
    ),
    text(['Neste koordinator', 'Neste koordinator'], ({ nextCoordinator }, say) =>
      say.party(nextCoordinator),
    ),
    date(['Fra', 'Frå'], ({ nextCoordinatorFrom }) => nextCoordinatorFrom),
    date(
      ['Uten koordinator siden', 'Utan koordinator sidan'],
      ({ withoutCoordinatorSince }) => withoutCoordinatorSince,
    ),
    date(['Neste gjennomgang', 'Neste gjennomgang'], ({ nextReviewOn }) => nextReviewOn),
    text(['I gruppa', 'I gruppa'], ({ members }, say) =>
      members.map((member) => memberIn(member, say)).join('; '),
    ),
    text(['Samtykker til', 'Samtykkjer til'], ({ consentScopes: scopes }, say) =>
      say.words(consentScopes, scopes),
    ),
    date(['Avsluttet', 'Avslutta'], ({ endedOn }) => endedOn),
    text(['Hvorfor avsluttet', 'Kvifor avslutta'], ({ endReason }, say) => say.word(endReasons, endReason)),
  ],
};

function memberIn({ party, memberRole, unit }: CoordinationLine['members'][number], say: Saying): string {
  const about = [say.word(memberRoles, memberRole), say.word(units, unit)].filter((word) => word !== null);
  return `${say.party(party)} (${about.join(', ')})`;
}
