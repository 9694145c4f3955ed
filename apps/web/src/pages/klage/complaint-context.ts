import { createContext, useContext } from 'react';
import type { Scene } from './scene.js';
import type { ComplaintStep } from './steps-of-complaint.js';

/** What every part of the page knows: the complaint, what can be done about it, and what of that stands open. */
export interface ComplaintPageState extends Scene {
  readonly steps: readonly ComplaintStep[];
  readonly opened: ComplaintStep | undefined;
  readonly open: (step: ComplaintStep) => void;
  readonly close: () => void;
}

export const ComplaintContext = createContext<ComplaintPageState | undefined>(undefined);

export function useComplaintPage(): ComplaintPageState {
  const state = useContext(ComplaintContext);
  if (state === undefined) throw new Error('Only parts of the page of a complaint are about one');
  return state;
}
