import { Chance } from './chance.js';
import { decided } from './course.js';
import type { Life } from './life.js';

/** What is told of a decision by a life whose clock passes a fortnight between the meeting and the writing. */
async function decisionTold(begins: string, seed: number) {
  const told: {
    readonly items: readonly { readonly legalBasis?: string }[];
    readonly criteria: readonly { readonly criterion: string }[];
    readonly decidedOn?: string;
  }[] = [];
  const receipt = { events: [] };
  const life = {
    chance: new Chance(seed),
    town: { settings: { deciderBody: 'KE_MEETING' }, staff: [{ partyId: 'party-1', unit: 'KE' }] },
    today: begins,
    pass: () =>
      void (life.today = new Date(Date.parse(life.today) + 14 * 86_400_000).toISOString().slice(0, 10)),
    tell: async () => ({ receipt, meetingId: 'meeting-1' }),
    step: async (type: string, said: (typeof told)[number]) => {
      if (type === 'DecisionMade') told.push(said);
      return { receipt };
    },
  };
  await decided(life as unknown as Life, 'case-1', ['CHILD_COORDINATOR'], 'GRANTED');
  return told[0];
}

describe('A generated decision', () => {
  it('rests on what is law on the day of the meeting that it goes back to, not on that of its writing', async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const begins = `2022-07-${String((seed % 28) + 1).padStart(2, '0')}`;
      const {
        items,
        criteria,
        decidedOn = '',
      } = (await decisionTold(begins, seed)) ?? {
        items: [],
        criteria: [],
      };
      const isBefore = decidedOn < '2022-08-01';
      expect([decidedOn, items[0]?.legalBasis]).toEqual([decidedOn, isBefore ? 'HOL_7_2' : 'HOL_7_2A']);
      expect(criteria[0]?.criterion).toBe(isBefore ? 'LONG_TERM' : 'CHILD_IN_FAMILY');
      seen.add(String(isBefore));
    }
    expect(seen.size).toBe(2);
  });
});
