// Where no earlier run tells how long a suite takes, Jest goes by the size of its file; the longest are short files that start whole programs,
// and one that begins last is waited for alone.
import Sequencer from '@jest/test-sequencer';

/** About how long the suites of a kind take, in milliseconds. */
const expected = [
  [/hostile-texts\.pages\.spec\.ts$/, 60_000],
  [/\.faults\.spec\.ts$/, 40_000],
  [/\.pages\.spec\.ts$/, 35_000],
  [/\.system\.spec\.ts$/, 30_000],
  [/\.int\.spec\.ts$/, 5_000],
];
const expectedOf = (path) => expected.find(([kind]) => kind.test(path))?.[1] ?? 1_000;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const lengthOf = ({ duration, path }) => duration ?? expectedOf(path);
    return super.sort(tests).toSorted((one, other) => lengthOf(other) - lengthOf(one));
  }
}
