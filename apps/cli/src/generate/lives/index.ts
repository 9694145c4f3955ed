import type { Life } from '../life.js';
import { child } from './child.js';
import { coordinatorAlone } from './coordinator-alone.js';
import { endedEarly } from './ended-early.js';
import { enquiry } from './enquiry.js';
import { ownUnit } from './own-unit.js';
import { planAndCoordinator } from './plan-and-coordinator.js';
import { declined, refused, withdrawn } from './unfulfilled.js';

/** Kinds of lives, and how common they are among each other. A new kind is a file here and a line below. */
export const lives: readonly { readonly weight: number; readonly live: (life: Life) => Promise<void> }[] = [
  { weight: 58, live: planAndCoordinator },
  { weight: 13, live: coordinatorAlone },
  { weight: 14, live: child },
  { weight: 6, live: refused },
  { weight: 5, live: withdrawn },
  { weight: 4, live: declined },
  { weight: 8, live: endedEarly },
  { weight: 12, live: enquiry },
  { weight: 6, live: ownUnit },
];
