import { NumbersOfPart } from './case-numbers.js';
import { Chance } from './chance.js';
import { IdentityNumbers } from './identity-numbers.js';
import { Life } from './life.js';
import { refused } from './lives/unfulfilled.js';
import { Teller } from './teller.js';
import { founded, municipalitiesNamed } from './town.js';

/** What so many refusals in a municipality come to. */
async function refusals(named: string, lives: number) {
  const [municipality] = await municipalitiesNamed(named);
  if (municipality === undefined) throw new Error(`No ${named}`);
  const teller = await Teller.open(new NumbersOfPart(0, 1));
  const chance = new Chance('refusals', 1);
  const town = await founded(municipality, { teller, chance, seed: 1, day: '2014-01-06' });
  const numbers = new IdentityNumbers(0, 1);
  for (let index = 0; index < lives; index += 1) {
    const own = new Chance('refusal', index);
    await refused(
      new Life({ teller, town, chance: own, numbers, name: `refusal ${index}`, begins: '2023-03-01' }),
    );
    await teller.pass();
  }
  return teller.take().entries.flatMap(({ drafts }) => drafts);
}

describe('Generated complaints', () => {
  it.each(['hamar', 'aure', 'folldal'])(
    'come too late in %s, are withdrawn, changed as wished, or decided each way, with a case that is answered anew',
    async (named) => {
      const all = await refusals(named, 90);
      const said = (type: string, field: string) =>
        new Set(all.filter((one) => one.type === type).map(({ data }) => data[field]));
      expect(said('ComplaintTimelinessAssessed', 'outcome')).toEqual(
        new Set(['IN_TIME', 'LATE_ACCEPTED', 'LATE_REJECTED']),
      );
      expect(said('ComplaintReconsidered', 'outcome')).toEqual(new Set(['UPHELD', 'CHANGED', 'PARTLY']));
      expect(said('ComplaintDecided', 'outcome')).toEqual(
        new Set(['GRANTED', 'NOT_GRANTED', 'SET_ASIDE', 'DISMISSED']),
      );
      expect(said('DecisionAmended', 'groundCode')).toEqual(new Set(['COMPLAINT', 'HIGHER_AUTHORITY']));
      const types = new Set(all.map(({ type }) => type));
      const others = ['ComplaintWithdrawn', 'ComplaintCompliedWith', 'DecisionSetAside'];
      for (const type of [...others, 'ComplaintDeadlineMet', 'ComplaintDeadlineMissed']) {
        expect(types).toContain(type);
      }
    },
  );

  it('are reconsidered by the board where it decided, at a meeting', async () => {
    const all = await refusals('stranda', 60);
    const reconsidered = all.filter(({ type }) => type === 'ComplaintReconsidered');
    expect(reconsidered.length).toBeGreaterThan(5);
    for (const { data } of reconsidered) {
      expect(data).toMatchObject({ decidedBy: 'BOARD', meetingId: expect.any(String) });
    }
  });
});
