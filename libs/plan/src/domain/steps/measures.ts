import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  dayToCome,
  flag,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { measureResponsibles } from '../codes.js';
import { binds, type Measure, type PlanState } from '../plan.js';
import { about, of, step } from '../step.js';

export const measureRefusals = refusals('plan', {
  'no-such-measure': [
    'There is no such measure in the plan.',
    'Tiltaket finnes ikke i planen.',
    'Tiltaket finst ikkje i planen.',
  ],
  'measure-ended': [
    'The measure was completed or cancelled already.',
    'Tiltaket er allerede gjennomført eller avlyst.',
    'Tiltaket er alt gjennomført eller avlyst.',
  ],
  'no-such-goal.of-measure': [
    'There is no such goal in the plan.',
    'Målet finnes ikke i planen.',
    'Målet finst ikkje i planen.',
  ],
  responsible: [
    'A measure of a unit names the unit, and no other names one. The person is responsible in person.',
    'Et tiltak en enhet har ansvaret for, oppgir enheten, og ingen andre oppgir en. Personen navngis ikke særskilt.',
    'Eit tiltak ei eining har ansvaret for, oppgir eininga, og ingen andre oppgir ei. Personen blir ikkje namngitt særskilt.',
  ],
  'no-cost': [
    'The measure costs nothing beyond what is decided: nobody has to clear it.',
    'Tiltaket koster ikke noe utover det som er vedtatt: det trenger ingen avklaring.',
    'Tiltaket kostar ikkje noko utover det som er vedteke: det treng inga avklaring.',
  ],
  'clearance-unit': [
    'Say which unit’s leader is asked.',
    'Oppgi hvilken enhets leder som blir spurt.',
    'Oppgi kva for ei eining leiaren som blir spurd, har.',
  ],
  'clearance-asked': [
    'The leader was asked already and has not answered.',
    'Lederen er allerede spurt og har ikke svart.',
    'Leiaren er alt spurd og har ikkje svart.',
  ],
  'already-cleared': [
    'The leader has cleared what it costs.',
    'Lederen har allerede sagt ja til kostnaden.',
    'Leiaren har alt sagt ja til kostnaden.',
  ],
  'no-such-clearance': [
    'Nobody was asked to clear it under that id, or it is answered.',
    'Ingen er spurt om å avklare dette, eller det er alt besvart.',
    'Ingen er spurd om å avklare dette, eller det er alt svart på.',
  ],
  'not-cleared': [
    'The unit’s leader has not cleared what it costs: it binds nobody yet (invariant 15).',
    'Lederen for enheten har ikke sagt ja til kostnaden: tiltaket er ikke bindende ennå.',
    'Leiaren for eininga har ikkje sagt ja til kostnaden: tiltaket er ikkje bindande enno.',
  ],
  'date-order.measure': [
    'What becomes of a measure comes on or after the day on which it was agreed.',
    'Det som skjer med et tiltak, skjer samme dag som det ble avtalt, eller senere.',
    'Det som skjer med eit tiltak, skjer same dagen som det vart avtalt, eller seinare.',
  ],
  'date-order.measure-due': [
    'A measure is due on or after the day on which it starts.',
    'Et tiltak har frist samme dag som det starter, eller senere.',
    'Eit tiltak har frist same dagen som det startar, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = measureRefusals;

const text = personal.text(of);

function open({ measures }: PlanState, measureId: string, day: string): Measure {
  const measure = measures.find((one) => one.measureId === measureId);
  if (measure === undefined) throw refusal('no-such-measure');
  inOrder(measure.agreedOn, day, 'date-order.measure');
  refuseIf(measure.endedOn !== undefined, 'measure-ended');
  return measure;
}
const withMeasure = (state: PlanState, measureId: string, change: Partial<Measure>): PlanState => ({
  ...state,
  measures: amended(state.measures, (one) => one.measureId === measureId, change),
});

/** Somebody is to do something. Who does so otherwise goes on to: whoever coordinates is not responsible for it (F3, F10, content e). */
const measureAgreed = step(
  'MeasureAgreed',
  v1(
    {
      ...about,
      measureId: newId('measure'),
      text,
      goalId: optional(ref('goal')),
      responsible: codeOf(measureResponsibles),
      unit: optional(code(units)),
      responsibleId: optional(ref('party')),
      startsOn: optional(dayToCome()),
      dueOn: optional(dayToCome()),
      extent: optional(personal.text({ ...of, max: 1000 })),
      /** How it is carried out (content f). */
      how: optional(text),
      /** Whether it costs something beyond what is decided already (F4). */
      hasCost: flag(),
      agreedOn: localDate(),
      meetingId: optional(ref('meeting')),
    },
    { occurs: 'agreedOn' },
  ),
  {
    check({ goals }, { goalId, responsible, unit, responsibleId, startsOn, dueOn }) {
      refuseIf(
        goalId !== undefined && !goals.some((one) => one.goalId === goalId),
        'no-such-goal.of-measure',
      );
      refuseIf((responsible === 'UNIT') !== (unit !== undefined), 'responsible');
      refuseIf(responsible === 'PERSON' && responsibleId !== undefined, 'responsible');
      if (startsOn !== undefined && dueOn !== undefined) inOrder(startsOn, dueOn, 'date-order.measure-due');
    },
    evolve: (state, { measureId, agreedOn, hasCost, unit }) => ({
      ...state,
      measures: [...state.measures, { measureId, agreedOn, hasCost, ...(unit !== undefined && { unit }) }],
    }),
  },
);

/** It is to be done by another day than was promised. */
const measureMoved = step(
  'MeasureMoved',
  v1(
    {
      ...about,
      measureId: idOf('measure'),
      dueOn: dayToCome(),
      reason: optional(text),
      movedOn: localDate(),
    },
    { occurs: 'movedOn' },
  ),
  {
    check: (state, { measureId, movedOn }) => void open(state, measureId, movedOn),
    evolve: (state) => state,
  },
);

const measureCompleted = step(
  'MeasureCompleted',
  v1({ ...about, measureId: idOf('measure'), completedOn: localDate() }, { occurs: 'completedOn' }),
  {
    check: (state, { measureId, completedOn }) =>
      refuseIf(!binds(open(state, measureId, completedOn)), 'not-cleared'),
    evolve: (state, { measureId, completedOn }) => withMeasure(state, measureId, { endedOn: completedOn }),
  },
);

const measureCancelled = step(
  'MeasureCancelled',
  v1(
    { ...about, measureId: idOf('measure'), reason: optional(text), cancelledOn: localDate() },
    { occurs: 'cancelledOn' },
  ),
  {
    ends: true,
    check: (state, { measureId, cancelledOn }) => void open(state, measureId, cancelledOn),
    evolve: (state, { measureId, cancelledOn }) => withMeasure(state, measureId, { endedOn: cancelledOn }),
  },
);

/** Whoever coordinates decides over no money: the leader of the unit is asked (F4). */
const clearanceRequested = step(
  'MeasureCostClearanceRequested',
  v1(
    {
      ...about,
      measureId: idOf('measure'),
      clearanceId: newId('clearance'),
      /** The measure's own unless told. */
      unit: optional(code(units)),
      note: optional(text),
      requestedOn: localDate(),
    },
    { occurs: 'requestedOn' },
  ),
  {
    check(state, { measureId, requestedOn, unit }) {
      const measure = open(state, measureId, requestedOn);
      refuseIf(!measure.hasCost, 'no-cost');
      refuseIf((unit ?? measure.unit) === undefined, 'clearance-unit');
      const { clearance } = measure;
      refuseIf(clearance !== undefined && clearance.granted === undefined, 'clearance-asked');
      refuseIf(clearance?.granted === true, 'already-cleared');
    },
    decide(said, { state }, fact) {
      const { unit } = open(state, said.measureId, said.requestedOn);
      return [fact({ ...said, ...(said.unit === undefined && unit !== undefined && { unit }) })];
    },
    evolve: (state, { measureId, clearanceId, unit = '', requestedOn }) =>
      withMeasure(state, measureId, { clearance: { clearanceId, unit, requestedOn } }),
  },
);

type Answered = { readonly measureId: string; readonly clearanceId: string };

function asked(state: PlanState, { measureId, clearanceId }: Answered, day: string) {
  const { clearance } = open(state, measureId, day);
  if (clearance?.clearanceId !== clearanceId || clearance.granted !== undefined) {
    throw refusal('no-such-clearance');
  }
  inOrder(clearance.requestedOn, day, 'date-order.measure');
  return clearance;
}
const answered = (state: PlanState, said: Answered, granted: boolean): PlanState => {
  const known = state.measures.find((one) => one.measureId === said.measureId)?.clearance;
  return known === undefined
    ? state
    : withMeasure(state, said.measureId, { clearance: { ...known, granted } });
};
const ofClearance = {
  ...about,
  measureId: idOf('measure'),
  clearanceId: idOf('clearance'),
  leaderId: optional(ref('party')),
};

const clearanceGranted = step(
  'MeasureCostClearanceGranted',
  v1({ ...ofClearance, grantedOn: localDate() }, { occurs: 'grantedOn' }),
  {
    check: (state, said) => void asked(state, said, said.grantedOn),
    evolve: (state, said) => answered(state, said, true),
  },
);

const clearanceDeclined = step(
  'MeasureCostClearanceDeclined',
  v1({ ...ofClearance, reason: optional(text), declinedOn: localDate() }, { occurs: 'declinedOn' }),
  {
    check: (state, said) => void asked(state, said, said.declinedOn),
    evolve: (state, said) => answered(state, said, false),
  },
);

export const measureSteps = [
  measureAgreed,
  measureMoved,
  measureCompleted,
  measureCancelled,
  clearanceRequested,
  clearanceGranted,
  clearanceDeclined,
] as const;
