/** Which way something reached the unit. Paper, e-mail and telephone are equal to the form (docs/requirements.md). */
export const channels = [
  'FORM',
  'LETTER',
  'EMAIL',
  'PHONE',
  'IN_PERSON',
  'SERVICE_OFFICE',
  'DIGITAL_POST',
] as const;
export const itemCodes = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'] as const;
/** What an application may lack when it arrives and get later. */
export const applicationParts = ['SIGNATURE'] as const;
export const outcomes = ['GRANTED', 'PARTLY', 'REFUSED'] as const;
/** The two conditions for plan and coordinator (hol §§ 7-1, 7-2): need over time, and of services that must be seen together. */
export const criteria = ['LONG_TERM', 'COORDINATED'] as const;
/** Who may decide, by the municipality's profile. */
export const deciderBodies = ['KE_MEETING', 'KE', 'BOARD', 'TEAM'] as const;

export type ItemCode = (typeof itemCodes)[number];
export type ApplicationPart = (typeof applicationParts)[number];
export type Outcome = (typeof outcomes)[number];
export type Criterion = (typeof criteria)[number];

/** What the law gives a right to (pbrl §§ 2-5, 2-5b, 2-5c): answered on both criteria (hol §§ 7-1, 7-2, 7-2a), and applied for anywhere. */
export const byLaw: readonly ItemCode[] = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'];

/** What a case needs to know of the municipality's profile. */
export interface Profile {
  readonly items: readonly ItemCode[];
  readonly deciderBody: (typeof deciderBodies)[number];
}
