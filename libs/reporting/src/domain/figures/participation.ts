import type { Day } from '../days.js';
import { contentOn, voiceOn } from '../plan-content.js';
import { isReported } from '../plan-state.js';
import type { Register } from '../register.js';
import {
  ageBands,
  agesAtMeeting,
  amongst,
  clearanceAnswers,
  crossed,
  involvements,
  notStated,
  planContents,
  preparations,
  standpoints,
  userBodies,
  voices,
  waysOfTakingPart,
} from './codes.js';
import { count, type Counted, share } from './counted.js';
import { withPlan } from './plans.js';
import type { Standing } from './standing.js';

/** How the person's view came into a meeting: in person, told before, by who speaks for the person, or not at all (U6, F9). */
const wayOf: Readonly<Record<string, string>> = {
  PRESENT: 'TOOK_PART',
  REMOTE: 'TOOK_PART',
  BY_WORD: 'HEARD',
  REPRESENTED: 'BY_GUARDIAN',
};

/** A child is heard from twelve on, a younger one by maturity. */
function ageAt(standing: Standing, person: string, day: Day): string {
  const age = standing.age(person, day);
  if (age === undefined) return 'UNKNOWN';
  if (age < 12) return '0-11';
  return age < 18 ? '12-17' : '18+';
}

/** How people take part: in plans, in meetings around them, and in what is decided for many (U6, U21, F9). */
export function participationFigures(standing: Standing): Record<string, Counted> {
  return { ...inPlans(standing), ...inMeetings(standing), ...inTheUnit(standing), ...costs(standing) };
}

function inPlans(standing: Standing): Record<string, Counted> {
  const { on, register, inPeriod } = standing;
  const plans = [...register.plans.values()];
  const persons = withPlan(standing).map((person) => {
    const active = standing.activePlans(person);
    const VOICE = voiceOn(active, on);
    const AGE = standing.band(person, on);
    return {
      key: person,
      cells: { AGE, CONTENT: contentOn(active, on), VOICE, AGE_VOICE: `${AGE}:${VOICE}` },
    };
  });
  const started = plans.filter(
    (plan) =>
      plan.started !== undefined &&
      !isReported(plan) &&
      plan.started.source === undefined &&
      inPeriod(plan.started),
  );
  const reviews = plans.flatMap((plan) =>
    plan.reviews.flatMap((one) =>
      one.review !== undefined && inPeriod(one)
        ? [{ key: one.review, cells: { WITH_PERSON: one.withSubject === true ? 'YES' : 'NO' } }]
        : [],
    ),
  );
  const ids = (all: typeof plans) => all.map(({ id }) => id);
  return {
    U1: share(ids(started), ids(started.filter((plan) => plan.started?.withSubject === true))),
    U5: count(persons, { CONTENT: planContents }),
    U6: count(persons, { AGE: ageBands, VOICE: voices, AGE_VOICE: crossed(ageBands, voices) }),
    U7: count(reviews, { WITH_PERSON: ['YES', 'NO'] }),
  };
}

function inMeetings(standing: Standing): Record<string, Counted> {
  const held = (type: string) =>
    standing.register.meetings
      .filter((one) => one.type === type && one.person !== undefined)
      .filter(standing.inPeriod);
  const around = held('COORDINATION').map(
    ({ meeting: key, person = '', on, participation, prepared = '' }) => {
      const AGE_AT = ageAt(standing, person, on);
      const HEARD = wayOf[participation ?? ''] ?? 'NOT';
      return { key, cells: { AGE_AT, HEARD, AGE_HEARD: `${AGE_AT}:${HEARD}`, PREPARED: prepared } };
    },
  );
  const without = held('PROFESSIONAL').map(({ meeting: key, involvement = '' }) => ({
    key,
    cells: { INVOLVEMENT: involvement },
  }));
  return {
    U2: count(around, { PREPARED: preparations }),
    U3: count(around, {
      AGE_AT: agesAtMeeting,
      HEARD: waysOfTakingPart,
      AGE_HEARD: crossed(agesAtMeeting, waysOfTakingPart),
    }),
    U4: count(without, { INVOLVEMENT: involvements }),
  };
}

/** Those who speak for users are bodies, no persons: what they were asked is the unit's own work. */
function inTheUnit({ register, inPeriod }: Standing): Record<string, Counted> {
  const hearings = [...register.hearings.values()];
  return {
    U8: count(
      hearings.flatMap(({ id: key, asked }) =>
        asked && inPeriod(asked) ? [{ key, cells: { BODY: amongst(userBodies, asked.body) } }] : [],
      ),
      { BODY: userBodies },
    ),
    U9: count(
      hearings.flatMap(({ id: key, answered }) =>
        answered && inPeriod(answered) ? [{ key, cells: { STANDPOINT: answered.standpoint } }] : [],
      ),
      { STANDPOINT: standpoints },
    ),
  };
}

/** Each time that a cost was put before a leader, by what came of it; no event tells how much. */
function costs(standing: Standing): Record<'E1' | 'E4', Counted> {
  const { on, register, units, inPeriod } = standing;
  const answerOf = (one: Measure) => {
    const kind = one.answered.find((each) => each.on <= on)?.kind;
    if (kind === undefined) return 'WAITING';
    return kind === 'MeasureCostClearanceGranted' ? 'GRANTED' : 'DECLINED';
  };
  const asked = [...register.measures.values()].flatMap((one) => {
    const { id: key, requested } = one;
    if (requested === undefined || requested.on > on) return [];
    const { person, unit = notStated } = requested;
    const isHidden = person !== undefined && standing.isProtected(person);
    return [{ key, requested, cells: { UNIT: isHidden ? notStated : unit, ANSWER: answerOf(one) } }];
  });
  return {
    E1: count(
      asked.filter(({ requested }) => inPeriod(requested)),
      { UNIT: units, ANSWER: clearanceAnswers },
    ),
    E4: count(
      asked.filter(({ cells }) => cells.ANSWER === 'WAITING'),
      { UNIT: units },
    ),
  };
}
type Measure = Register['measures'] extends ReadonlyMap<string, infer One> ? One : never;
