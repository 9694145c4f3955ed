import { codeList, type Pair, same } from '#event-sourcing/codes';

export const viewerRoles = [
  'CASEWORKER',
  'LEADER',
  'COORDINATOR',
  'AUDITOR',
  'ADMIN',
  /** Registers persons, needs and applications at the counter. */
  'SERVICE_OFFICE',
  /** Leads a unit beside the coordinating one: its school, its home care. */
  'UNIT_LEADER',
  /** Sits on the board that decides, or approves what the unit decided. */
  'BOARD_MEMBER',
  /** Whom the unit serves: sees what is their own, and records nothing. */
  'SUBJECT',
] as const;
export type Role = (typeof viewerRoles)[number];

/** Those of whoever works here: what a provider may give somebody in a token. */
export const workingRoles: readonly Role[] = viewerRoles.filter((role) => role !== 'SUBJECT');

/** In which role somebody wrote something down: a viewer's, that of an operator at the machine, or the program's own. */
export const actorRoles = codeList('actorRole', {
  CASEWORKER: ['saksbehandler', 'saksbehandlar'],
  LEADER: ['leder', 'leiar'],
  COORDINATOR: same('koordinator'),
  AUDITOR: same('revisor'),
  ADMIN: same('administrator'),
  SERVICE_OFFICE: same('servicekontoret'),
  UNIT_LEADER: ['enhetsleder', 'einingsleiar'],
  BOARD_MEMBER: same('medlem av nemnda'),
  SUBJECT: ['personen selv', 'personen sjølv'],
  OPERATOR: ['driftsansvarlig', 'driftsansvarleg'],
  SYSTEM: same('automatisk'),
  /** Another service of the municipality’s. */
  SUBSCRIBER: same('abonnent'),
} satisfies Readonly<Record<Role | 'OPERATOR' | 'SYSTEM' | 'SUBSCRIBER', Pair>>);

/** Who asks, as the token says. Every query takes one first, and its `where` holds to it. */
export interface Viewer {
  /** The municipalities whose records this viewer may see: tenant keys, not today's numbers. */
  readonly tenants: readonly string[];
  readonly partyId: string;
  /** Registrations that went into the party's: what is recorded under them is theirs too. */
  readonly formerIds?: readonly string[];
  readonly roles: readonly Role[];
  /** Codes of the units that the viewer works in. */
  readonly units: readonly string[];
  /** The registration that is the viewer’s own, where it is somebody whom the unit serves. */
  readonly ownSubjectId?: string;
  /** Registrations of persons whom the viewer is, or is close to: nothing of theirs is shown, and nothing done. */
  readonly closeTo?: readonly string[];
}

/** Whether somebody is the viewer, or close to the viewer. */
export const isClose = ({ closeTo = [] }: Pick<Viewer, 'closeTo'>, subjectId: string): boolean =>
  closeTo.includes(subjectId);

/** Every id under which something is the viewer's own. */
export const idsOf = ({
  partyId,
  formerIds = [],
}: Pick<Viewer, 'partyId' | 'formerIds'>): readonly string[] => [partyId, ...formerIds];
