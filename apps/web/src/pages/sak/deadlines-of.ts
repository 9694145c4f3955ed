import type { Scene } from './scene.js';

type Case = Scene['of'];

export interface Deadline {
  readonly what:
    'mapping' | 'consent' | Case['targets'][number]['target'] | Case['deadlines'][number]['rule'];
  readonly dueOn: string;
  /** When it was done; null while it waits. */
  readonly reachedOn: string | null;
  readonly late: boolean;
  /** The person's right, which ends and is not missed. */
  readonly isRight?: boolean;
  /** How it came about, where the law says so; empty elsewhere. */
  readonly sentence?: { readonly nb: string; readonly nn: string };
}

/** The days by which something of the case is due or ends, the nearest first; what is reached comes last. */
export function deadlinesOf(
  { of, coordination }: Pick<Scene, 'of' | 'coordination'>,
  today: string,
): readonly Deadline[] {
  const isOver = of.closedOn !== null || of.withdrawnOn !== null;
  const mapping: readonly Deadline[] =
    of.dueOn === null || isOver
      ? []
      : [
          {
            what: 'mapping',
            dueOn: of.dueOn,
            reachedOn: of.mappedOn,
            late: (of.mappedOn ?? today) > of.dueOn,
          },
        ];
  const consents = (coordination?.consents ?? []).flatMap(({ validUntil, withdrawnOn }): Deadline[] =>
    validUntil === null || withdrawnOn !== null || isOver
      ? []
      : [{ what: 'consent', dueOn: validUntil, reachedOn: null, late: validUntil < today }],
  );
  const byLaw = of.deadlines.flatMap(
    ({ rule: what, dueOn, workBy, reachedOn, late, sentence }): readonly Deadline[] => {
      if (dueOn === null) return [];
      const isRight = what === 'COMPLAINT_PBRL' || what === 'COMPLAINT_FVL';
      const until = reachedOn === null ? (workBy ?? dueOn) : dueOn;
      return [{ what, dueOn: until, reachedOn, late, isRight, sentence }];
    },
  );
  const isTold = of.deadlines.some(({ rule }) => rule === 'DECISION_TIME');
  const targets = of.targets
    .filter(({ target }) => !isTold || target !== 'RECEIVED_TO_DECIDED')
    .filter(({ reachedOn }) => reachedOn !== null || !isOver)
    .map(({ target, ...rest }): Deadline => ({ what: target, ...rest }));
  return [...byLaw, ...targets, ...mapping, ...consents].toSorted(
    (one, other) =>
      Number(isPast(one, today)) - Number(isPast(other, today)) || one.dueOn.localeCompare(other.dueOn),
  );
}

/** Done, or a right that has ended. */
export const isPast = ({ reachedOn, isRight = false, dueOn }: Deadline, today: string): boolean =>
  reachedOn !== null || (isRight && dueOn < today);
