import {
  type ComplaintStepType,
  RecordComplaintStepCommand,
  type ToldComplaintStep,
} from '#complaint/application/index';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';

const step = <Type extends ComplaintStepType>(life: Life, type: Type, told: ToldComplaintStep<Type>) =>
  life.tell(told, (context) => new RecordComplaintStepCommand(type, told, context));

const ways = ['LETTER', 'EMAIL', 'DIGITAL_POST', 'HANDED_IN'] as const;

/** Somebody complains of a refusal. The unit or the team upholds it, and the county governor decides; what goes to a board is withdrawn. */
export async function complained(life: Life, caseId: string, decisionId: string): Promise<void> {
  const { chance, town } = life;
  const { deciderBody } = town.settings;
  const way = chance.of(ways);
  const { complaintId } = await step(life, 'ComplaintReceived', {
    caseId,
    decisionId,
    receivedOn: life.today,
    ...(way === 'LETTER' && { sentOn: dayAfter(life.today, -chance.between(1, 3)) }),
    way,
    complainant: chance.of(['SUBJECT', 'SUBJECT', 'GUARDIAN', 'OMBUD']),
    matters: ['DECISION'],
    text: remark(chance),
  });
  life.pass(1, 5);
  await step(life, 'ComplaintTimelinessAssessed', { complaintId, outcome: 'IN_TIME' });
  life.pass(1, 10);
  if (deciderBody === 'BOARD') {
    await step(life, 'ComplaintWithdrawn', { complaintId, withdrawnBy: 'SUBJECT' });
    return;
  }
  await life.byAnother(() =>
    step(life, 'ComplaintReconsidered', {
      complaintId,
      outcome: 'UPHELD',
      decidedBy: deciderBody,
      reason: remark(chance),
    }),
  );
  life.pass(0, 3);
  const sent = { channel: 'DIGITAL_POST', copySentOn: life.today } as const;
  await step(life, 'ComplaintForwarded', { complaintId, ...sent, statement: remark(chance) });
  if (chance.percent(40)) {
    life.pass(5, 30);
    const asked = { request: remark(chance), answerBy: dayAfter(life.today, 14) };
    const { requestId } = await step(life, 'StatsforvalterRequestedMore', { complaintId, ...asked });
    life.pass(1, 12);
    await step(life, 'StatsforvalterAnswered', { complaintId, requestId });
  }
  if (!chance.percent(70)) return;
  life.pass(20, 90);
  const outcome = chance.of(['NOT_GRANTED', 'NOT_GRANTED', 'DISMISSED', 'PARTLY_GRANTED'] as const);
  const arrived = { decidedOn: life.today, arrivedOn: life.today, outcome } as const;
  const complyBy = outcome === 'PARTLY_GRANTED' ? { complyBy: dayAfter(life.today, 30) } : {};
  await step(life, 'ComplaintDecided', { complaintId, ...arrived, ...complyBy });
}
