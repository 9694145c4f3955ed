import {
  applied,
  type Closure,
  closed,
  decided,
  type Item,
  mapped,
  needTold,
  registered,
} from '../course.js';
import type { Life } from '../life.js';

const reasons: readonly Closure[] = [
  'NO_NEED',
  'DECLINED',
  'NOT_FOLLOWED_UP',
  'DECEASED',
  'MOVED',
  'TRANSFERRED',
  'DUPLICATE',
  'OTHER',
];

/** A case that comes to nothing on the way, somewhere between the need and the grant. */
export async function endedEarly(life: Life): Promise<void> {
  const { chance } = life;
  const subjectId = await registered(life, [18, 95]);
  const items: readonly Item[] = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
  const caseId = await needTold(life, subjectId, 'YES');
  const stages = [
    () => applied(life, { caseId }, items),
    () => mapped(life, caseId),
    () => decided(life, caseId, items, 'GRANTED'),
  ];
  for (const stage of stages.slice(0, chance.between(0, stages.length))) {
    life.pass(2, 20);
    await stage();
  }
  life.pass(2, 60);
  await closed(life, caseId, chance.of(reasons));
}
