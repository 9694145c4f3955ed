/** A word in both written languages. */
export interface Words {
  readonly nb: string;
  readonly nn: string;
}

/** What municipalities call the unit, the coordinator, the group and its meetings; profiles name the codes (docs/requirements.md). */
export const terms = {
  unit: {
    COORDINATING_UNIT: { nb: 'koordinerende enhet', nn: 'koordinerande eining' },
    COORDINATING_UNIT_KOE: { nb: 'koordinerende enhet (KOE)', nn: 'koordinerande eining (KOE)' },
    COORDINATING_UNIT_ALLOCATION_OFFICE: {
      nb: 'koordinerende enhet ved Tildelingskontoret',
      nn: 'koordinerande eining ved Tildelingskontoret',
    },
    COORDINATING_TEAM: { nb: 'koordinerende team', nn: 'koordinerande team' },
  },
  coordinator: {
    COORDINATOR: { nb: 'koordinator', nn: 'koordinator' },
    PERSONAL_COORDINATOR: { nb: 'personlig koordinator', nn: 'personleg koordinator' },
    USER_COORDINATOR: { nb: 'brukerkoordinator', nn: 'brukarkoordinator' },
    PLAN_COORDINATOR: { nb: 'koordinator IP', nn: 'koordinator IP' },
  },
  group: {
    GROUP: { nb: 'gruppe', nn: 'gruppe' },
    COORDINATION_GROUP: { nb: 'tverrfaglig koordineringsgruppe', nn: 'tverrfagleg koordineringsgruppe' },
    RESPONSIBILITY_GROUP: { nb: 'ansvarsgruppe', nn: 'ansvarsgruppe' },
    /** No standing group: people are called to each meeting. */
    MEETING_PARTICIPANTS: { nb: 'deltakere i koordineringsmøte', nn: 'deltakarar i koordineringsmøte' },
  },
  meeting: {
    COORDINATION_MEETING: { nb: 'koordineringsmøte', nn: 'koordineringsmøte' },
    RESPONSIBILITY_GROUP_MEETING: { nb: 'ansvarsgruppemøte', nn: 'ansvarsgruppemøte' },
  },
} as const satisfies Record<string, Record<string, Words>>;

export type TermKind = keyof typeof terms;

/** The group in its definite form, as a sentence needs it. */
const theGroup: Readonly<Record<keyof typeof terms.group, Words>> = {
  GROUP: { nb: 'gruppa', nn: 'gruppa' },
  COORDINATION_GROUP: {
    nb: 'den tverrfaglige koordineringsgruppa',
    nn: 'den tverrfaglege koordineringsgruppa',
  },
  RESPONSIBILITY_GROUP: { nb: 'ansvarsgruppa', nn: 'ansvarsgruppa' },
  MEETING_PARTICIPANTS: {
    nb: 'kretsen av deltakere i koordineringsmøte',
    nn: 'krinsen av deltakarar i koordineringsmøte',
  },
};

export function theGroupFor(code: string): Words | undefined {
  const known: Readonly<Record<string, Words>> = theGroup;
  return Object.hasOwn(known, code) ? known[code] : undefined;
}

/** The words behind a profile's term code; undefined for a code that this version does not know. */
export function wordsFor(kind: TermKind, code: string): Words | undefined {
  const known: Readonly<Record<string, Words>> = terms[kind];
  return Object.hasOwn(known, code) ? known[code] : undefined;
}
