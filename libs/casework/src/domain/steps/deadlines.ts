import {
  codeOf,
  dayToCome,
  flag,
  id,
  idOf,
  integer,
  list,
  localDate,
  newId,
  optional,
  record,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { items, periodUnits } from '#vocabulary';
import type { Present } from '../case.js';
import { delayReasons } from '../codes.js';
import { deadlineInputs, deadlineReasons, deadlineRules, liftReasons } from '../deadlines/codes.js';
import { about, step } from '../step.js';

export const deadlineRefusals = refusals('casework', {
  'not-correctable.deadline': [
    'A deadline follows from what was recorded. Correct what is behind it, and it is set anew.',
    'En frist følger av det som er registrert. Rett det som ligger bak, så settes den på nytt.',
    'Ein frist følgjer av det som er registrert. Rett det som ligg bak, så blir han sett på nytt.',
  ],
});

/** Noted by the system (`keepDeadlines`): nobody records, corrects or annuls it, it rests on nothing, and nothing happened in the case on its day. */
const noted = { ofFile: true, decide: () => [], evolve: (state: Present) => state } as const;

const whichDeadline = {
  ...about,
  deadlineId: idOf('deadline'),
  rule: codeOf(deadlineRules),
  dueOn: dayToCome(),
};

/** By when something is to be done in the case, or may be; rule, version and inputs say how it came about (inv. 10). */
const deadlineSet = step(
  'DeadlineSet',
  v1(
    {
      ...about,
      deadlineId: newId('deadline'),
      /** The one that holds no more from now on. */
      replaces: optional(idOf('deadline')),
      reasonCode: codeOf(deadlineReasons),
      rule: codeOf(deadlineRules),
      ruleVersion: id(),
      /** What it is about, where each item goes by its own legal basis. */
      items: optional(list(codeOf(items))),
      inputs: list(
        record({
          input: codeOf(deadlineInputs),
          on: optional(dayToCome()),
          until: optional(dayToCome()),
          count: optional(integer(0, 40_000)),
          unit: optional(codeOf(periodUnits)),
          reasonCode: optional(codeOf(delayReasons)),
        }),
      ),
      nominalOn: dayToCome(),
      dueOn: dayToCome(),
      /** The last working day on which it may be done, where the last day is none. */
      workBy: optional(dayToCome()),
      /** It runs from a day that is assumed. */
      assumed: flag(),
      setOn: localDate(),
    },
    { occurs: 'setOn', isNotice: true },
  ),
  noted,
);

/** What it was for was done; late where that was after its last day. */
const deadlineMet = step(
  'DeadlineMet',
  v1({ ...whichDeadline, late: flag(), metOn: localDate() }, { occurs: 'metOn', isNotice: true }),
  noted,
);

/** Its last day went by, and what the municipality was to do was not done. */
const deadlineMissed = step(
  'DeadlineMissed',
  v1({ ...whichDeadline, missedOn: localDate() }, { occurs: 'missedOn', isNotice: true }),
  noted,
);

/** The last day went by on which somebody might do something. */
const deadlineExpired = step(
  'DeadlineExpired',
  v1({ ...whichDeadline, expiredOn: localDate() }, { occurs: 'expiredOn', isNotice: true }),
  noted,
);

/** Nothing is to be done by it any more. */
const deadlineLifted = step(
  'DeadlineLifted',
  v1(
    { ...whichDeadline, reasonCode: codeOf(liftReasons), liftedOn: localDate() },
    { occurs: 'liftedOn', isNotice: true },
  ),
  noted,
);

export const deadlineSteps = [
  deadlineSet,
  deadlineMet,
  deadlineMissed,
  deadlineExpired,
  deadlineLifted,
] as const;
