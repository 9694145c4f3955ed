import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut, useStartAnew } from './session.js';

/** Signs out, here and where the provider ends its own session, and leads to where one signs in. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const startAnew = useStartAnew();
  const queries = useQueryClient();
  return async () => {
    const { goTo } = await signOut();
    if (goTo !== null) {
      queries.clear();
      return location.replace(goTo);
    }
    startAnew();
    await navigate({ to: '/logg-inn' });
  };
}
