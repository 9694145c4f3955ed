import { useQueryClient } from '@tanstack/react-query';

/** Names that were chosen or shown a moment ago, by id; gone with the session, as all that was read. */
export function useKnownName(id: string | undefined) {
  const queries = useQueryClient();
  const key = (of: string) => ['known-name', of];
  return {
    name: id === undefined ? undefined : queries.getQueryData<string>(key(id)),
    remember: (of: string, name: string) => queries.setQueryData(key(of), name),
  };
}
