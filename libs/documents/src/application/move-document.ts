import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { documentDecider, stepOf } from '../domain/events.js';
import { filingRefusals } from '../domain/steps/filing.js';
import { documentStream } from '../questions.js';
import type { FiledDocument } from './file-document.js';
import { type NamedRecord, RecordsOfDocuments } from './records.js';

/** Files a document on something else of the same person. */
export class MoveDocumentCommand extends Command<FiledDocument> {
  constructor(
    readonly told: NamedRecord & {
      readonly documentId: string;
      readonly movedOn?: string | undefined;
      readonly reason?: string | undefined;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MoveDocumentCommand)
export class MoveDocumentHandler implements ICommandHandler<MoveDocumentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly records: RecordsOfDocuments,
  ) {}

  async execute({ told, context }: MoveDocumentCommand): Promise<FiledDocument> {
    const { runner } = this;
    const { municipality: tenant } = context;
    const { documentId } = told;
    const stream = documentStream(tenant, documentId);
    const ownerId = await ownerOf(runner, stream);
    const { answer: record, basis } = await this.records.of(tenant, told);
    const { said } = completed(stepOf('DocumentMoved').event, { ...told }, context);
    const { subjectId, caseId } = record ?? {};
    const intent = {
      type: 'RecordStep',
      data: {
        partyIsKnown: true,
        step: 'DocumentMoved',
        about: { ownerId },
        said: { ...said, subjectId, caseId },
        asked: { ownerOfRecord: record?.ownerId, ownerId },
      },
    } as const;
    return { documentId, receipt: await runner.run(documentDecider, stream, intent, context, basis) };
  }
}

/** Puts an event of a document right, or says that it was recorded in error: then the document is not there any more. */
export class ReviseDocumentEventCommand extends Command<FiledDocument> {
  constructor(
    readonly data: Revision & { readonly documentId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseDocumentEventCommand)
export class ReviseDocumentEventHandler implements ICommandHandler<ReviseDocumentEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseDocumentEventCommand): Promise<FiledDocument> {
    const { documentId, ...revision } = data;
    const stream = documentStream(context.municipality, documentId);
    await ownerOf(this.runner, stream);
    // Nothing that may be corrected names anything elsewhere.
    const ask = async () => ({ named: { partyIsKnown: true }, asked: {}, basis: [] });
    const revising = { decider: documentDecider, stream, revision, ask };
    return { documentId, receipt: await reviseStepped(this.runner, revising, context) };
  }
}

/** Whose the document is, as its first event has it; refused where there is none. */
async function ownerOf(runner: Pick<CommandRunner, 'look'>, stream: string): Promise<string> {
  const [first]: readonly Recorded[] = (await runner.look(documentDecider, stream)).history;
  const ownerId = first?.data['ownerId'];
  if (typeof ownerId !== 'string') throw filingRefusals.refusal('no-such-document');
  return ownerId;
}
