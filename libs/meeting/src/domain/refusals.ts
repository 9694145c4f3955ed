import { alikeRefusals } from './alike.js';
import { boardRefusals } from './board/steps.js';
import { courseRefusals } from './course.js';
import { agendaRefusals } from './steps/agenda.js';
import { disposalRefusals } from './steps/disposal.js';
import { holdingRefusals } from './steps/holding.js';
import { planningRefusals } from './steps/planning.js';
import { protocolRefusals } from './steps/protocol.js';

/** Every refusal of this context, by feature. */
export const meetingRefusals = [
  alikeRefusals,
  courseRefusals,
  planningRefusals,
  agendaRefusals,
  holdingRefusals,
  protocolRefusals,
  disposalRefusals,
  boardRefusals,
] as const;
