import { codeList, same } from '#event-sourcing/codes';

export const partyKinds = codeList('partyKind', {
  STAFF: ['ansatt', 'tilsett'],
  EXTERNAL: same('ekstern samarbeidspart'),
  GUARDIAN: ['verge', 'verje'],
  PARENT: ['foresatt', 'føresett'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
});

/** As what somebody works in a unit; a title in the municipality's own words stands beside it. */
export const staffRoles = codeList('staffRole', {
  LEADER: ['leder', 'leiar'],
  DEPUTY_LEADER: ['nestleder', 'nestleiar'],
  CASEWORKER: ['saksbehandler', 'saksbehandlar'],
  SPECIALIST: same('fagperson'),
  MEMBER: same('medlem'),
  SECRETARY: same('sekretær'),
  EMPLOYEE: ['ansatt', 'tilsett'],
});
