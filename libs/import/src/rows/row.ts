/** What a list of an earlier register says in one row. */
export interface EarlierRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly person: EarlierPerson;
  readonly plan?: EarlierPlan;
  readonly coordinator?: EarlierCoordinator;
  readonly consent?: { readonly givenOn: string; readonly givenBy: string };
  /** Of the group, the period, whatever was remarked. */
  readonly remark?: string;
}

/** By number, or by name and birth date. */
export interface EarlierPerson {
  readonly identityNumber?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly birthDate?: string;
}

export interface EarlierPlan {
  readonly startedOn: string;
  readonly closedOn?: string;
  readonly reasonCode?: string;
  readonly reason?: string;
}

export interface EarlierCoordinator {
  readonly number?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly kind: 'ORDINARY' | 'CHILD';
  readonly from: string;
  /** The day of release. */
  readonly until?: string;
}
