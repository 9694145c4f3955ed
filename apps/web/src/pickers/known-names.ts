import { useQueryClient } from '@tanstack/react-query';

const key = (of: string) => ['known-name', of];

/** Says by id the names that were chosen or shown a moment ago; gone with the session, as all that was read. */
export function useKnownNames(): (id: string) => string | undefined {
  const queries = useQueryClient();
  return (id) => queries.getQueryData<string>(key(id));
}

/** The same of one, and how another is remembered. */
export function useKnownName(id: string | undefined) {
  const queries = useQueryClient();
  const nameOf = useKnownNames();
  return {
    name: id === undefined ? undefined : nameOf(id),
    remember: (of: string, name: string) => queries.setQueryData(key(of), name),
  };
}
