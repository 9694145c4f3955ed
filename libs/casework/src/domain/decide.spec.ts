import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from './decide.js';
import { decided, fact, intent, prepared } from './example-case.testing.js';

const { given } = specOf(caseDecider);

describe('a person who was disposed of', () => {
  const subject = 'DISPOSED' as const;
  it.each([
    ['completing the application', [fact.application()], intent.completeApplication({ subject })],
    ['assigning a mapping', [fact.application()], intent.assign({ subject })],
    ['completing a mapping', [fact.application()], intent.complete({ subject })],
    ['convening a meeting', [fact.application()], intent.convene({ subject })],
    ['deciding', prepared, intent.decide({ subject })],
    ['notifying', decided, intent.notify({ subject })],
    ['withdrawing', [fact.application()], intent.withdraw({ subject })],
    ['assigning a caseworker', decided, intent.assignCaseworker({ subject })],
    ['closing', decided, intent.close({ subject })],
    ['reopening', [...decided, fact.closing()], intent.reopen({ subject })],
    ['correcting', decided, intent.correct('e0', { signed: true }, { subject })],
    ['annulling', decided, intent.annul('e4', { subject })],
  ])('stands in the way of %s', (_, facts, told) => {
    given(...facts)
      .when(told)
      .thenRejected('casework/subject-disposed');
  });
});
