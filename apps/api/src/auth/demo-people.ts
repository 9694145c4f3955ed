import { actorRoles, type Role } from '#personal-data';

/** Who issues their tokens. */
export const demoIssuedBy = 'samspor-demo';

/** Somebody whom one can play in a demonstration: invented, and obviously so. */
export interface DemoPerson {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  /** Where they work; nowhere, for a person whom the unit serves. */
  readonly unit?: string;
  /** Of such a person: by which they are found among those registered, as by an electronic identity. Nobody has it. */
  readonly identityNumber?: string;
}

const person = (sub: string, name: string, role: Role, unit = 'KE'): DemoPerson => ({
  sub,
  name,
  role,
  unit,
});
const served = (sub: string, name: string, identityNumber: string): DemoPerson => ({
  sub,
  name,
  role: 'SUBJECT',
  identityNumber,
});

/** The same in every municipality. The first of each role is whom a token for that role is given to. */
export const demoPeople: readonly DemoPerson[] = [
  person('demo-caseworker', 'Testine Saksbehandler', 'CASEWORKER'),
  person('demo-caseworker-2', 'Prøvar Saksbehandler', 'CASEWORKER'),
  person('demo-leader', 'Testulf Leder', 'LEADER'),
  person('demo-coordinator', 'Testa Koordinator', 'COORDINATOR'),
  person('demo-coordinator-2', 'Prøve Koordinator', 'COORDINATOR', 'SCHOOL'),
  person('demo-unit_leader', 'Testleif Enhetsleder', 'UNIT_LEADER', 'HOME_CARE'),
  person('demo-service_office', 'Testrid Servicekontor', 'SERVICE_OFFICE', 'SERVICE_OFFICE'),
  person('demo-board_member', 'Testgunn Nemndmedlem', 'BOARD_MEMBER'),
  person('demo-admin', 'Testfrid Administrator', 'ADMIN'),
  person('demo-auditor', 'Testmund Revisor', 'AUDITOR'),
  served('demo-subject', 'Tenkeline Tenkelien', '16819214011'),
  served('demo-subject-2', 'Ungvar Ungdiktet', '06851294692'),
];

/** By the login where it is one of these, else as the first of the role is called. */
export function demoNameOf({
  sub,
  role,
}: {
  readonly sub?: string | undefined;
  readonly role: Role;
}): string {
  const named = demoPeople.find((one) => one.sub === sub) ?? demoPeople.find((one) => one.role === role);
  if (named === undefined) throw new Error(`Nobody is invented for ${role}`);
  return named.name;
}

/** What they do, in words. */
export function titleOf({ role }: Pick<DemoPerson, 'role'>): { readonly nb: string; readonly nn: string } {
  const [nb, nn] = actorRoles.words[role];
  return { nb, nn };
}
