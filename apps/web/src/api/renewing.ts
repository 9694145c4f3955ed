import { notifyManager, type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { isProblem } from './problem.js';

type State = Pick<Query['state'], 'isInvalidated' | 'data' | 'fetchStatus' | 'error'>;

/** Whether it may show what was before something that was recorded here. */
const isOld = ({ isInvalidated, data }: State) => isInvalidated && data !== undefined;

/** Whether something newer is on its way: asked for, or asked for in vain, and asked for again before long, as it is while the page shows it. */
export const isRenewed = (state: State, isShown: boolean): boolean =>
  isOld(state) &&
  (state.fetchStatus !== 'idle' || (isShown && isProblem(state.error) && state.error.isYetToCome));

/** Whether what was recorded here a moment ago is still being read: until then the page shows what was before it. */
export function useIsRenewing(): boolean {
  const cache = useQueryClient().getQueryCache();
  const some = (is: (state: State, isShown: boolean) => boolean) =>
    cache.getAll().some((query) => is(query.state, query.isActive()));
  const subscribe = useCallback(
    (changed: () => void) => cache.subscribe(notifyManager.batchCalls(changed)),
    [cache],
  );
  const isRenewing = useSyncExternalStore(subscribe, () => some(isRenewed));
  // What a page finds that was read before is read anew once the page stands, not as it is drawn.
  const [stands, setStands] = useState(() => !some(isOld));
  useEffect(() => {
    const timer = window.setTimeout(() => setStands(true));
    return () => window.clearTimeout(timer);
  }, []);
  return isRenewing || !stands;
}
