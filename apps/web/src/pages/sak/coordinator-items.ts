import type { Case } from './scene.js';

type CoordinatorItem = Extract<Case['outcomes'][number]['item'], 'COORDINATOR' | 'CHILD_COORDINATOR'>;

/** The coordinators that follow from an answer: an ordinary one from whatever is granted (U16), unless that alone was refused. */
export function coordinatorItems(outcomes: Case['outcomes']): readonly CoordinatorItem[] {
  const answered = (wanted: boolean) =>
    outcomes.filter(({ outcome }) => (outcome !== 'REFUSED') === wanted).map(({ item }) => item);
  const [granted, refused] = [answered(true), answered(false)];
  const isOrdinary = granted.some((item) => item !== 'CHILD_COORDINATOR') && !refused.includes('COORDINATOR');
  return [
    ...(isOrdinary ? (['COORDINATOR'] as const) : []),
    ...(granted.includes('CHILD_COORDINATOR') ? (['CHILD_COORDINATOR'] as const) : []),
  ];
}
