import { describe, it } from '@jest/globals';
import { isWhole, seed, someOf } from './rounds.js';

type Case = (name: string, does: () => Promise<void> | void, timeoutMs?: number) => void;

/**
 * A group of cases of which each stands alone. `npm test` takes `most` of them: the first, which is to be the plainest, and others that
 * `seed` chooses; the title says so. `npm run test:full` takes all.
 */
export function describeSome(title: string, most: number, declare: (it: Case) => void): void {
  describe(isWhole ? title : `${title} (at most ${most} of these, TEST_SEED=${seed})`, () => {
    const cases: Parameters<Case>[] = [];
    declare((...one) => void cases.push(one));
    const [first, ...others] = cases;
    const chosen = new Set([first, ...someOf(others, most - 1, 0)]);
    for (const one of cases) if (chosen.has(one)) it(...one);
  });
}
