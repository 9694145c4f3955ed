import type { Basis, CommandContext, CommandRunner, IntentOf, Receipt } from '#event-sourcing';
import { courseRefusals } from '../domain/course.js';
import { caseDecider } from '../domain/decide.js';
import type { CaseIntent, Subject } from '../domain/intents.js';
import { caseStream } from '../questions.js';
import { askSubject, ownerOfCase } from './circumstances.js';

interface Answer {
  readonly intent: IntentOf<CaseIntent>;
  readonly basis?: readonly Basis[];
}

/** Decides on a case that is there; what was asked of its person and elsewhere is recorded as the decision's basis. */
export async function decideOnCase(
  runner: CommandRunner,
  caseId: string,
  context: CommandContext,
  ask: (subject: Subject, subjectId: string) => Answer | Promise<Answer>,
): Promise<Receipt> {
  const tenant = context.municipality;
  const subjectId = await ownerOfCase(runner, tenant, caseId);
  if (subjectId === undefined) throw courseRefusals.refusal('no-such-case');
  const subject = await askSubject(runner, tenant, subjectId);
  const { intent, basis = [] } = await ask(subject.answer, subjectId);
  return runner.run(caseDecider, caseStream(tenant, caseId), intent, context, [...subject.basis, ...basis]);
}
