import { LogFault, type StoredEvent } from './event-store.js';
import { isPlace, sealedAt, withPlaces } from './sealed-place.js';

const envelope = { v: 1, keyId: 'k', nonce: 'n', ciphertext: 'c', commitment: 'm' } as const;
const place = { stream: 'case-1576.c', eventId: 'e1', field: 'items.0.reason' };
const sealed = { ...envelope, ...place };

const event = (id: string, data: StoredEvent['data']): StoredEvent => ({
  id,
  type: 'DecisionMade',
  stream: place.stream,
  revision: 0n,
  position: 0n,
  data,
  metadata: {},
});
const events = [event('e0', {}), event('e1', { items: [{ item: 'PLAN', reason: envelope }] })];

describe('the place of a sealed text', () => {
  it('stands for it in a value, however deep; the rest is as it was', () => {
    const row = { wish: sealed, outcomes: [{ item: 'PLAN', reason: sealed }], days: ['x'], none: null };
    expect(withPlaces(row)).toEqual({
      wish: place,
      outcomes: [{ item: 'PLAN', reason: place }],
      days: ['x'],
      none: null,
    });
    expect(withPlaces(withPlaces(row))).toEqual(withPlaces(row));
  });

  it('is known from everything else', () => {
    expect(isPlace(place)).toBe(true);
    const others = [sealed, null, 'case-1576.c', [place], { ...place, field: 1 }, { ...place, item: 'PLAN' }];
    expect(others.filter(isPlace)).toEqual([]);
  });

  const found = ({ eventId }: typeof place) => events.find(({ id }) => id === eventId);

  it('leads to the text in the log', () => expect(sealedAt(place, found(place))).toEqual(sealed));

  it.each([
    ['an event that is not there', { ...place, eventId: 'e9' }],
    ['an event that has no such field', { ...place, eventId: 'e0' }],
    ['a field that is not sealed', { ...place, field: 'items.0.item' }],
    ['what every object has', { ...place, field: 'constructor.prototype' }],
  ])('is a fault of the log where it names %s', (_, wrong) => {
    expect(() => sealedAt(wrong, found(wrong))).toThrow(LogFault);
    expect(() => sealedAt(wrong, found(wrong))).toThrow(`${wrong.field} of the event ${wrong.eventId}`);
  });
});
