import { againstWillRefusals } from './against-will.js';
import { deathRefusals } from './after-death.js';
import { authorityRefusals } from './authority.js';
import { basisRefusals } from './basis.js';
import { consentRefusals } from './consent.js';
import { disputeRefusals } from './dispute.js';
import { familyRefusals } from './family.js';
import { handoverRefusals } from './handover.js';
import { proposalRefusals } from './proposal.js';
import { reportRefusals } from './report.js';
import { allocationRefusals } from './steps/allocation.js';
import { choiceRefusals } from './steps/choices.js';
import { givingRefusals } from './steps/consents.js';
import { narrowingRefusals } from './steps/narrowing.js';
import { coordinatorRefusals } from './steps/coordinators.js';
import { groupRefusals } from './steps/group.js';
import { noticeRefusals } from './steps/notices.js';
import { planRefusals } from './steps/plans.js';
import { reviewRefusals } from './steps/reviews.js';

/** Every refusal of this context, by feature. */
export const coordinationRefusals = [
  consentRefusals,
  basisRefusals,
  givingRefusals,
  narrowingRefusals,
  choiceRefusals,
  proposalRefusals,
  disputeRefusals,
  coordinatorRefusals,
  handoverRefusals,
  familyRefusals,
  authorityRefusals,
  allocationRefusals,
  noticeRefusals,
  planRefusals,
  groupRefusals,
  reviewRefusals,
  reportRefusals,
  againstWillRefusals,
  deathRefusals,
] as const;
