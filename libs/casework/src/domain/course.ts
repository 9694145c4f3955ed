import type { Case, InApplication, Present } from './case.js';
import { refusal, refuseIf } from './refusal.js';

/** Where in its course a case is: each gives the case there, or refuses. A step names one of them. */

/** Not opened yet. */
export function absent(state: Case): Case {
  refuseIf(
    state.status !== 'absent',
    'case-already-open',
    'This case is open already. A need opens a case of its own.',
  );
  return state;
}

export function present(state: Case): Present {
  if (state.status === 'absent') throw noSuchCase();
  return state;
}

/** Opened, neither decided nor withdrawn, and wanted by the person: prepared still. */
export function undecided(state: Case): Present {
  const open = wanted(state);
  if (open.status === 'withdrawn') throw withdrawn();
  if (open.status === 'decided' || open.status === 'notified') throw decided();
  return open;
}

/** Open on that day: what happened until the decision or the withdrawal may be typed in after it. */
export function openOn(state: Case, day: string): Present {
  const open = wanted(state);
  if (open.status === 'withdrawn' && open.withdrawnOn < day) throw withdrawn(mappedBefore);
  if ('decidedOn' in open && open.decidedOn < day) throw decided(mappedBefore);
  return open;
}

/** With an application, neither decided nor withdrawn. */
export function inApplication(state: Case): InApplication {
  const open = applied(state);
  if (open.status === 'decided' || open.status === 'notified') throw decided();
  return open;
}

/** With an application, decided or not. */
export function applied(state: Case) {
  const open = present(state);
  if (open.status === 'needNotified') throw noApplication();
  if (open.status === 'withdrawn') throw withdrawn();
  return open;
}

function wanted(state: Case): Present {
  const open = present(state);
  refuseIf(
    open.status === 'needNotified' && open.declined,
    'need-declined',
    'The person does not want this need followed up. Only an application can be received in the case.',
  );
  return open;
}

const mappedBefore = ' What was mapped until that day can still be recorded.';
const withdrawn = (beside = '') =>
  refusal('withdrawn', `The application in this case has been withdrawn.${beside}`);
const decided = (beside = '') => refusal('already-decided', `This case has been decided.${beside}`);
const noApplication = () => refusal('no-application', 'No application has been received in this case.');
export const noSuchCase = () => refusal('no-such-case', 'There is no such case.');
