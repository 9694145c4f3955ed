export const viewerRoles = ['CASEWORKER', 'LEADER', 'COORDINATOR', 'AUDITOR'] as const;
export type Role = (typeof viewerRoles)[number];

/** Who asks, as the token says. Every query takes one first, and its `where` holds to it. */
export interface Viewer {
  /** The municipalities whose records this viewer may see: tenant keys, not today's numbers. */
  readonly tenants: readonly string[];
  readonly partyId: string;
  readonly roles: readonly Role[];
  /** Codes of the units that the viewer works in. */
  readonly units: readonly string[];
}
