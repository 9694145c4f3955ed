import { refusals } from '#event-sourcing/refusals';

/** What every context refuses alike. */
export const alikeRefusals = refusals('meeting', {});
