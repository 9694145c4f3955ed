import {
  applied,
  closed,
  decided,
  type Item,
  mapped,
  needAnswered,
  needTold,
  registered,
} from '../course.js';
import { complained } from '../complaint.js';
import type { Life } from '../life.js';
import { remark } from '../texts.js';

/** A need that the person does not want to be followed up; the case is closed by and by. */
export async function declined(life: Life): Promise<void> {
  const subjectId = await registered(life, [18, 95]);
  if (life.chance.percent(50)) {
    const unwanted = await needTold(life, subjectId, 'NO');
    life.pass(0, 20);
    await closed(life, unwanted, 'DECLINED');
    return;
  }
  const caseId = await needTold(life, subjectId, 'NOT_ASKED');
  life.pass(5, 40);
  await needAnswered(life, caseId, 'NO');
  if (!life.chance.percent(70)) return;
  life.pass(0, 20);
  await closed(life, caseId, life.chance.of(['DECLINED', 'NO_NEED']));
}

/** An application that is withdrawn before it is decided. */
export async function withdrawn(life: Life): Promise<void> {
  const subjectId = await registered(life, [18, 95]);
  const caseId = await applied(life, { subjectId }, ['INDIVIDUAL_PLAN', 'COORDINATOR']);
  life.pass(1, 8);
  if (life.chance.percent(50)) await mapped(life, caseId);
  life.pass(2, 20);
  const reason = life.chance.percent(60) ? { reason: remark(life.chance, 2) } : {};
  await life.step('ApplicationWithdrawn', { caseId, withdrawnBy: 'SUBJECT', ...reason });
  if (!life.chance.percent(60)) return;
  life.pass(0, 20);
  await closed(life, caseId, life.chance.of(['NO_NEED', 'NOT_FOLLOWED_UP', 'DUPLICATE', 'OTHER']));
}

/** An application that is refused; most complain. */
export async function refused(life: Life): Promise<void> {
  const subjectId = await registered(life, [18, 95]);
  const items: readonly Item[] = life.chance.percent(50)
    ? ['COORDINATOR']
    : ['INDIVIDUAL_PLAN', 'COORDINATOR'];
  const caseId = await applied(life, { subjectId }, items);
  life.pass(1, 8);
  await mapped(life, caseId);
  life.pass(1, 10);
  const made = await decided(life, caseId, items, 'REFUSED');
  if (life.chance.percent(75)) {
    await complained(life, { ...made, caseId, items });
  }
  life.pass(20, 60);
  await closed(life, caseId, 'COMPLETED');
}
