import { Problem } from './problem.js';
import { isRenewed } from './renewing.js';

const told = { data: {}, error: null };
const answered = (status: number) => new Problem({ type: 'some', title: '', status, detail: '' });

describe('what was read before something was recorded', () => {
  const old = { ...told, isInvalidated: true };

  test.each([
    ['while it is asked for', { ...old, fetchStatus: 'fetching' }],
    ['while that waits, since nobody looks', { ...old, fetchStatus: 'paused' }],
    ['when it is not to be seen yet', { ...old, fetchStatus: 'idle', error: answered(202) }],
    ['when the line is down', { ...old, fetchStatus: 'idle', error: answered(0) }],
  ] as const)('is being read anew %s', (_when, state) => {
    expect(isRenewed(state, true)).toBe(true);
  });

  test.each([
    ['where nobody has asked', { ...old, fetchStatus: 'idle' }],
    ['where it is refused', { ...old, fetchStatus: 'idle', error: answered(403) }],
    ['where it never was read', { ...old, fetchStatus: 'fetching', data: undefined }],
    ['once it is read', { ...told, isInvalidated: false, fetchStatus: 'idle' }],
    ['when it is read as usual', { ...told, isInvalidated: false, fetchStatus: 'fetching' }],
  ] as const)('is not %s', (_when, state) => {
    expect(isRenewed(state, true)).toBe(false);
  });

  // Nobody asks again for what no page shows: whoever waited for it waited for ever.
  test.each([202, 0])(
    'is not where no page shows it any more, and it was asked for in vain (%i)',
    (status) => {
      expect(isRenewed({ ...old, fetchStatus: 'idle', error: answered(status) }, false)).toBe(false);
    },
  );
});
