import { type OpenCode, openCodesIn } from '#event-sourcing/correctable';
import { checkDates, earliest } from '#event-sourcing/dates';
import type { Decider, Intent } from '#event-sourcing/decider';
import type { EventOf, GivenFields, StoredFields } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals, type UnknownCode } from '#event-sourcing/refusals';
import { units as unitList } from '#vocabulary';
import { municipalityEvents } from './events.js';
import { type TermKind, terms } from './terms.js';

export const profileRefusals = refusals('municipality', {
  items: [
    'A profile names at least one item that people may apply for, each once.',
    'En profil nevner minst én ting som folk kan søke om, hver én gang.',
    'Ein profil nemner minst éin ting som folk kan søkje om, kvar éin gong.',
  ],
  'meeting-interval': [
    'keMeetingMaxMonths is a number of months from 1 to 24.',
    'Det lengste mellomrommet mellom to møter er et antall måneder fra 1 til 24.',
    'Det lengste mellomrommet mellom to møte er eit tal på månader frå 1 til 24.',
  ],
  'handover-days': [
    'handoverDays is a number of days from 1 to 90.',
    'Fristen for en overlevering er et antall dager fra 1 til 90.',
    'Fristen for ei overlevering er eit tal på dagar frå 1 til 90.',
  ],
  'review-interval': [
    'coordinationReviewMonths is a number of months from 1 to 24.',
    'Mellomrommet mellom to gjennomganger er et antall måneder fra 1 til 24.',
    'Mellomrommet mellom to gjennomgangar er eit tal på månader frå 1 til 24.',
  ],
  targets: [
    'A profile sets each target once, in days from 1 to 730.',
    'En profil setter hvert mål én gang, i dager fra 1 til 730.',
    'Ein profil set kvart mål éin gong, i dagar frå 1 til 730.',
  ],
  'delegation-scope': [
    'delegationNeededFor names what is asked of a delegation: the appointment of a coordinator and the board’s approval. Who decides is told by deciderBody.',
    'delegationNeededFor nevner det som det kreves delegasjon til: å oppnevne koordinator og nemndas godkjenning. Hvem som avgjør, følger av deciderBody.',
    'delegationNeededFor nemner det som det blir kravd delegering til: å oppnemne koordinator og godkjenninga i nemnda. Kven som avgjer, følgjer av deciderBody.',
  ],
  'code-twice': [
    'A profile names each unit and each role of its own once.',
    'En profil nevner hver av sine egne enheter og roller én gang.',
    'Ein profil nemner kvar av sine eigne einingar og roller éin gong.',
  ],
});
const { refuseIf } = profileRefusals;

type Adopted = (typeof municipalityEvents)['declared']['MunicipalityProfileAdopted']['fields'];
export type ProfileData = GivenFields<Adopted>;
/** A profile as it stands; its name is sealed. */
export type Profile = StoredFields<Adopted>;

/** Undefined until a profile is adopted. `version` counts every one ever adopted, also one recorded in error. */
export type MunicipalityState = Profile | undefined;

/** What a municipality chooses for itself. */
export type Settings = {
  readonly [
    K in keyof ProfileData as Exclude<K, 'municipality' | 'profileVersion' | 'adoptedOn' | 'settingsDigest'>
  ]: ProfileData[K];
};

export type AdoptProfile = Intent<
  'AdoptProfile',
  {
    readonly municipality: string;
    readonly settings: Settings;
    readonly settingsDigest: string;
    readonly adoptedOn: string;
  }
>;

/** The stream `municipality-<tenant>.profile`. */
export const municipalityDecider: Decider<MunicipalityState, AdoptProfile, typeof municipalityEvents> = {
  events: municipalityEvents,
  initialState: undefined,
  evolve: (_, { data }: EventOf<typeof municipalityEvents>) => data,
  decide({ data: { municipality, settings, settingsDigest, adoptedOn }, today }, state, history) {
    if (state?.settingsDigest === settingsDigest && state.adoptedOn <= adoptedOn) return [];
    const { fields } = municipalityEvents.declared.MunicipalityProfileAdopted;
    checkDates(profileRefusals, fields, { adoptedOn }, today);
    check(settings);
    const versions = history.filter(({ type }) => type === 'MunicipalityProfileAdopted');
    const profileVersion = versions.length + 1;
    return [
      {
        type: 'MunicipalityProfileAdopted',
        data: { ...settings, municipality, profileVersion, settingsDigest, adoptedOn },
      },
    ];
  },
};

/** The newest that was adopted by that day; before the first, the first. Of several of one day the one recorded last. */
export function inForceOn(adopted: readonly Profile[], day: string): Profile | undefined {
  const byDay = adopted.toSorted((one, other) => one.adoptedOn.localeCompare(other.adoptedOn));
  const first = byDay[0]?.adoptedOn ?? day;
  return byDay.findLast(({ adoptedOn }) => adoptedOn <= (day < first ? first : day));
}

/** Each with the first day on which it is in force, and the day from which another is: the first holds from the beginning, the last for good. */
export function inForceFrom(
  adopted: readonly Profile[],
): readonly { readonly profile: Profile; readonly from: string; readonly until: string }[] {
  const byDay = adopted.toSorted((one, other) => one.adoptedOn.localeCompare(other.adoptedOn));
  const standing = byDay.filter(({ adoptedOn }, at) => byDay[at + 1]?.adoptedOn !== adoptedOn);
  return standing.map((profile, at) => ({
    profile,
    from: at === 0 ? earliest : profile.adoptedOn,
    until: standing[at + 1]?.adoptedOn ?? '9999-12-31',
  }));
}

/** Lists to which a municipality adds codes of its own, by their names, and the setting that holds these. */
const ownLists: Readonly<Record<string, 'units' | 'roles'>> = { unit: 'units', memberRole: 'roles' };

/** The first of these codes that neither is usual nor stands in any of the profiles: history is typed in late, and units come and go. */
export function unknownIn(profiles: readonly Profile[], codes: readonly OpenCode[]): UnknownCode | undefined {
  for (const { list, code } of codes) {
    const setting = ownLists[list.name];
    const own = setting ? profiles.flatMap((profile) => profile[setting] ?? []) : [];
    const known = [...new Set([...list.codes, ...own.map((one) => one.code)])];
    if (!known.includes(code)) return { list: list.name, known: known.join(', ') };
  }
  return undefined;
}

function checkCodes(settings: Settings): void {
  const {
    units = [],
    roles = [],
    unitTerm,
    coordinatorTerm,
    groupTerm,
    meetingTerm,
    meetingLeaderUnit,
  } = settings;
  const told = { unit: unitTerm, coordinator: coordinatorTerm, group: groupTerm, meeting: meetingTerm };
  for (const [kind, term] of Object.entries(told)) {
    const known = Object.keys(terms[kind as TermKind]);
    refuseIf(!known.includes(term), 'unknown-code', { list: `${kind}Term`, known: known.join(', ') });
  }
  const known = [...new Set([...unitList.codes, ...units.map(({ code }) => code)])];
  refuseIf(meetingLeaderUnit !== undefined && !known.includes(meetingLeaderUnit), 'unknown-code', {
    list: 'meetingLeaderUnit',
    known: known.join(', '),
  });
  const unknown = unknownIn([], openCodesIn(municipalityEvents, 'MunicipalityProfileAdopted', settings));
  refuseIf(unknown !== undefined, 'unknown-code', unknown);
  refuseIf(
    [units, roles].some((own) => hasDoubles(own.map(({ code }) => code))),
    'code-twice',
  );
}

function check(settings: Settings): void {
  const {
    items,
    keMeetingMaxMonths,
    handoverDays,
    coordinationReviewMonths,
    targets = [],
    delegationNeededFor = [],
  } = settings;
  checkCodes(settings);
  refuseIf(
    hasDoubles(targets.map(({ target }) => target)) || targets.some(({ days }) => days < 1 || days > 730),
    'targets',
  );
  // Nobody is asked for a delegation to decide: a profile that says so would promise what is not held to.
  refuseIf(delegationNeededFor.includes('DECIDE'), 'delegation-scope');
  refuseIf(items.length === 0 || hasDoubles(items), 'items');
  refuseIf(
    keMeetingMaxMonths !== undefined && (keMeetingMaxMonths < 1 || keMeetingMaxMonths > 24),
    'meeting-interval',
  );
  refuseIf(handoverDays !== undefined && (handoverDays < 1 || handoverDays > 90), 'handover-days');
  refuseIf(
    coordinationReviewMonths !== undefined && (coordinationReviewMonths < 1 || coordinationReviewMonths > 24),
    'review-interval',
  );
}
