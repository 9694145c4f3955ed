import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Read } from '../../api/read.js';
import type { PlacedStep } from '../../steps/placed-step.js';
import type { OperationId } from '../../steps/operations.js';
import type { StepFormProps } from '../../steps/step-form-props.js';

export const followUpRoute = getRouteApi('/inside/oppfolging/$subjectId');

export type FollowUp = Read<'/v1/subjects/{subjectId}/follow-up'>;
export type Meeting = FollowUp['meetings'][number];
export type Promise = FollowUp['promises'][number];

/** What can be recorded, in its place on the page. */
export interface FollowUpStep
  extends PlacedStep, Pick<StepFormProps, 'params' | 'preset' | 'hide' | 'needless' | 'choices'> {
  readonly operation: OperationId;
}

interface Page {
  readonly subjectId: string;
  readonly of: FollowUp;
  readonly opened: string | undefined;
  readonly open: (step: FollowUpStep) => void;
  readonly close: () => void;
}
export const FollowUpContext = createContext<Page | undefined>(undefined);

export function useFollowUp(): Page {
  const page = useContext(FollowUpContext);
  if (page === undefined) throw new Error('Outside the page of a follow-up');
  return page;
}
