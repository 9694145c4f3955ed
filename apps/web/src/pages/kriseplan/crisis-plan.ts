import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Read } from '../../api/read.js';
import type { Opening, StepInPlace } from '../../steps/steps-in-place.js';
import type { Values } from '../../steps/values.js';
import { writtenOf } from '../../ui/opened.js';

export const crisisPlanRoute = getRouteApi('/inside/kriseplan/$subjectId');

export type CrisisPlan = Read<'/v1/subjects/{subjectId}/crisis-plan'>;

interface Page extends Opening {
  readonly subjectId: string;
  readonly plan: CrisisPlan;
}
export const CrisisPlanContext = createContext<Page | undefined>(undefined);

export function useCrisisPlan(): Page {
  const page = useContext(CrisisPlanContext);
  if (page === undefined) throw new Error('Outside the page of a crisis plan');
  return page;
}

/** The four texts, in the order in which they are read. */
export const texts = ['warningSigns', 'whatHelps', 'whatToDo', 'whomToCall'] as const;

/** What can be written of the plan itself. A new version begins with what stands. */
export function writingSteps(plan: CrisisPlan): readonly StepInPlace[] {
  if (!plan.isWhole) return [];
  if (plan.drawnUpOn === null) return [{ operation: 'CrisisPlan_drawUp' }];
  const preset: Values = Object.fromEntries(texts.map((name) => [name, writtenOf(plan[name])]));
  return [
    { operation: 'CrisisPlan_revise', preset },
    { operation: 'CrisisPlan_review' },
    { operation: 'CrisisPlan_withdraw' },
  ];
}
