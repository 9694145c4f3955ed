import { codeList, same } from './codes.js';
import { refusals, refusedAlike, Rejection, wordsOf } from './refusals.js';

const items = codeList('item', { PLAN: ['individuell plan', 'individuell plan'], GROUP: same('<group>') });
const { refusal, refuseIf, inOrder, own } = refusals('garden', {
  full: ['The garden is full.', 'Hagen er full.', 'Hagen er full.'],
  'date-order.due': ['Due later: {missing}.', 'Frist seinere: {missing}.', 'Frist seinare: {missing}.'],
  'date-order.began': ['It begins first.', 'Den begynner først.', 'Ho byrjar først.'],
});

const thrownBy = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a refusal', () => {
  it('has the code of its context and rule, and a sentence in each language', () => {
    expect(refusal('full')).toBeInstanceOf(Rejection);
    expect(refusal('full')).toMatchObject({
      code: 'garden/full',
      message: 'The garden is full.',
      phrase: { en: 'The garden is full.', nb: 'Hagen er full.', nn: 'Hagen er full.' },
      restsOn: [],
    });
  });

  it('has one code where a rule has several sentences', () => {
    expect(refusal('date-order.began').code).toBe('garden/date-order');
    expect(refusal('date-order.due', { missing: 'x' }).code).toBe('garden/date-order');
  });

  it('says codes as the reader calls them, and English as they are', () => {
    const missing = wordsOf(items, 'PLAN', 'GROUP');
    expect(refusal('date-order.due', { missing }).phrase).toEqual({
      en: 'Due later: PLAN, GROUP.',
      nb: 'Frist seinere: individuell plan, ansvarsgruppe.',
      nn: 'Frist seinare: individuell plan, ansvarsgruppe.',
    });
  });

  it('is thrown where there is a fault, and where a later day lies before an earlier', () => {
    const standing = [{ eventId: 'e1', type: 'Sown', stream: 'bed-1576.a' }];
    expect(thrownBy(() => refuseIf(false, 'full'))).toBeUndefined();
    expect(thrownBy(() => refuseIf(true, 'full', {}, standing))).toMatchObject({ restsOn: standing });
    expect(thrownBy(() => inOrder('2026-01-02', '2026-01-02', 'date-order.began'))).toBeUndefined();
    expect(thrownBy(() => inOrder('2026-01-02', '2026-01-01', 'date-order.began'))).toMatchObject({
      code: 'garden/date-order',
    });
  });

  it('is what every context has alike, beside its own', () => {
    expect(Object.keys(own)).not.toContain('unknown-party');
    expect(refusedAlike['unknown-party']).toHaveLength(3);
    expect(refusal('unknown-party').code).toBe('garden/unknown-party');
  });

  it('cannot be declared with a value that one of the languages lacks', () => {
    expect(() => refusals('garden', { odd: ['{day} is odd.', '{dag} er rar.', '{day} er rar.'] })).toThrow(
      'garden/odd brings other values in one language than in another.',
    );
  });
});
