import { notifyManager, type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { isProblem } from './problem.js';

type State = Pick<Query['state'], 'isInvalidated' | 'data' | 'fetchStatus' | 'error'>;

/** Whether something newer is on its way: asked for, or asked for in vain, and asked for again before long, as it is while the page shows it. */
export const isRenewed = (state: State, isShown: boolean): boolean =>
  state.isInvalidated &&
  state.data !== undefined &&
  (state.fetchStatus !== 'idle' || (isShown && isProblem(state.error) && state.error.isYetToCome));

/** Whether what was recorded here a moment ago is still being read: until then the page shows what was before it. */
export function useIsRenewing(): boolean {
  const cache = useQueryClient().getQueryCache();
  const isAny = () => cache.getAll().some((query) => isRenewed(query.state, query.isActive()));
  const subscribe = useCallback(
    (changed: () => void) => cache.subscribe(notifyManager.batchCalls(changed)),
    [cache],
  );
  const isRenewing = useSyncExternalStore(subscribe, isAny);
  // What the cache has, the page is told a moment later; and what a page finds that was read before is read anew once it stands.
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    if (isRenewing) return undefined;
    const timer = window.setTimeout(() => setSettled(true));
    return () => {
      window.clearTimeout(timer);
      setSettled(false);
    };
  }, [isRenewing]);
  return isRenewing || !isSettled;
}
