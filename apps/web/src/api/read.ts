import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { MaybeOptionalInit } from 'openapi-fetch';
import { client } from './client.js';
import type { paths } from './schema.js';

/** An address that can be read. */
export type ReadPath = {
  [P in keyof paths]: paths[P] extends { get: { responses: unknown } } ? P : never;
}[keyof paths];

type Init<P extends ReadPath> = MaybeOptionalInit<paths[P], 'get'>;
type Told<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;
/** What an address answers with. */
export type Read<P extends ReadPath> = Told<paths[P]['get']>;

/** What a search answers with; searches are posts, so that no name stands in an address. */
export type SearchPath =
  | '/v1/person-searches'
  | '/v1/party-searches'
  | '/v1/coordination-searches'
  | '/v1/reports/national-status-searches';
export type Searched<P extends SearchPath> = Told<paths[P]['post']>;
type Asked<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : never;

interface How {
  readonly enabled?: boolean;
  /** Milliseconds after which it is read anew while the page is looked at; a list is by itself. */
  readonly every?: number;
}

const usualRenewal = 20_000;

async function read<P extends ReadPath>(path: P, init: unknown, signal: AbortSignal): Promise<Read<P>> {
  // The types of the client follow one address, not any.
  const get = client.GET as (path: P, init: unknown) => Promise<{ data: Read<P> }>;
  const { data } = await get(path, { ...(init as object), signal });
  return data;
}

/** What stands at an address, renewed by itself; while something newer is fetched, the old stands. */
export function useRead<P extends ReadPath>(
  path: P,
  init: Init<P>,
  { enabled = true, every = usualRenewal }: How = {},
): UseQueryResult<Read<P>> {
  return useQuery({
    queryKey: [path, init],
    queryFn: ({ signal }) => read(path, init, signal),
    placeholderData: keepPreviousData,
    refetchInterval: every,
    enabled,
  });
}

/** A list, page by page: `fetchNextPage` adds the next. */
export function useReadPages<P extends ReadPath>(
  path: P,
  init: Init<P>,
  { enabled = true, every = usualRenewal }: How = {},
) {
  return useInfiniteQuery({
    queryKey: [path, init, 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const { params = {} } = init as { params?: { query?: object } };
      const query = { ...params.query, ...(pageParam !== undefined && { after: pageParam }) };
      return read(path, { ...(init as object), params: { ...params, query } }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as { next?: string }).next,
    placeholderData: keepPreviousData,
    refetchInterval: every,
    enabled,
  });
}

/** Searches once. */
export async function search<P extends SearchPath>(
  path: P,
  body: Asked<paths[P]['post']>,
  { limit, signal }: { readonly limit?: number | undefined; readonly signal?: AbortSignal },
): Promise<Searched<P>> {
  const post = client.POST as (path: P, init: unknown) => Promise<{ data: Searched<P> }>;
  const { data } = await post(path, { params: { query: { limit } }, body, signal });
  return data;
}

/** What a search finds; nothing of it is kept when it is no longer shown. */
export function useSearch<P extends SearchPath>(
  path: P,
  body: Asked<paths[P]['post']>,
  { enabled = true, limit }: { readonly enabled?: boolean; readonly limit?: number } = {},
): UseQueryResult<Searched<P>> {
  return useQuery({
    queryKey: [path, body, limit],
    queryFn: ({ signal }) => search(path, body, { limit, signal }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    enabled,
  });
}
