import type { CodeIn } from '#event-sourcing';
import type { staffRoles } from '../../domain/party/codes.js';

/** A unit as the municipality's own list has it. What the list leaves out stays as it is. */
export interface ListedUnit {
  /** Where it stands in the list. */
  readonly row: number;
  readonly code: string;
  readonly nb: string;
  readonly nn: string;
  readonly parent?: string | undefined;
  /** By the number of the list of staff. */
  readonly leader?: string | undefined;
  readonly establishedOn?: string | undefined;
  readonly endedOn?: string | undefined;
}

/** Somebody's place in a unit: a line of the list of staff. */
export interface ListedPlace {
  readonly row: number;
  readonly unit: string;
  readonly role: CodeIn<typeof staffRoles>;
  readonly represents?: string | undefined;
  readonly title?: string | undefined;
  readonly employer?: string | undefined;
  readonly from?: string | undefined;
  /** The last day. */
  readonly until?: string | undefined;
}

/** Somebody in the list of staff, with every line of theirs. */
export interface ListedPerson {
  readonly row: number;
  /** As the payroll knows them: the same for good. */
  readonly number?: string | undefined;
  /** As the identity provider knows them. */
  readonly login?: { readonly issuer: string; readonly subject: string } | undefined;
  readonly name: string;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  readonly places: readonly ListedPlace[];
}
