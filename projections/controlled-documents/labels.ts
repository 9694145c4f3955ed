import { codeList } from '#event-sourcing/codes';

/** Where a controlled document stands; it follows from several events. */
export const documentStatuses = codeList('documentStatus', {
  DRAFT: ['utkast', 'utkast'],
  IN_FORCE: ['gjelder', 'gjeld'],
  UNDER_REVISION: ['under revisjon', 'under revisjon'],
  WITHDRAWN: ['trukket tilbake', 'trekt tilbake'],
});
