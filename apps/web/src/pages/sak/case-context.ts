import { createContext, useContext } from 'react';
import type { Day } from '../../dates/dates.js';
import type { Scene } from './scene.js';
import type { CaseStep } from './steps-of-case.js';

/** What every part of the page knows: the case, what can be done in it, and what of that stands open. */
export interface CasePageState extends Scene {
  readonly steps: readonly CaseStep[];
  readonly opened: CaseStep | undefined;
  readonly open: (step: CaseStep) => void;
  readonly close: () => void;
  /** As of which day it is shown: today, unless an earlier one was asked for, when nothing can be done. */
  readonly day: Day;
  readonly isThen: boolean;
}

export const CaseContext = createContext<CasePageState | undefined>(undefined);

export function useCasePage(): CasePageState {
  const state = useContext(CaseContext);
  if (state === undefined) throw new Error('Only parts of the page of a case are about one');
  return state;
}
