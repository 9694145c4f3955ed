import { type Role, viewerRoles, workingRoles } from '#personal-data/viewer';

/** In what relation somebody stands to a record that is read. */
export const relations = {
  /** Works for the coordinating unit, or looks into all that its municipality has recorded. */
  MUNICIPALITY: 'everything of the municipality',
  /** Is the person’s coordinator today, with a consent that holds. */
  COORDINATED: 'of persons whom one coordinates today, with their consent',
  /** Somebody of an own unit coordinates the person today, with a consent that holds, or the work is that unit’s. */
  OWN_UNIT:
    'of persons whom one’s own unit coordinates today, with their consent, and what is that unit’s to do or was reported by it',
  NAMED:
    'of persons whom one coordinates today, with their consent; of others, the sections that one was given access to, while a consent covers it and the plan goes on',
  GIVEN:
    'of persons whom one coordinates today, with their consent; of others, where it was given to oneself, while a consent covers it',
  EMERGENCY: 'what one read in an emergency that same day, having said why',
  REGISTERED: 'what one registered oneself',
  TAKEN_IN: 'of persons whom one registered or opened a case of',
  BOARD_LIST: 'the board’s meetings, once the case list is fixed, and of cases those on it',
  OPERATED: 'what is about nobody and is an administrator’s to see to: receivers of events that failed',
  OWN: 'what is about oneself, whichever registration it was recorded under',
} as const;
export type Relation = keyof typeof relations;
/** Before any line, and of what is recorded too: nobody works on their own case or on that of a relative (fvl § 6). */
export const refusedToClose =
  'nothing of a person whom one is, or is close to as the person’s relations of that day say, in no line and whatever the role, save one’s own page';

/** Everybody who works here sees what is nobody's secret: words, units, who works where. */
const everybody = Object.fromEntries(workingRoles.map((role) => [role, 'MUNICIPALITY'])) as Readonly<
  Partial<Record<Role, Relation>>
>;
/** Without these no page can be shown to anybody. */
const whoeverLooks = { ...everybody, SUBJECT: 'MUNICIPALITY' } as const;
const theUnit = { CASEWORKER: 'MUNICIPALITY', LEADER: 'MUNICIPALITY' } as const;

/**
 * Who sees what, in which relation: by what is read, for each role. A role that is not named sees nothing of it. Routes let in whom a line names,
 * and every query holds to the relation (docs/access.md).
 */
export const access = {
  cases: { ...theUnit, AUDITOR: 'MUNICIPALITY', COORDINATOR: 'COORDINATED' },
  case: { ...theUnit, COORDINATOR: 'COORDINATED' },
  caseTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY', COORDINATOR: 'COORDINATED' },
  register: { ...theUnit, COORDINATOR: 'COORDINATED', UNIT_LEADER: 'OWN_UNIT' },
  /** For how many each coordinates: what a choice is made by. */
  load: { ...theUnit, UNIT_LEADER: 'OWN_UNIT' },
  coordination: { ...theUnit, COORDINATOR: 'COORDINATED', UNIT_LEADER: 'OWN_UNIT' },
  /** When people met around a person, who came, and what was promised; what was said there is in the next line. */
  followUp: { ...theUnit, COORDINATOR: 'COORDINATED' },
  /** What meetings take up and come to, and notes of contact: for whoever coordinates, standing in or not (F15). */
  followUpNotes: { COORDINATOR: 'COORDINATED' },
  followUpTrail: { COORDINATOR: 'COORDINATED' },
  /** Who promised what by when: of everybody, of those whom one coordinates, or what the own units promised. */
  promises: { ...theUnit, COORDINATOR: 'COORDINATED', UNIT_LEADER: 'OWN_UNIT' },
  /** What stands in a plan. The unit sees that there is one, in the register: its content is for those whom it names. */
  plan: {
    CASEWORKER: 'NAMED',
    LEADER: 'NAMED',
    COORDINATOR: 'NAMED',
    UNIT_LEADER: 'NAMED',
    SERVICE_OFFICE: 'NAMED',
    BOARD_MEMBER: 'NAMED',
  },
  /** Measures in plans whose cost waits for the leader of an own unit, who answers alone (F4). */
  clearances: { UNIT_LEADER: 'OWN_UNIT' },
  /** What was done with a plan, by whom and when, without its content. */
  planTrail: { COORDINATOR: 'COORDINATED', AUDITOR: 'MUNICIPALITY' },
  /** That there is a crisis plan, since when, and when it is looked at next (F20); also where one opened it in an emergency that day. */
  crisisPlan: { ...theUnit, COORDINATOR: 'GIVEN', UNIT_LEADER: 'GIVEN', SERVICE_OFFICE: 'GIVEN' },
  /** What it says. */
  crisisPlanContent: {
    CASEWORKER: 'GIVEN',
    LEADER: 'GIVEN',
    COORDINATOR: 'GIVEN',
    UNIT_LEADER: 'GIVEN',
    SERVICE_OFFICE: 'GIVEN',
  },
  /** The same, for whoever else may not, for the rest of a day. */
  crisisPlanInEmergency: {
    CASEWORKER: 'EMERGENCY',
    LEADER: 'EMERGENCY',
    UNIT_LEADER: 'EMERGENCY',
    SERVICE_OFFICE: 'EMERGENCY',
  },
  /** Who read it in an emergency, and why. */
  crisisPlanReadings: { LEADER: 'MUNICIPALITY', COORDINATOR: 'COORDINATED' },
  /** What was done with it, by whom and when, without what it says. */
  crisisPlanTrail: { COORDINATOR: 'COORDINATED', AUDITOR: 'MUNICIPALITY' },
  /** What units reported of their own: the person, the coordinator, and what does not fit. */
  unitReports: { ...theUnit, UNIT_LEADER: 'OWN_UNIT' },
  /** By when something is to be done, in every case. */
  deadlines: theUnit,
  /** Of receivers that failed, those who see the subscriptions. */
  tasks: { ...theUnit, COORDINATOR: 'COORDINATED', UNIT_LEADER: 'OWN_UNIT', ADMIN: 'OPERATED' },
  person: { ...theUnit, COORDINATOR: 'COORDINATED', SERVICE_OFFICE: 'REGISTERED' },
  personSearch: { ...theUnit, AUDITOR: 'MUNICIPALITY' },
  /** Staff and other parties, guardians among them, by name. */
  partySearch: { ...theUnit, ADMIN: 'MUNICIPALITY', AUDITOR: 'MUNICIPALITY' },
  /** Of persons, in whatever is read; names of staff are everybody's. */
  names: {
    ...theUnit,
    AUDITOR: 'MUNICIPALITY',
    COORDINATOR: 'COORDINATED',
    UNIT_LEADER: 'OWN_UNIT',
    SERVICE_OFFICE: 'TAKEN_IN',
  },
  meetings: { ...theUnit, BOARD_MEMBER: 'BOARD_LIST' },
  /** Who recorded what of a meeting; board members, as they see the meeting. */
  meetingTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY', BOARD_MEMBER: 'BOARD_LIST' },
  agendaProposal: theUnit,
  board: { ...theUnit, BOARD_MEMBER: 'MUNICIPALITY' },
  boardTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY', ADMIN: 'MUNICIPALITY' },
  registrations: { CASEWORKER: 'REGISTERED', SERVICE_OFFICE: 'REGISTERED' },
  units: everybody,
  /** Who works in which unit, and how they are reached there. */
  staff: everybody,
  /** What somebody turned to the unit with. */
  enquiries: { ...theUnit, SERVICE_OFFICE: 'REGISTERED', UNIT_LEADER: 'OWN_UNIT' },
  /** Complaints. Not for coordinators: one may be about them. */
  complaints: theUnit,
  complaintTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY' },
  /** Courses and professional days that are offered or were held. */
  trainings: { ...theUnit, COORDINATOR: 'MUNICIPALITY', UNIT_LEADER: 'MUNICIPALITY' },
  /** Who of the staff has learnt what, and was guided in what. */
  staffCompetence: theUnit,
  /** Routines, checklists and templates under control. */
  controlledDocuments: everybody,
  /** Tasks of cooperation, and what those who speak for users were asked. */
  cooperation: theUnit,
  /** Courses, references to the law, information material, plans for competence. */
  competence: everybody,
  /** Who recorded what of all these. */
  competenceTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY', ADMIN: 'MUNICIPALITY' },
  /** What was filed on a case, a person, or what is theirs, with its content. */
  documents: { ...theUnit, COORDINATOR: 'COORDINATED' },
  /** Lists of an earlier register that were taken in. */
  imports: theUnit,
  importTrail: { ...theUnit, AUDITOR: 'MUNICIPALITY' },
  /** Which other services follow cases, and their history. */
  subscriptions: { ADMIN: 'MUNICIPALITY', LEADER: 'MUNICIPALITY', AUDITOR: 'MUNICIPALITY' },
  /** How documents come into the archive: none by its title, nobody by name. */
  archive: { ADMIN: 'MUNICIPALITY', LEADER: 'MUNICIPALITY' },
  /** Who has read whose data. */
  accessLog: { LEADER: 'MUNICIPALITY', AUDITOR: 'MUNICIPALITY' },
  /** Figures, and the reports that they are frozen in. */
  statistics: { LEADER: 'MUNICIPALITY', AUDITOR: 'MUNICIPALITY' },
  /** How people reach the unit, and which services there are. */
  organisation: everybody,
  profile: whoeverLooks,
  labels: whoeverLooks,
  /** What a person sees of what is their own, for themselves and for whoever coordinates to print it for them. */
  ownPage: { SUBJECT: 'OWN', COORDINATOR: 'COORDINATED' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Relation>>>>>;
export type ReadModel = keyof typeof access;

/** The relation in which a role sees it; undefined where it does not. */
export const relationOf = (what: ReadModel, role: Role): Relation | undefined =>
  (access[what] as Readonly<Partial<Record<Role, Relation>>>)[role];

/** Who may ask for it, those first that see the most: somebody's first role stands for all of them. */
export const rolesThatRead = (what: ReadModel): Role[] => {
  const rankOf = (role: Role) => Number(relationOf(what, role) !== 'MUNICIPALITY');
  return viewerRoles
    .filter((role) => relationOf(what, role) !== undefined)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
};

/** Every relation in which somebody with these roles sees it; just the one where that is all of the municipality. */
export function relationsOf(
  { roles }: { readonly roles: readonly Role[] },
  what: ReadModel,
): ReadonlySet<Relation> {
  const held = new Set(roles.flatMap((role) => relationOf(what, role) ?? []));
  return held.has('MUNICIPALITY') ? new Set(['MUNICIPALITY'] as const) : held;
}

export const seesAll = (viewer: { readonly roles: readonly Role[] }, what: ReadModel) =>
  relationsOf(viewer, what).has('MUNICIPALITY');
