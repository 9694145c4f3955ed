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
  v1,
} from '#event-sourcing/event';

/** What one may apply for; which of them a municipality offers is in its profile (docs/requirements.md). */
export const items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'] as const;

/** Who decides an application, by the profile. */
export const deciderBodies = ['KE_MEETING', 'KE', 'BOARD', 'TEAM'] as const;

/** A municipality's own choices, adopted whole; a later version replaces the earlier (docs/adr/0012). */
export const municipalityEvents = events(
  { category: 'municipality', owner: 'municipality', class: 'UNIT' },
  {
    MunicipalityProfileAdopted: v1(
      {
        municipality: id(),
        profileVersion: integer(),
        /** Today's name and number: dated data, never read from the tenant key. */
        name: personal.text({ of: 'municipality', class: 'UNIT', max: 100 }),
        municipalityNumber: id(),
        language: codeOf('NB', 'NN'),
        unitTerm: code(),
        coordinatorTerm: code(),
        groupTerm: code(),
        meetingTerm: code(),
        items: list(codeOf(...items)),
        deciderBody: codeOf(...deciderBodies),
        groupPresupposesPlan: flag(),
        leaderConcurrence: flag(),
        keMeetingMaxMonths: optional(integer()),
        /** Whether the municipality says that one may have a coordinator and no plan; the law gives that right everywhere. */
        coordinatorWithoutPlan: optional(codeOf('STATED', 'APPLIED_FOR_APART', 'NOT_STATED')),
        /** A leader clears what costs money; apart from concurring in an appointment. */
        leaderClearsCost: optional(flag()),
        kinInformedOfAllocation: optional(flag()),
        /** How the municipality asks people to apply; what comes otherwise is received all the same. */
        applicationForm: optional(codeOf('ANY', 'WRITTEN', 'FORM', 'REFERRAL_FORM')),
        disputesSettledBy: optional(code()),
        /** Units decide some plans themselves and report them (S9). */
        ownUnitRoute: optional(flag()),
        leadershipReport: optional(flag()),
        /** SHA-256 of the canonical settings, the sealed name among them: tells whether a file says anything new. */
        settingsDigest: optional(digest()),
        adoptedOn: localDate(),
      },
      { occurs: 'adoptedOn' },
    ),
  },
);

/** Staff, members of groups and other parties: an opaque id in every event, the name here, sealed. */
export const partyEvents = events(
  { category: 'party', owner: 'partyId', class: 'PARTY' },
  {
    PartyRegistered: v1({
      partyId: id(),
      kind: codeOf('STAFF', 'EXTERNAL', 'GUARDIAN', 'NEXT_OF_KIN'),
      name: personal.text({ of: 'partyId', class: 'PARTY', max: 200 }),
      unit: optional(code()),
    }),
  },
);
