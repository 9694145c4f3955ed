import { checkDates } from './dates.js';
import { annulment, type Decider, type Intent } from './decider.js';
import { effective, revisedBy, standing } from './effective.js';
import type { CorrectionFact, EventOf, Events, FactOf, Recorded } from './event.js';
import type { Alike, Refusals, Standing, UnknownCode } from './refusals.js';
import {
  type Annulling,
  broken,
  type Correcting,
  correctionOf,
  type Fault,
  refusalIn,
  refuseItself,
  refuseResting,
  spokenOf,
  standingOf,
  whyBroken,
} from './revise.js';
import type { Fact, Step } from './step.js';

type Data = Fact['data'];

/** Whether everybody whom it names is registered, and the first list that lacks a code which it names. */
export interface NamedElsewhere {
  readonly partyIsKnown: boolean;
  readonly unknownCode?: UnknownCode | undefined;
}

export type RecordStep<Asked> = Intent<
  'RecordStep',
  NamedElsewhere & {
    readonly step: string;
    /** What the stream is about, which goes without saying. */
    readonly about: Data;
    readonly said: Data;
    readonly asked: Asked;
  }
>;
/** What rests on the stream elsewhere, as read then. */
interface Rested<Resting> {
  readonly restingElsewhere: readonly Resting[];
}
export type CorrectStep<Asked, Resting> = Intent<
  'CorrectStep',
  NamedElsewhere & Correcting & Rested<Resting> & { readonly asked: Asked }
>;
export type AnnulStep<Resting> = Intent<'AnnulStep', Annulling & Rested<Resting>>;
export type SteppedIntent<Asked, Resting> =
  RecordStep<Asked> | CorrectStep<Asked, Resting> | AnnulStep<Resting>;

interface Stepped<State, Asked, E extends Events, Resting extends Standing> {
  readonly events: E;
  readonly initialState: State;
  readonly stepOf: (type: string) => Step<State, undefined, Asked>;
  readonly refusals: Refusals<Alike>;
  /** Whether what rests elsewhere has what it rests on. */
  readonly supports: (state: State, resting: Resting) => boolean;
}

/**
 * Decides over a stream of steps and nothing else: each is recorded by its own rules, and a correction or an annulment is accepted where every
 * step that could stand before could stand after it, and nothing loses what it rests on.
 */
export function steppedDecider<State, Asked, E extends Events, Resting extends Standing = Standing>({
  events,
  initialState,
  stepOf,
  refusals,
  supports,
}: Stepped<State, Asked, E, Resting>): Decider<State, SteppedIntent<Asked, Resting>, E> {
  const { refuseIf } = refusals;
  const evolve = (state: State, { type, data }: Fact): State => stepOf(type).evolve(state, data as never);
  const datesHold = ({ type, data }: Fact, today: string) =>
    checkDates(refusals, events.all[type]?.fields ?? {}, data, today);
  const check = (state: State, { type, data }: Fact) => stepOf(type).check(state, data as never, undefined);
  const refuseUnknown = ({ partyIsKnown, unknownCode }: NamedElsewhere) => {
    refuseIf(!partyIsKnown, 'unknown-party');
    refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
  };

  function record(
    { data, today }: RecordStep<Asked>,
    state: State,
    history: readonly Recorded[],
  ): readonly Fact[] {
    const { step: type, about, said, asked } = data;
    refuseUnknown(data);
    const step = stepOf(type);
    step.admit(said as never, asked);
    const facts = step
      .decide(said, { state, history, asked })
      .map((fact) => ({ type: fact.type, data: { ...fact.data, ...about } }));
    facts.reduce((before, fact) => {
      datesHold(fact, today);
      check(before, fact);
      return evolve(before, fact);
    }, state);
    return facts;
  }

  function correct({ data, today }: CorrectStep<Asked, Resting>, history: readonly Recorded[]) {
    const correcting = correctionOf(events, refusals, data, history);
    if (!correcting) return [];
    refuseUnknown(data);
    stepOf(correcting.target.type).admit(data.changed as never, data.asked, correcting.now as never);
    return revised(correcting.fact, history, data, today);
  }

  function annul({ data, today }: AnnulStep<Resting>, history: readonly Recorded[]) {
    const target = standing(history, data.eventId, refusals);
    return revised(annulment(events, target, data.reasonCode, data.reason), history, data, today);
  }

  function revised(
    fact: CorrectionFact,
    history: readonly Recorded[],
    { restingElsewhere }: Rested<Resting>,
    today: string,
  ): readonly CorrectionFact[] {
    const [before, after] = [replay(history), replay(revisedBy(history, [fact]))];
    const isSpoken = spokenOf(history, [fact]);
    for (const step of after.steps.filter(isSpoken)) datesHold(step, today);
    const faults = broken(before.faults, after.faults, (known, { event }) => known.event.id === event.id);
    refuseItself(faults, isSpoken);
    const lost = restingElsewhere.filter(
      (resting) => supports(before.state, resting) && !supports(after.state, resting),
    );
    const resting = [...faults.map(({ event }) => standingOf(event)), ...lost.map(bare)];
    refuseResting(refusals, resting, whyBroken(faults));
    return [fact];
  }

  /** The effective steps, judged by the rules that new ones pass. */
  function replay(history: readonly Recorded[]) {
    const steps = effective(history);
    const faults: Fault[] = [];
    let state = initialState;
    for (const step of steps) {
      const refusal = refusalIn(() => check(state, step));
      if (refusal) faults.push({ event: step, refusal });
      else state = evolve(state, step);
    }
    return { steps, state, faults };
  }

  return {
    events,
    initialState,
    evolve: (state, event) => evolve(state, event as EventOf<E> & Fact),
    decide(intent, state, history) {
      switch (intent.type) {
        case 'RecordStep':
          return record(intent, state, history) as readonly FactOf<E>[];
        case 'CorrectStep':
          return correct(intent, history);
        case 'AnnulStep':
          return annul(intent, history);
      }
    },
  };
}

const bare = ({ eventId, type, stream }: Standing): Standing => ({ eventId, type, stream });
