import { codeList } from '#event-sourcing';

/** Which meetings of a list. */
export const spans = codeList('meetingSpan', {
  COMING: ['kommende', 'komande'],
  PAST: ['tidligere', 'tidlegare'],
});
