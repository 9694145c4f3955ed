import { caseEvents, caseStream } from '#casework';
import { type CommandRunner, readingOf } from '#event-sourcing';

/** What the archive and its worker have to know of a case. */
export interface CaseOfDocument {
  readonly subjectId: string;
  readonly caseNumber: string | undefined;
  /** Of a document: that it is a letter which has not gone out. */
  readonly isHeldBack: boolean;
  /** Of a letter: when it went out first. */
  readonly sentOn: string | undefined;
}

/** As the log has it now; undefined where there is no such case. */
export async function caseOfDocument(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  caseId: string,
  documentId: string,
): Promise<CaseOfDocument | undefined> {
  const { effective } = await log.look(readingOf(caseEvents), caseStream(tenant, caseId));
  const [opening] = effective;
  if (opening === undefined) return undefined;
  let letterId: string | undefined;
  let caseNumber: string | undefined;
  const sent: string[] = [];
  for (const event of effective) {
    if (event.type === 'CaseNumberGiven') caseNumber = event.data.caseNumber;
    if (event.type === 'LetterIssued' && event.data.documentId === documentId) letterId = event.data.letterId;
    if (letterId === undefined) continue;
    if (event.type === 'LetterDispatched' && event.data.letterId === letterId) {
      sent.push(event.data.dispatchedOn);
    }
    if (event.type === 'DecisionNotified' && event.data.letterId === letterId) {
      sent.push(event.data.notifiedOn);
    }
  }
  const sentOn = sent.toSorted()[0];
  const isHeldBack = letterId !== undefined && sentOn === undefined;
  return { subjectId: opening.data.subjectId, caseNumber, isHeldBack, sentOn };
}
