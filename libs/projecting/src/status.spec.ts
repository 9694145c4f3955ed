import { isFollowing, type ProjectionStatus } from './status.js';

type Followed = Parameters<typeof isFollowing>[0];

describe('a read model', () => {
  it.each([
    ['RUNNING', 0, true],
    ['RUNNING', 30, true],
    ['RUNNING', 31, false],
    ['RUNNING', undefined, false],
    ['HALTED', 0, false],
    ['BUILDING', undefined, false],
  ] satisfies [ProjectionStatus['state'], number | undefined, boolean][])(
    'that is %s and lacks an event of %s seconds ago follows the log: %s',
    (state, lagSeconds, follows) => {
      const status: Followed = { state, lagSeconds };
      expect(isFollowing(status)).toBe(follows);
    },
  );
});
