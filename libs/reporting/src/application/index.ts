import type { Provider } from '@nestjs/common';
import { CloseReportPeriodHandler } from './close-period.js';
import { FreezeReportFiguresHandler } from './freeze-figures.js';
import { RecordReportStepHandler } from './record-step.js';

export { CloseReportPeriodCommand, type ToldPeriod } from './close-period.js';
export { FreezeReportFiguresCommand } from './freeze-figures.js';
export { RecordReportStepCommand, type RecordedReportStep, type ToldReportStep } from './record-step.js';
export type { StepType as ReportStepType } from '../domain/report/decide.js';

export const reportingHandlers: Provider[] = [
  RecordReportStepHandler,
  CloseReportPeriodHandler,
  FreezeReportFiguresHandler,
];
