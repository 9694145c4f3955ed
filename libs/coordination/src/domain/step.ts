import {
  dayIn,
  type EventDeclaration,
  type Field,
  type Fields,
  id,
  withoutField,
} from '#event-sourcing/event';
import {
  assertOccurs,
  type DataIn,
  type Fact,
  type Rules,
  type SaidIn as SaidOf,
  type Step as AnyStep,
  stepsOf,
} from '#event-sourcing/step';
import type { ActsOn, AllocationHearer, Authority, Birth } from '#vocabulary';
import { type Grants, refuseUngranted, refuseUsedUp, type Reliance } from './basis.js';
import type { ConsentScope } from './codes.js';
import { refuseUnconsented } from './consent.js';
import type { Coordination } from './coordination.js';
import { proposalRefusals } from './proposal.js';

/** In every event: whose coordination it is. */
export const about = { subjectId: id() };
type About = typeof about;
/** Whose the personal fields are. */
export const of = { of: 'subjectId', class: 'COORDINATION' } as const;

const asItWas = { 1: (data: Fact['data']) => ({ ...data }) };
/** The second version of an event that may rest on something else than a case: the first always names one. */
export const namedCase = { upcasts: asItWas, correctionUpcasts: asItWas } as const;

const withoutDigest = { 1: withoutField('documentDigest') };
/** The second version of an event with a document's digest, which is sealed: in the first it could be read, and is left out. */
export const sealedDigest = { upcasts: withoutDigest, correctionUpcasts: withoutDigest } as const;

/** What a caseworker says of a step. */
export type SaidIn<F extends Fields> = SaidOf<F, About>;
/** What every rule is told, at a replay too: the day, what cases say now, and what it comes to in the end. */
export interface Around {
  readonly today: string;
  readonly grants: Grants;
  readonly end: Coordination;
}
/** What was asked elsewhere for a new step, or for a correction, and the day. */
export interface Asked {
  readonly subjectId: string;
  readonly today: string;
  readonly grants: Grants;
  /** The person's, if it is known. */
  readonly birthYear?: number | undefined;
  /** The whole date, opened where the step goes by age. */
  readonly birthDate?: string | undefined;
  /** The parties who decide for the person on that day, where that was asked. */
  readonly guardians?: readonly string[] | undefined;
  /** Who leads the unit that a proposal asks on that day, where that was asked. */
  readonly unitLeader?: string | undefined;
  /** When the unit learned that the person is dead. */
  readonly deathToldOn?: string | undefined;
  /** Those whom it names and who are close to the person: nobody coordinates for their own. */
  readonly kin: readonly string[];
  /** What the profile of that day says; undefined where it was not asked. */
  readonly groupPresupposesPlan?: boolean | undefined;
  readonly leaderConcurrence?: boolean | undefined;
  readonly candidateAnswer?: boolean | undefined;
  readonly disputesSettledBy?: string | undefined;
  readonly allocationToldTo?: readonly AllocationHearer[] | undefined;
  /** An earlier register tells of its own time: what ended then is not judged now. */
  readonly isEarlier?: true | undefined;
  /** Where the step acts on delegated authority. */
  readonly authority?: Authority | undefined;
}

type Ids = Readonly<Record<string, string>>;

/** What holds of coordination's step beside what holds of any. */
interface Ground<F extends Fields, Said> {
  /** The ids of what stands and says the same; nothing new is recorded then. */
  already?(state: Coordination, said: Said): Ids | undefined;
  /** What is answered of it beside ids, as things stand afterwards. */
  tells?(state: Coordination, said: Said): Fact['data'];
  /** It begins only while consent to this holds: on its day, and on the day on which it is recorded. */
  readonly consent?: ConsentScope;
  /** It begins something for the person, who must live; so does whatever needs a consent. */
  readonly isOfLiving?: boolean;
  /** Whether the municipality's profile has a say. */
  readonly isByProfile?: boolean;
  /** The authority that the unit acts on with it, where the municipality delegates that. */
  readonly actsOn?: ActsOn;
  /** The party whom it puts in a place that nobody close to the person may have. */
  readonly neverKin?: keyof F & string;
  /** Who is close to the person has a say in another way. */
  readonly asksKin?: true;
  /** The person's age has a say in what is recorded beside it. */
  readonly asksBirth?: true;
  /** What the system noticed by itself: it follows from other entries, and nobody corrects it. */
  readonly isNotice?: boolean;
  /** The decision that it rests on; none where it rests on something else. */
  restsOn?(data: DataIn<F>): Reliance | undefined;
  /** Refuses what the person's age on its day forbids. Judged apart from `check`: a year of birth may become known later. */
  ofAge?(data: DataIn<F>, birth: Birth): void;
  /** Who the person's guardians are has a say. */
  readonly asksGuardians?: true;
  /** Who leads the unit that the proposal asks has a say. */
  asksLeader?(said: NoInfer<Said>): boolean;
  /** What the person's cases decided has a say, beside those that it names. */
  asksCases?(said: Said): boolean;
}

/** One kind of step of a person's coordination. */
export type Step<
  Type extends string = string,
  F extends Fields = Fields,
  Occurs extends string = string,
  Said = Fact['data'],
> = AnyStep<Coordination, Around, Asked, About, Type, F, Occurs, Said> & {
  readonly isNotice: boolean;
  readonly isOfLiving: boolean;
  already(state: Coordination, said: Said): Ids | undefined;
  tells?(state: Coordination, said: Said): Fact['data'];
  /** Whether the municipality's profile has a say. */
  readonly isByProfile: boolean;
  readonly actsOn: ActsOn | undefined;
  readonly asksKin: boolean;
  /** The consent that it needs to begin, and the day. */
  beginning(data: DataIn<F>): { readonly scope: ConsentScope; readonly day: string } | undefined;
  relianceOf(data: DataIn<F>): Reliance | undefined;
  ofAge(data: DataIn<F>, birth: Birth): void;
  readonly isByAge: boolean;
  readonly asksGuardians: boolean;
  asksLeader(said: Said): boolean;
  asksCases(said: Said): boolean;
};

const declare = stepsOf<Coordination, Around, Asked, About>();

export function step<
  const Type extends string,
  F extends Fields & { readonly [K in keyof About]: Field<string> },
  Occurs extends keyof F & string,
  Said = SaidIn<F>,
>(
  type: Type,
  event: EventDeclaration<F, Occurs>,
  rules: Rules<Coordination, Around, Asked, About, F, Coordination, Said> & Ground<F, Said>,
): Step<Type, F, Occurs, Said> {
  const { consent: scope, neverKin } = rules;
  if (scope) assertOccurs(type, event);
  const beginning = (data: Fact['data']) => scope && { scope, day: dayIn(event, data) ?? '' };
  return {
    ...declare(type, event, {
      ...rules,
      admit(said, asked, standing) {
        const named = neverKin && (said as Fact['data'])[neverKin];
        proposalRefusals.refuseIf(typeof named === 'string' && asked.kin.includes(named), 'kin');
        rules.admit?.(said, asked, standing);
      },
      check(state, data, around) {
        const begins = beginning(data);
        if (begins) refuseUnconsented(state, begins.scope, begins.day);
        rules.check?.(state, data, around);
        const rests = rules.restsOn?.(data);
        if (!rests) return;
        const { subjectId } = data as Fact['data'];
        const grant = around.grants[rests.caseId];
        refuseUngranted(rests, String(subjectId), grant);
        refuseUsedUp(state, rests, grant);
      },
    }),
    already: (state, said) => rules.already?.(state, said),
    ...(rules.tells && { tells: (state, said) => rules.tells?.(state, said) ?? {} }),
    isNotice: rules.isNotice ?? false,
    isOfLiving: rules.isOfLiving ?? scope !== undefined,
    isByProfile: rules.isByProfile ?? false,
    actsOn: rules.actsOn,
    asksKin: neverKin !== undefined || rules.asksKin === true,
    beginning,
    relianceOf: (data) => rules.restsOn?.(data),
    ofAge: (data, birth) => rules.ofAge?.(data, birth),
    isByAge: rules.ofAge !== undefined || rules.asksBirth === true,
    asksGuardians: rules.asksGuardians ?? false,
    asksLeader: (said) => rules.asksLeader?.(said) ?? false,
    asksCases: (said) => rules.asksCases?.(said) ?? false,
  };
}
