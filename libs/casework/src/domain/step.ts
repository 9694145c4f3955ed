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
  type Rules,
  type SaidIn as SaidOf,
  type Step as AnyStep,
  stepsOf,
} from '#event-sourcing/step';
import { refusals } from '#event-sourcing/refusals';
import type { ActsOn, Authority, TargetGroup } from '#vocabulary';
import type { Case, Present } from './case.js';
import type { Profile } from './codes.js';
import { unclosedOn } from './course.js';

/** In every event of a case: the case, and whose it is. */
export const about = { caseId: id(), subjectId: id() };
type About = typeof about;
/** Whose the personal fields are. */
export const of = { of: 'subjectId', class: 'CASE' } as const;

const withoutDigest = { 1: withoutField('documentDigest') };
/** The second version of an event with a document's digest, which is sealed: in the first it could be read, and is left out. */
export const sealedDigest = { upcasts: withoutDigest, correctionUpcasts: withoutDigest } as const;

/** What a caseworker says of a step. */
export type SaidIn<F extends Fields> = SaidOf<F, About>;
/** What a meeting came to in the case. */
export interface AtMeeting {
  /** Undefined where no such meeting was planned. */
  readonly kind: 'UNIT' | 'BOARD' | undefined;
  /** Since when the case is on its agenda. */
  readonly putOn: string | undefined;
  /** Undefined until it was held. */
  readonly heldOn: string | undefined;
  readonly treatment: 'TREATED' | 'APPROVED' | 'RETURNED' | 'REJECTED' | 'PUT_OFF' | undefined;
  /** The day on which its protocol was approved. */
  readonly approvedOn: string | undefined;
}

/** What was asked elsewhere: the profile of that day, or the refusal that there is none, and the meeting that is named. */
export interface Asked {
  readonly profile: () => Profile;
  readonly meeting?: AtMeeting | undefined;
  readonly kin?: readonly string[] | undefined;
  /** Where the step acts on delegated authority. */
  readonly authority?: Authority | undefined;
  /** Those whom the profile names; any where it does not say. */
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** Who records it; undefined for what the system does by itself. */
  readonly actorId?: string | undefined;
}

export const kinRefusals = refusals('casework', {
  kin: [
    'Who is close to the person as guardian, parent or next of kin does not map the need. Choose somebody else who is competent.',
    'Den som er verge, foresatt eller pårørende for personen, kan ikke kartlegge behovet. Velg en annen med kompetanse.',
    'Den som er verje, føresett eller pårørande for personen, kan ikkje kartleggje behovet. Vel ein annan med kompetanse.',
  ],
});

/** What holds of a case's step beside what holds of any. */
interface Course<F extends Fields> {
  /** Whether a case may begin with it. */
  readonly opens?: boolean;
  /** Whether it counts by its own day, also when it is typed in after the case was closed. */
  readonly goesByDay?: boolean;
  /** Whether it is about the closing itself: anything else is refused on a day after it. */
  readonly ofClosing?: boolean;
  /** The party whom it puts in a place that nobody close to the person may have. */
  readonly neverKin?: keyof F & string;
  /** The authority that is acted on with it, where the municipality delegates that. */
  readonly actsOn?: ActsOn;
  /** Whether it prepares or makes the decision: nobody who is disqualified in the case records it (fvl § 6). */
  readonly byQualified?: boolean;
  /** The step whose items and criteria it is said of: those stay as they were read (inv. 6, S6). */
  readonly reads?: string;
  /** Whether it is about the case's file and not its course: also a closed case takes it, and nothing happened on its day. */
  readonly ofFile?: boolean;
  /** What a case begins as. */
  begin?(data: DataIn<F>): Case;
  /** What a correction must leave true of it beside `check`: stored steps and those that rest on others are not asked. */
  whenRevised?(state: Case, data: DataIn<F>): void;
  evolve(state: Present, data: DataIn<F>): Case;
}

/** One kind of step of a case. */
export type Step<
  Type extends string = string,
  F extends Fields = Fields,
  Occurs extends string = string,
  Said = Readonly<Record<string, unknown>>,
> = AnyStep<Case, undefined, Asked, About, Type, F, Occurs, Said> & {
  readonly opens: boolean;
  readonly goesByDay: boolean;
  /** Whether the municipality's profile has a say. */
  readonly isByProfile: boolean;
  readonly neverKin: string | undefined;
  readonly actsOn: ActsOn | undefined;
  readonly isByQualified: boolean;
  readonly reads: string | undefined;
  whenRevised(state: Case, data: DataIn<F>): void;
};

const declare = stepsOf<Case, undefined, Asked, About>();

export function step<
  const Type extends string,
  F extends Fields & { readonly [K in keyof About]: Field<string> },
  Occurs extends keyof F & string,
  Open extends Case,
  Said = SaidIn<F>,
>(
  type: Type,
  event: EventDeclaration<F, Occurs>,
  rules: Omit<Rules<Case, undefined, Asked, About, F, Open, Said>, 'evolve'> & Course<F>,
): Step<Type, F, Occurs, Said> {
  assertOccurs(type, event);
  const dayOf = (data: DataIn<F>) => dayIn(event, data as Readonly<Record<string, unknown>>) ?? '';
  const evolve = (state: Case, data: DataIn<F>) =>
    happenedOn(
      rules.ofFile ? '' : dayOf(data),
      state.status === 'absent' ? (rules.begin?.(data) ?? state) : rules.evolve(state, data),
    );
  const inCourse = (state: Case, day: string) => {
    if (!rules.ofClosing && !rules.ofFile) unclosedOn(state, day);
    return rules.in?.(state, day) ?? (state as Open);
  };
  return {
    ...declare(type, event, {
      ...rules,
      in: inCourse,
      evolve,
      admit(said, asked, standing) {
        const named = rules.neverKin && (said as Readonly<Record<string, unknown>>)[rules.neverKin];
        kinRefusals.refuseIf(typeof named === 'string' && asked.kin?.includes(named) === true, 'kin');
        rules.admit?.(said, asked, standing);
      },
    }),
    opens: rules.opens ?? false,
    goesByDay: rules.goesByDay ?? false,
    isByProfile: rules.admit !== undefined,
    neverKin: rules.neverKin,
    actsOn: rules.actsOn,
    isByQualified: rules.byQualified ?? false,
    reads: rules.reads,
    whenRevised: (state, data) => rules.whenRevised?.(state, data),
  };
}

const happenedOn = (day: string, state: Case): Case =>
  state.status === 'absent' || day <= state.lastOn ? state : { ...state, lastOn: day };
