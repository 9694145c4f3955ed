import { type CommandContext, type CommandRunner, Rejection } from '#event-sourcing';
import type { CaseNumbers } from '#personal-data';
import { initialState } from '../domain/case.js';
import { caseDecider } from '../domain/decide.js';
import { stepOf } from '../domain/events.js';
import type { RecordStep } from '../domain/intents.js';
import { numberIn } from '../domain/steps/references.js';

/** Who gives cases their numbers. */
export type Numbering = Pick<CaseNumbers, 'claim'>;

type Wanted = Pick<RecordStep, 'type' | 'data'>;

/** Whether the step gives the case its number: what opens one does, and the step that is there for it. */
const givesNumber = ({ data: { step, joins } }: Wanted) => {
  const { opens, event } = stepOf(step);
  return 'caseNumber' in event.fields && (!opens || !joins);
};

/**
 * The number that this step is to give its case: the one that the case had before, else the next, claimed before the append. Nothing is
 * claimed for what would be refused; undefined then, and where the step gives none.
 */
export async function numberFor(
  { runner, numbers }: { readonly runner: CommandRunner; readonly numbers: Numbering },
  stream: string,
  wanted: Wanted,
  { at, today, municipality: tenant, commandId }: CommandContext,
): Promise<string | undefined> {
  if (!givesNumber(wanted)) return undefined;
  const { state, history } = wanted.data.joins
    ? await runner.look(caseDecider, stream)
    : { state: initialState, history: [] };
  const standing = numberIn(history);
  if (standing !== undefined) return standing;
  try {
    caseDecider.decide({ ...wanted, at, today }, state, history);
  } catch (error) {
    // The runner refuses it too, unless it was recorded before: then it has its number.
    if (error instanceof Rejection && !wanted.data.joins) return undefined;
    throw error;
  }
  return numbers.claim({ tenant, year: Number(today.slice(0, 4)), commandId });
}
