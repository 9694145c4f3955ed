import type { ClockJump } from '#apps/clock-watch';
import { NoRoom } from '#event-sourcing';
import { Problem } from '../problems/problem.js';
import { Hindrances, isNoRoom } from './hindrances.js';

const refusal = (hindrances: Hindrances) => {
  try {
    hindrances.assertRecordable();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? [error.status, error.type, error.headers['Retry-After']] : error;
  }
};
const jump = (direction: ClockJump['direction']): ClockJump => ({
  direction,
  message: `It was set ${direction}.`,
});

describe('what is in the way of a command', () => {
  it('is nothing unless something watches', () => {
    expect(refusal(new Hindrances())).toBeUndefined();
    expect(new Hindrances().all()).toEqual([]);
  });

  it('B3 is a full disk, for as long as it is full', () => {
    let lack: string | undefined = 'The disk of /data has 3 MB left.';
    const hindrances = new Hindrances({ room: () => lack });
    expect(refusal(hindrances)).toEqual([503, 'no-room', '10']);
    lack = undefined;
    expect(refusal(hindrances)).toBeUndefined();
  });

  it('B3 is not a full disk that was met: whether there is room again, only the next command tells', () => {
    const hindrances = new Hindrances();
    hindrances.metNoRoom(new NoRoom('There is no room on the disk of the event store.'));
    expect(hindrances.all()).toEqual([
      { kind: 'NO_ROOM', message: 'There is no room on the disk of the event store.' },
    ]);
    expect(refusal(hindrances)).toBeUndefined();
  });

  it('B14 is a clock that was set ahead, and told is one that was set back', () => {
    const ahead = new Hindrances({ clock: () => jump('ahead') });
    expect(refusal(ahead)).toEqual([503, 'clock-ahead', '10']);
    expect(ahead.all()).toEqual([{ kind: 'CLOCK', message: 'It was set ahead.' }]);
    const back = new Hindrances({ clock: () => jump('back') });
    expect(refusal(back)).toBeUndefined();
    expect(back.all()).toEqual([{ kind: 'CLOCK', message: 'It was set back.' }]);
  });
});

describe('a full disk', () => {
  it.each([
    [true, new NoRoom('no room')],
    [
      true,
      Object.assign(new Error('could not extend file "base/1": No space left on device'), { code: '53100' }),
    ],
    [true, Object.assign(new Error('could not extend file "base/1": File too large'), { code: 'XX000' })],
    [false, Object.assign(new Error('duplicate key'), { code: '23505' })],
    [false, new Error('No space left on device')],
  ])('is known: %s by %s', (isOne, error) => expect(isNoRoom(error)).toBe(isOne));
});
