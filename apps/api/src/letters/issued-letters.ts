import { Inject, Injectable } from '@nestjs/common';
import { caseRevision, grantFor, letterOf } from '#casework';
import { RecordCaseStepCommand, type ToldStep } from '#casework/application/index';
import { elements, type Template } from '#correspondence';
import { type CommandContext, CommandRunner, eventIdOf, madeId, wordsOf } from '#event-sourcing';
import { ApiParts } from '../api-parts.js';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { notFound, Problem } from '../problems/problem.js';
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
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** A repeat under the same key answers with the letter that was issued then, whatever has changed since. */
  async issue(exchange: Exchange, caseId: string, body: IssueLetterBody) {
    const context = await this.commands.contextOf(exchange.request);
    const letterId = madeId(context.commandId, 'letter');
    const standing = await letterOf(this.runner, context.municipality, caseId, letterId);
    const told: Told = standing ?? (await this.written(exchange, { caseId, letterId, body, context }));
    const recorded = await this.commands.send(new RecordCaseStepCommand('LetterIssued', told, context));
    await this.parts.documents.filed({ tenant: context.municipality, documentId: told.documentId });
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
    const documentId = await this.kept(caseId, prepared, context);
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

  /** What was seen, kept before the case says so: a letter without its document is never issued. */
  private async kept(caseId: string, { pdf }: Prepared, { municipality: tenant, commandId }: CommandContext) {
    const { subjectId: owner } = await grantFor(this.runner, tenant, caseId);
    if (owner === undefined) throw notFound();
    const documentId = madeId(commandId, 'document');
    const keeping = {
      tenant,
      documentId,
      owner,
      class: 'DOCUMENT',
      eventId: eventIdOf(commandId, 0),
    } as const;
    await this.parts.documents.put({ ...keeping, content: [pdf], format: 'PDF' });
    return documentId;
  }
}

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
