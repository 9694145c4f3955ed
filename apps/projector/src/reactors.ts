import { basisCheck } from '#coordination/reactors/basis-check';
import { coordinatorGap } from '#coordination/reactors/coordinator-gap';
import type { Reactor } from '#event-sourcing/reactor';
import { merged } from '#subject/reactors/merged';

/** Every reactor of this release. */
export const reactors: readonly Reactor[] = [coordinatorGap, basisCheck, merged];
