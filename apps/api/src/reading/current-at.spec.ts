import { currentAt } from './current-at.js';

describe('the time that an answer is current to', () => {
  it('B16 goes by the clock while the read models follow, whenever others recorded something', () => {
    const now = '2026-03-02T12:00:31.417Z';
    for (const at of ['2026-03-02T12:00:31.102Z', '2026-03-02T12:00:25.777Z', '2026-03-02T12:00:10.000Z']) {
      expect(currentAt(at, now)).toBe('2026-03-02T12:00:10.000Z');
    }
  });

  it('is the minute in which they stopped, where they do not follow', () =>
    expect(currentAt('2026-03-02T11:47:09.123Z', '2026-03-02T12:00:31.417Z')).toBe(
      '2026-03-02T11:47:00.000Z',
    ));
});
