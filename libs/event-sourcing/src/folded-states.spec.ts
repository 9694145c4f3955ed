import type { Recorded } from './event.js';
import { FoldedStates } from './folded-states.js';

const event = (id: string, type = 'Told', data: Recorded['data'] = { word: id }) =>
  ({ id, type, data }) as unknown as Recorded;

/** The words of a stream, and how many events were folded for them. */
function telling() {
  let folded = 0;
  const evolve = (words: string, { data }: Recorded) => {
    folded += 1;
    return `${words}${String(data['word'])}`;
  };
  return { decider: { initialState: '', evolve: evolve as never }, folded: () => folded };
}

describe('states that are kept', () => {
  const [a, b, c] = [event('a'), event('b'), event('c')];

  it('are those of a fold from the beginning, and only what came since is folded', () => {
    const states = new FoldedStates();
    const { decider, folded } = telling();
    expect(states.after(decider, [])).toBe('');
    expect(states.after(decider, [a, b])).toBe('ab');
    expect(states.after(decider, [a, b])).toBe('ab');
    expect(states.after(decider, [a, b, c])).toBe('abc');
    expect(folded()).toBe(3);
  });

  it('are folded anew when an earlier event is corrected or annulled', () => {
    const states = new FoldedStates();
    const { decider } = telling();
    states.after(decider, [a, b]);
    const corrected = event('d', 'ToldCorrected', { corrects: 'a', changed: { word: 'A' } });
    expect(states.after(decider, [a, b, corrected])).toBe('Ab');
    expect(states.after(decider, [a, b, corrected, c])).toBe('Abc');
    const annulled = event('e', 'RecordedInErrorMarked', { corrects: 'b' });
    expect(states.after(decider, [a, b, corrected, c, annulled])).toBe('Ac');
  });

  it('serve neither another fold nor a stream that went on otherwise or was read at an earlier moment', () => {
    const states = new FoldedStates();
    const { decider } = telling();
    states.after(decider, [a, b]);
    const length = { initialState: 0, evolve: ((count: number) => count + 1) as never };
    expect(states.after(length, [a, b])).toBe(2);
    expect(states.after(decider, [a, b])).toBe('ab');
    expect(states.after(decider, [a, c])).toBe('ac');
    expect(states.after(decider, [a])).toBe('a');
  });
});
