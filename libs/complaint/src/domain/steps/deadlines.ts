import { type CodeIn, codeList } from '#event-sourcing/codes';
import {
  codeOf,
  dayToCome,
  flag,
  id,
  idOf,
  integer,
  localDate,
  newId,
  optional,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { Complaint } from '../complaint.js';
import { about, step } from '../step.js';

/** What a complaint sets the municipality to do by some day (fvl § 33). What the county governor sets a day for is said with it. */
export const complaintDuties = codeList('complaintDuty', {
  COMPLAINT_HANDLING: ['behandling av klagen', 'behandling av klaga'],
});

/** Why a deadline of a complaint is set, and where another stood before it, why that holds no more. */
export const complaintDeadlineReasons = codeList('complaintDeadlineReason', {
  FIRST: ['første gang', 'første gong'],
  RECEIVED_CORRECTED: ['datoen for når klagen kom, er rettet', 'datoen for når klaga kom, er retta'],
  TARGET: ['kommunens mål er et annet', 'målet til kommunen er eit anna'],
  RULE_VERSION: ['en annen utgave av regelen gjelder', 'ei anna utgåve av regelen gjeld'],
});
export type ComplaintDeadlineReason = CodeIn<typeof complaintDeadlineReasons>;

export const complaintDeadlineRefusals = refusals('complaint', {
  'not-correctable.deadline': [
    'A deadline follows from what was recorded. Correct what is behind it, and it is set anew.',
    'En frist følger av det som er registrert. Rett det som ligger bak, så settes den på nytt.',
    'Ein frist følgjer av det som er registrert. Rett det som ligg bak, så blir han sett på nytt.',
  ],
});

/** Noted by the system (`keepDeadlines`): nobody records, corrects or annuls it, and nothing of the complaint rests on it. */
const noted = { decide: () => [], evolve: (state: Complaint) => state } as const;

const whichDeadline = {
  ...about,
  deadlineId: idOf('deadline'),
  rule: codeOf(complaintDuties),
  dueOn: dayToCome(),
};

/** By when the municipality is to have changed the matter or forwarded the complaint; rule, version and inputs say how it came about (inv. 10). */
const complaintDeadlineSet = step(
  'ComplaintDeadlineSet',
  v1(
    {
      ...about,
      deadlineId: newId('deadline'),
      /** The one that holds no more from now on. */
      replaces: optional(idOf('deadline')),
      reasonCode: codeOf(complaintDeadlineReasons),
      rule: codeOf(complaintDuties),
      ruleVersion: id(),
      /** What it is computed from: when the complaint came, and the municipality's own target where it has one. */
      receivedOn: localDate(),
      targetDays: optional(integer(0, 40_000)),
      dueOn: dayToCome(),
      /** The last working day on which it may be done, where the last day is none. */
      workBy: optional(dayToCome()),
      setOn: localDate(),
    },
    { occurs: 'setOn', isNotice: true },
  ),
  noted,
);

/** It was changed as wished, forwarded, withdrawn or dismissed as late; late where that was after the last day. */
const complaintDeadlineMet = step(
  'ComplaintDeadlineMet',
  v1({ ...whichDeadline, late: flag(), metOn: localDate() }, { occurs: 'metOn', isNotice: true }),
  noted,
);

/** Its last day went by, and nothing of that was done. */
const complaintDeadlineMissed = step(
  'ComplaintDeadlineMissed',
  v1({ ...whichDeadline, missedOn: localDate() }, { occurs: 'missedOn', isNotice: true }),
  noted,
);

export const deadlineSteps = [complaintDeadlineSet, complaintDeadlineMet, complaintDeadlineMissed] as const;
