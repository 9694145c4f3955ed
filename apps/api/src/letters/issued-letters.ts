import { Injectable } from '@nestjs/common';
import { caseRevision, letterOf } from '#casework';
import { RecordCaseStepCommand, type ToldStep } from '#casework/application/index';
import { elements, type SubjectMatter, type Template } from '#correspondence';
import { FileDocumentCommand } from '#documents/application/index';
import { type CommandContext, CommandRunner, derivedId, madeId, wordsOf } from '#event-sourcing';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { Problem } from '../problems/problem.js';
import type { IssueLetterBody } from './letter.bodies.js';
import { LetterDesk, type Prepared } from './letter-desk.js';

type Told = ToldStep<'LetterIssued'>;

/** Issues letters: what was seen is what is kept, and the case says so. */
@Injectable()
export class IssuedLetters {
  constructor(
    private readonly commands: Commands,
    private readonly desk: LetterDesk,
    private readonly runner: CommandRunner,
  ) {}

  /** A repeat under the same key answers with the letter that was issued then, whatever has changed since. */
  async issue(exchange: Exchange, caseId: string, body: IssueLetterBody) {
    const context = await this.commands.contextOf(exchange.request);
    const letterId = madeId(context.commandId, 'letter');
    const standing = await letterOf(this.runner, context.municipality, caseId, letterId);
    const told: Told = standing ?? (await this.written(exchange, { caseId, letterId, body, context }));
    const recorded = await this.commands.send(new RecordCaseStepCommand('LetterIssued', told, context));
    return { ...this.commands.answer(exchange, recorded), documentId: told.documentId };
  }

  private async written(
    { request }: Exchange,
    {
      caseId,
      letterId,
      body,
      context,
    }: {
      readonly caseId: string;
      readonly letterId: string;
      readonly body: IssueLetterBody;
      readonly context: CommandContext;
    },
  ): Promise<Told> {
    const prepared = await this.desk.prepare(request, caseId, body);
    refuseIncomplete(prepared);
    // What was recorded meanwhile may not have reached what the letter is made of.
    const revision = await caseRevision(this.runner, context.municipality, caseId);
    const isCurrent = String(revision) === prepared.page.revision;
    if (!isCurrent || prepared.digest !== body.digest) throw new Problem('stale-revision.letter');
    const documentId = await this.filed({ caseId, complaintId: body.complaintId }, prepared, context);
    const { template, language, page, facts } = prepared;
    return {
      caseId,
      letterId,
      matter: template.about,
      template: template.id,
      templateVersion: template.version,
      templateDigest: template.digest,
      language: language === 'nn' ? 'NN' : 'NB',
      ...ofDecision(template, page.decisionId),
      recipient: body.recipient,
      ...(body.recipientId !== undefined && { recipientId: body.recipientId }),
      copyTo: body.copyTo ?? [],
      complaintWays: (['complaintPbrl', 'complaintFvl', 'complaintGroup'] as const).flatMap((way) =>
        facts[way] === true ? [ways[way]] : [],
      ),
      documentId,
    };
  }

  /** What was seen, filed as an outgoing document before the case says so: no letter is issued without its document. */
  private async filed(
    { caseId, complaintId }: { readonly caseId: string; readonly complaintId: string | undefined },
    { pdf, template, document, facts, date }: Prepared,
    context: CommandContext,
  ) {
    const told = {
      recordKind: complaintId === undefined ? 'CASE' : 'COMPLAINT',
      recordId: complaintId ?? caseId,
      direction: 'OUT',
      kind: kinds[template.about] ?? 'LETTER',
      documentDate: date,
      title: document.title,
      ...(typeof facts['recipient.name'] === 'string' && { receiver: facts['recipient.name'] }),
      ...(typeof facts['signatory.name'] === 'string' && { sender: facts['signatory.name'] }),
    } as const;
    const ofDocument = { ...context, commandId: derivedId('letter-document', context.commandId) };
    const command = new FileDocumentCommand(told, { content: [pdf], format: 'PDF' }, ofDocument);
    return (await this.commands.send(command)).documentId;
  }
}

/** As what a letter is filed. */
const kinds: Partial<
  Record<
    SubjectMatter,
    | 'DECISION_LETTER'
    | 'PRELIMINARY_REPLY'
    | 'ALLOCATION_LETTER'
    | 'REQUEST_FOR_INFORMATION'
    | 'COMPLAINT_ANSWER'
  >
> = {
  DECISION: 'DECISION_LETTER',
  PRELIMINARY_REPLY: 'PRELIMINARY_REPLY',
  ALLOCATION: 'ALLOCATION_LETTER',
  REQUEST: 'REQUEST_FOR_INFORMATION',
  COMPLAINT: 'COMPLAINT_ANSWER',
};

const ways = { complaintPbrl: 'PBRL', complaintFvl: 'FVL', complaintGroup: 'NONE' } as const;

const ofDecision = ({ about }: Template, decisionId: string | null) =>
  about === 'DECISION' && decisionId !== null ? { decisionId } : {};

/** What a reader needs to know, and what the law wants told, has to stand in it (inv. 9). */
function refuseIncomplete({ missing, checklist }: Prepared): void {
  if (missing.length > 0) {
    const fields = missing.map(({ field }) => field);
    throw new Problem('letter-incomplete', { values: { fields: fields.join(', ') } });
  }
  const lacking = checklist.filter(({ isThere }) => !isThere);
  if (lacking.length === 0) return;
  throw new Problem('letter-incomplete.contents', {
    values: { fields: wordsOf(elements, ...lacking.map(({ element }) => element)) },
  });
}
