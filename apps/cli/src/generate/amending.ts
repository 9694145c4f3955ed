import type { ToldStep } from '#casework/application/index';
import { conditionsOn, basisOn, type Item, type Outcome } from './course.js';
import { approvedByBoard, takenUp } from './meeting.js';
import type { Life } from './life.js';
import { remark } from './texts.js';
import { units } from './town.js';

interface Amendment {
  readonly caseId: string;
  readonly amends: string;
  readonly items: readonly Item[];
  readonly outcome: Outcome;
  readonly groundCode: ToldStep<'DecisionAmended'>['groundCode'];
}

/** What was decided is decided anew by the body that decides here, and told; where it met for that, at which meeting. */
export async function amended(life: Life, { caseId, items, outcome, ...amendment }: Amendment) {
  const { chance, town } = life;
  const decidedBy = town.settings.deciderBody;
  const answers = items.map((item) => ({ item, outcome, reason: remark(chance) }));
  const assessedOn = (day: string) =>
    conditionsOn(items, day).map((criterion) => ({
      criterion,
      met: outcome !== 'REFUSED',
      reason: remark(chance),
    }));
  let met: { readonly meetingId?: string; readonly decidedOn?: string } = {};
  if (decidedBy === 'KE_MEETING') met = await takenUp(life, caseId, chance.some(units, 2));
  if (decidedBy === 'BOARD') {
    met = await approvedByBoard(life, caseId, { items: answers, criteria: assessedOn(life.today) });
  }
  const decidedOn = met.decidedOn ?? life.today;
  const { receipt } = await life.step('DecisionAmended', {
    caseId,
    ...amendment,
    reason: remark(chance),
    items: answers.map((one) => ({
      ...one,
      ...(one.item !== 'GROUP' && { legalBasis: basisOn(decidedOn, one.item) }),
    })),
    criteria: assessedOn(decidedOn),
    decidedBy,
    ...met,
  });
  await life.step('DecisionNotified', { caseId, recipients: ['SUBJECT'], channel: 'LETTER' });
  return { ...met, decidedOn, decisionId: String(receipt.events.at(-1)?.data['decisionId']) };
}
