import {
  type ComplaintStepType,
  RecordComplaintStepCommand,
  type ToldComplaintStep,
} from '#complaint/application/index';
import { amended } from './amending.js';
import { dayAfter } from './calendar.js';
import type { Item } from './course.js';
import type { Life } from './life.js';
import { remark } from './texts.js';

const step = <Type extends ComplaintStepType>(life: Life, type: Type, told: ToldComplaintStep<Type>) =>
  life.tell(told, (context) => new RecordComplaintStepCommand(type, told, context));

const ways = ['LETTER', 'EMAIL', 'DIGITAL_POST', 'HANDED_IN'] as const;

/** A refusal that somebody complains of. */
interface Refusal {
  readonly caseId: string;
  readonly decisionId: string;
  readonly items: readonly Item[];
  /** Whether it is known when it arrived: no complaint is too late where that is only assumed. */
  readonly isProven: boolean;
}
type Complaint = Refusal & { readonly complaintId: string };

/**
 * Somebody complains of a refusal, now and then too late. It is dismissed, withdrawn, changed as wished, or goes to the county governor, who decides it:
 * also so that the case is decided anew.
 */
export async function complained(life: Life, refusal: Refusal): Promise<void> {
  const { chance } = life;
  const isLate = chance.percent(20);
  if (isLate) life.pass(60, 120);
  else life.pass(3, 15);
  const complaint = { ...refusal, complaintId: await received(life, refusal) };
  life.pass(1, 5);
  if (await dismissed(life, complaint, isLate && refusal.isProven)) return;
  life.pass(1, 25);
  const { complaintId } = complaint;
  if (chance.percent(15)) {
    await step(life, 'ComplaintWithdrawn', { complaintId, withdrawnBy: 'SUBJECT' });
    return;
  }
  const inForce = await upheld(life, complaint);
  if (inForce === undefined) return;
  await forwarded(life, complaintId);
  if (!chance.percent(80)) return;
  life.pass(20, 90);
  await judged(life, { ...complaint, decisionId: inForce });
}

async function received(life: Life, { caseId, decisionId }: Refusal): Promise<string> {
  const { chance } = life;
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
  return complaintId;
}

/** Whether a complaint is dismissed as too late; most that are late are taken up all the same (fvl § 31). */
async function dismissed(life: Life, { complaintId }: Complaint, isLate: boolean): Promise<boolean> {
  const { chance } = life;
  if (!isLate) {
    await step(life, 'ComplaintTimelinessAssessed', { complaintId, outcome: 'IN_TIME' });
    return false;
  }
  const isDismissed = chance.percent(40);
  await step(life, 'ComplaintTimelinessAssessed', {
    complaintId,
    ...(isDismissed
      ? { outcome: 'LATE_REJECTED' }
      : { outcome: 'LATE_ACCEPTED', ground: chance.of(['NOT_TO_BLAME', 'SPECIAL_REASONS'] as const) }),
    reason: remark(chance),
  });
  return isDismissed;
}

/** The decision in force of which something is left for the county governor once the municipality has looked at it anew. */
async function upheld(
  life: Life,
  { complaintId, caseId, decisionId: amends, items }: Complaint,
): Promise<string | undefined> {
  const { chance, town } = life;
  const decidedBy = town.settings.deciderBody;
  // A board upholds what it decided at a meeting without anything recommended to it, of which nothing is told here.
  const isUpheld = decidedBy !== 'BOARD' && !chance.percent(25);
  if (isUpheld) {
    await reconsidered(life, { complaintId, outcome: 'UPHELD', decidedBy, reason: remark(chance) });
    return amends;
  }
  const outcome = chance.of(['CHANGED', 'CHANGED', 'PARTLY'] as const);
  const { meetingId, decidedOn, decisionId } = await amended(life, {
    caseId,
    amends,
    items,
    outcome: outcome === 'CHANGED' ? 'GRANTED' : 'PARTLY',
    groundCode: 'COMPLAINT',
  });
  const came = { complaintId, outcome, decidedBy, decisionId, reconsideredOn: decidedOn } as const;
  const atMeeting = meetingId === undefined ? {} : { meetingId };
  await reconsidered(life, { ...came, ...atMeeting, reason: remark(chance) });
  return outcome === 'PARTLY' ? decisionId : undefined;
}

/** By somebody else than decided. */
const reconsidered = (life: Life, told: ToldComplaintStep<'ComplaintReconsidered'>) =>
  life.byAnother(() => step(life, 'ComplaintReconsidered', told));

async function forwarded(life: Life, complaintId: string): Promise<void> {
  const { chance } = life;
  life.pass(0, 3);
  const sent = { channel: 'DIGITAL_POST', copySentOn: life.today } as const;
  await step(life, 'ComplaintForwarded', { complaintId, ...sent, statement: remark(chance) });
  if (!chance.percent(40)) return;
  life.pass(5, 30);
  const asked = { request: remark(chance), answerBy: dayAfter(life.today, 14) };
  const { requestId } = await step(life, 'StatsforvalterRequestedMore', { complaintId, ...asked });
  life.pass(1, 12);
  await step(life, 'StatsforvalterAnswered', { complaintId, requestId });
}

/** What the county governor came to; what that asks for is decided anew in the case. */
async function judged(
  life: Life,
  { complaintId, caseId, decisionId: amends, items }: Complaint,
): Promise<void> {
  const { chance } = life;
  const outcome = chance.of(['NOT_GRANTED', 'NOT_GRANTED', 'DISMISSED', 'GRANTED', 'SET_ASIDE'] as const);
  const asksForMore = outcome === 'GRANTED' || outcome === 'SET_ASIDE';
  await step(life, 'ComplaintDecided', {
    complaintId,
    decidedOn: life.today,
    arrivedOn: life.today,
    outcome,
    ...(asksForMore && { complyBy: dayAfter(life.today, 30) }),
    reason: remark(chance),
  });
  if (!asksForMore) return;
  life.pass(3, 20);
  const { decisionId } = await amended(life, {
    caseId,
    amends,
    items,
    outcome: outcome === 'GRANTED' ? 'GRANTED' : chance.of(['GRANTED', 'REFUSED'] as const),
    groundCode: 'HIGHER_AUTHORITY',
  });
  await step(life, 'ComplaintCompliedWith', { complaintId, decisionId });
}
