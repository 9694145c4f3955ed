import { ReviseCaseEventCommand } from '#casework/application/index';
import { ReviseCoordinationEventCommand } from '#coordination/application/index';
import type { Receipt, Revision } from '#event-sourcing';
import { ReviseSubjectEventCommand } from '#subject/application/index';
import type { Life } from './life.js';
import { remark } from './texts.js';

/** What was recorded, and of whom or of which case. */
type Slip = { readonly receipt: Receipt; readonly changed?: Readonly<Record<string, unknown>> } & (
  | { readonly caseId: string; readonly subjectId?: undefined; readonly coordination?: undefined }
  | { readonly subjectId: string; readonly coordination?: true; readonly caseId?: undefined }
);

/** So many times of a hundred what was just recorded was typed wrongly: its first event is corrected, or annulled where nothing is to change. */
export async function amiss(life: Life, percent: number, slip: Slip): Promise<boolean> {
  const [event] = slip.receipt.events;
  if (!event || !life.chance.percent(percent)) return false;
  life.pass(0, 3);
  const about = { eventId: event.id, reason: remark(life.chance, 2) };
  const reasonCode = life.chance.of(['TYPING_ERROR', 'DUPLICATE', 'NEVER_HAPPENED'] as const);
  await revise(life, slip, slip.changed ? { ...about, changed: slip.changed } : { ...about, reasonCode });
  return true;
}

async function revise(life: Life, { caseId, subjectId, coordination }: Slip, about: Revision): Promise<void> {
  if (caseId !== undefined) {
    const data = { caseId, ...about };
    await life.tell(data, (context) => new ReviseCaseEventCommand(data, context));
  } else {
    const data = { subjectId, ...about };
    const Revise = coordination ? ReviseCoordinationEventCommand : ReviseSubjectEventCommand;
    await life.tell(data, (context) => new Revise(data, context));
  }
}
