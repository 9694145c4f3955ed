import type { Role } from '../session/session.js';

/** The week of each role. What has no entry is searched for. */
const entries = [
  { to: '/min-dag', key: 'myDay', roles: ['CASEWORKER', 'LEADER', 'SERVICE_OFFICE', 'ADMIN'] },
  { to: '/mine-personer', key: 'myPeople', roles: ['COORDINATOR', 'UNIT_LEADER'] },
  { to: '/saker', key: 'cases', roles: ['CASEWORKER', 'LEADER', 'AUDITOR', 'SERVICE_OFFICE'] },
  { to: '/frister', key: 'deadlines', roles: ['CASEWORKER', 'LEADER'] },
  { to: '/klager', key: 'complaints', roles: ['CASEWORKER', 'LEADER'] },
  { to: '/brev', key: 'letters', roles: ['CASEWORKER', 'LEADER', 'SERVICE_OFFICE'] },
  { to: '/planer', key: 'plans', roles: ['CASEWORKER', 'LEADER'] },
  { to: '/enhetsleder', key: 'unitLeader', roles: ['UNIT_LEADER', 'CASEWORKER', 'LEADER'] },
  { to: '/moter', key: 'meetings', roles: ['CASEWORKER', 'LEADER', 'BOARD_MEMBER', 'AUDITOR'] },
  { to: '/kriseplaner', key: 'crisisPlans', roles: ['COORDINATOR', 'UNIT_LEADER', 'SERVICE_OFFICE'] },
  { to: '/kompetanse', key: 'competence', roles: ['CASEWORKER', 'LEADER'] },
  { to: '/rapport', key: 'reports', roles: ['LEADER', 'AUDITOR'] },
  { to: '/tjenester', key: 'services', roles: ['CASEWORKER', 'LEADER', 'ADMIN'] },
  { to: '/innsynslogg', key: 'accessLog', roles: ['LEADER', 'AUDITOR'] },
  { to: '/import', key: 'import', roles: ['CASEWORKER', 'LEADER'] },
  { to: '/innstillinger', key: 'settings', roles: ['LEADER', 'ADMIN'] },
  { to: '/abonnenter', key: 'subscribers', roles: ['LEADER', 'AUDITOR', 'ADMIN'] },
  { to: '/drift', key: 'operation', roles: ['ADMIN', 'OPERATOR'] },
  { to: '/min-side', key: 'ownPage', roles: ['SUBJECT'] },
] as const satisfies readonly { to: string; key: string; roles: readonly Role[] }[];

export type MenuEntry = (typeof entries)[number];

export const entriesFor = (roles: readonly Role[]): readonly MenuEntry[] =>
  entries.filter((entry) => entry.roles.some((role) => roles.includes(role)));

/** Whether it is somebody whom the unit serves who is signed in, at their own page. */
export const isServed = ({ roles }: { readonly roles: readonly Role[] }) => roles.includes('SUBJECT');

export const homeOf = (roles: readonly Role[]): MenuEntry['to'] => entriesFor(roles)[0]?.to ?? '/min-dag';
