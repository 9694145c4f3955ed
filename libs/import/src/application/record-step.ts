import { type CommandContext, completed, type Receipt, type Recorded, type Recording } from '#event-sourcing';
import {
  importDecider,
  importStepOf,
  type ImportSaidOf,
  type ImportStepOf,
  type ImportStepType,
} from '../domain/decide.js';
import { importStream } from '../questions.js';

type Told<Type extends ImportStepType> = Omit<
  ImportSaidOf<Type>,
  'municipality' | 'importId' | Exclude<ImportStepOf<Type>['event']['occurs'], undefined>
>;

/** Records a step of an import's own course, today. */
export async function recordImportStep<Type extends ImportStepType>(
  runner: Recording,
  { step, importId, told }: { readonly step: Type; readonly importId: string; readonly told: Told<Type> },
  context: CommandContext,
): Promise<Receipt> {
  const { municipality } = context;
  const { said } = completed(importStepOf(step).event, told as Recorded['data'], context);
  const about = { municipality, importId };
  const data = { partyIsKnown: true, step, about, said, asked: undefined };
  return runner.run(
    importDecider,
    importStream(municipality, importId),
    { type: 'RecordStep', data },
    context,
  );
}
