import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Read } from '../../api/read.js';
import type { Opening } from '../../steps/steps-in-place.js';

export const followUpRoute = getRouteApi('/inside/oppfolging/$subjectId');

export type FollowUp = Read<'/v1/subjects/{subjectId}/follow-up'>;
export type Meeting = FollowUp['meetings'][number];
export type Promise = FollowUp['promises'][number];

export type Insight = FollowUp['insights'][number];

interface Page extends Opening {
  readonly subjectId: string;
  readonly of: FollowUp;
}
export const FollowUpContext = createContext<Page | undefined>(undefined);

export function useFollowUp(): Page {
  const page = useContext(FollowUpContext);
  if (page === undefined) throw new Error('Outside the page of a follow-up');
  return page;
}
