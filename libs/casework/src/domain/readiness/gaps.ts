import type { Day } from '#deadlines';
import { answerChecks } from './answer.js';
import type { Check, Mend, Missing } from './check.js';
import type { GapCode, GapCondition } from './codes.js';
import { decisionChecks } from './decision.js';
import { type CaseFile, stageOf } from './file.js';
import { planChecks } from './plan.js';
import { processChecks } from './process.js';

/** Everything that is asked of a case, in the order in which it is told. */
export const checks: readonly Check[] = [...answerChecks, ...processChecks, ...decisionChecks, ...planChecks];
const checkOf = new Map(checks.map((check) => [check.code, check]));

/** Something that the county governor would miss, or will. Which day it is, and what holds outside the case, is not known here. */
export interface Gap extends Missing {
  readonly code: GapCode;
  readonly mend: Mend;
}

/** What the case lacks or will lack: a pure function of what is recorded in it. `standingGaps` says which of them hold on a day. */
export function gapsOf(file: CaseFile): readonly Gap[] {
  const stage = stageOf(file);
  return checks.flatMap(({ code, find, mend }) => {
    const missing = find(file, stage);
    return missing === undefined
      ? []
      : [{ code, mend: typeof mend === 'function' ? mend(file) : mend, ...missing }];
  });
}

/** Those that hold where these conditions are so: what is missed by that day, and what is to come. */
export function standingGaps(
  gaps: readonly Gap[],
  conditions: ReadonlySet<GapCondition>,
  today: Day,
): { readonly lacking: readonly Gap[]; readonly toCome: readonly Gap[] } {
  const held = gaps.filter(({ where }) => where === undefined || conditions.has(where));
  const isLacking = ({ from }: Gap) => from !== undefined && from <= today;
  return { lacking: held.filter(isLacking), toCome: held.filter((gap) => !isLacking(gap)) };
}

/** The section that asks for it. */
export const basisOf = (code: GapCode): string => checkOf.get(code)?.legalBasis ?? '';

/** In a sentence, in bokmål and nynorsk, by a day; `dayIn` writes a day out in one of them. */
export function gapSentences(
  { code, from }: Pick<Gap, 'code' | 'from'>,
  today: Day,
  dayIn: (day: Day, language: 'nb' | 'nn') => string,
): readonly [nb: string, nn: string] {
  const check = checkOf.get(code);
  if (check === undefined) throw new Error(`There is no check for ${code}`);
  const isMissed = from !== undefined && from <= today;
  const [nb, nn] = isMissed ? check.sentence : check.toCome;
  const filled = (text: string, language: 'nb' | 'nn') =>
    text.replaceAll('{day}', from === undefined ? '' : dayIn(from, language));
  return [filled(nb, 'nb'), filled(nn, 'nn')];
}
