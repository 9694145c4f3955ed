import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, effective, type Receipt, type Recorded } from '#event-sourcing';
import { archiveRefusals, archiveSteps } from '../domain/steps/archive.js';
import { documentDecider, type SaidOf } from '../domain/events.js';
import { documentStream } from '../questions.js';
import type { FiledDocument } from './file-document.js';

export type ArchiveStep = (typeof archiveSteps)[number]['type'];

/** A document that is to be sent to the archive, as the log has it now. */
export interface ToArchive {
  /** The next delivery's: another one only once something more was recorded of the last. */
  readonly deliveryId: string;
  readonly filing: Recorded;
  readonly caseId: string | undefined;
}

const archiveTypes: readonly string[] = archiveSteps.map(({ type }) => type);

/** Which document a delivery is of, by its id. */
export const documentOfDelivery = (deliveryId: string): string => deliveryId.replace(/\.\d+$/, '');

/** Undefined where there is none, or it is on its way, there, or turned away. */
export async function documentToArchive(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  documentId: string,
): Promise<ToArchive | undefined> {
  const { state, history } = await runner.look(documentDecider, documentStream(tenant, documentId));
  if (state.status === 'absent') return undefined;
  if (state.archiving !== undefined && state.archiving.standing !== 'TO_SEND_AGAIN') return undefined;
  const stands: readonly Recorded[] = effective(history);
  const filing = stands.find(({ type }) => type === 'DocumentFiled');
  if (filing === undefined) return undefined;
  const place = stands.findLast(({ type }) => type === 'DocumentFiled' || type === 'DocumentMoved');
  const caseId = place?.data['caseId'];
  const told = history.filter(({ type }: Recorded) => archiveTypes.includes(type)).length;
  return {
    deliveryId: `${documentId}.${told + 1}`,
    filing,
    caseId: typeof caseId === 'string' ? caseId : undefined,
  };
}

type Told = {
  readonly [Type in ArchiveStep]: {
    readonly step: Type;
    readonly said: Omit<SaidOf<Type>, 'documentId' | 'ownerId'>;
  };
}[ArchiveStep];

/** Records what became of a document on its way to the archive; rejects with `documents/no-such-document` where there is none. */
export async function recordArchiveStep(
  runner: Pick<CommandRunner, 'run' | 'look'>,
  documentId: string,
  { step, said }: Told,
  context: CommandContext,
): Promise<Receipt> {
  const stream = documentStream(context.municipality, documentId);
  const [first]: readonly Recorded[] = (await runner.look(documentDecider, stream)).history;
  const ownerId = first?.data['ownerId'];
  if (typeof ownerId !== 'string') throw archiveRefusals.refusal('no-such-document.archive');
  const data = { partyIsKnown: true, step, about: { ownerId }, said: { ...said, documentId }, asked: {} };
  return runner.run(documentDecider, stream, { type: 'RecordStep', data }, context);
}

/** Sends a document again that the archive turned away. */
export class RetryArchivingCommand extends Command<FiledDocument> {
  constructor(
    readonly told: { readonly documentId: string; readonly retriedOn?: string | undefined },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RetryArchivingCommand)
export class RetryArchivingHandler implements ICommandHandler<RetryArchivingCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ told: { documentId, retriedOn }, context }: RetryArchivingCommand): Promise<FiledDocument> {
    const said = { retriedOn: retriedOn ?? context.today };
    const receipt = await recordArchiveStep(
      this.runner,
      documentId,
      { step: 'ArchivingRetried', said },
      context,
    );
    return { documentId, receipt };
  }
}
