import { codeList, same } from '#event-sourcing/codes';
import {
  code,
  codeOf,
  digest,
  events,
  flag,
  id,
  integer,
  list,
  localDate,
  optional,
  personal,
  record,
  version,
  withoutField,
} from '#event-sourcing/event';
import {
  agendaItems,
  allocationHearers,
  deciderBodies,
  delegationScopes,
  disputeSettlers,
  items,
  languages,
  targetGroups,
} from '#vocabulary';
import { targets } from './targets.js';

export const coordinatorsWithoutPlan = codeList('coordinatorWithoutPlan', {
  STATED: ['sagt uttrykkelig', 'sagt uttrykkeleg'],
  APPLIED_FOR_APART: ['søkes om for seg', 'blir søkt om for seg'],
  NOT_STATED: ['ikke sagt', 'ikkje sagt'],
});
export const applicationForms = codeList('applicationForm', {
  ANY: ['hvordan som helst', 'korleis som helst'],
  WRITTEN: ['skriftlig', 'skriftleg'],
  FORM: same('skjema'),
  REFERRAL_FORM: ['henvisningsskjema', 'tilvisingsskjema'],
});

export const weekdays = codeList('weekday', {
  MONDAY: same('mandag'),
  TUESDAY: ['tirsdag', 'tysdag'],
  WEDNESDAY: same('onsdag'),
  THURSDAY: same('torsdag'),
  FRIDAY: same('fredag'),
});

/** A code of the municipality's own, with its words. */
const word = () => personal.text({ of: 'municipality', class: 'UNIT', max: 100 });
const ownCodes = () => list(record({ code: code(), nb: word(), nn: word() }));

/** A municipality's own choices, adopted whole; a later version replaces the earlier (docs/adr/0012). */
export const municipalityEvents = events(
  { category: 'municipality', owner: 'municipality', class: 'UNIT' },
  {
    MunicipalityProfileAdopted: version(
      3,
      {
        municipality: id(),
        profileVersion: integer(),
        /** Today's name and number: dated data, never read from the tenant key. */
        name: personal.text({ of: 'municipality', class: 'UNIT', max: 100 }),
        municipalityNumber: id(),
        language: codeOf(languages),
        unitTerm: code(),
        coordinatorTerm: code(),
        groupTerm: code(),
        meetingTerm: code(),
        items: list(codeOf(items)),
        deciderBody: codeOf(deciderBodies),
        groupPresupposesPlan: flag(),
        leaderConcurrence: flag(),
        /** Whoever is proposed as coordinator answers before the appointment (F5). */
        candidateAnswer: optional(flag()),
        keMeetingMaxMonths: optional(integer()),
        /** So many days a handover may wait for whoever took over before it is the leader's matter too. */
        handoverDays: optional(integer()),
        /** So often it is asked whether plan and coordinator are still right. */
        coordinationReviewMonths: optional(integer()),
        /** Whether the municipality says that one may have a coordinator and no plan; the law gives that right everywhere. */
        coordinatorWithoutPlan: optional(codeOf(coordinatorsWithoutPlan)),
        /** A leader clears what costs money; apart from concurring in an appointment. */
        leaderClearsCost: optional(flag()),
        /** How the municipality asks people to apply; what comes otherwise is received all the same. */
        applicationForm: optional(codeOf(applicationForms)),
        disputesSettledBy: optional(code(disputeSettlers)),
        /** In what nobody acts without a delegation that holds (S3, S6); elsewhere one is recorded where it is kept. */
        delegationNeededFor: optional(list(codeOf(delegationScopes))),
        /** Whom the municipality names as those who turn to the unit (H13, S12); anybody where it is not said. */
        targetGroups: optional(list(codeOf(targetGroups))),
        /** Who hears that somebody coordinates (F24); nobody is waited for where it is not said. */
        allocationToldTo: optional(list(codeOf(allocationHearers))),
        /** Days that the municipality sets itself; late shows, and nothing is refused for it. */
        targets: optional(list(record({ target: codeOf(targets), days: integer() }))),
        /** Units decide some plans themselves and report them (S9). */
        ownUnitRoute: optional(flag()),
        leadershipReport: optional(flag()),
        /** What the unit takes up at every meeting (U9). */
        standingItems: optional(list(code(agendaItems))),
        /** Whoever leads this unit leads the meetings of the coordinating one, and approves their protocols (F27). */
        meetingLeaderUnit: optional(code()),
        /** On which weekday new matters of adults are taken in: their cases are best taken up right after it (U18). */
        adultIntakeWeekday: optional(codeOf(weekdays)),
        /** After how many working days whoever leaves a task untouched is told by e-mail that something waits; nobody is where it is absent. */
        remindAfterDays: optional(integer(1, 30)),
        /** So many days after it was sent to the archive a document waits for somebody; nothing is sent there where it is absent. */
        archivedWithinDays: optional(integer(1, 90)),
        /** Units, and parts in a group, beside the usual ones. */
        units: optional(ownCodes()),
        roles: optional(ownCodes()),
        /** SHA-256 of the canonical settings, the sealed name among them: tells whether a file says anything new. */
        settingsDigest: optional(digest()),
        adoptedOn: localDate(),
      },
      // Version 1 had no units and roles of the municipality's own; version 2 said of kin alone whether they hear of an allocation.
      {
        occurs: 'adoptedOn',
        upcasts: { 1: (data) => ({ ...data }), 2: withoutField('kinInformedOfAllocation') },
        correctionUpcasts: { 1: (data) => ({ ...data }), 2: withoutField('kinInformedOfAllocation') },
      },
    ),
  },
);
