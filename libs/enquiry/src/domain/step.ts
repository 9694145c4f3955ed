import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { AskedOfDisposal, TargetGroup } from '#vocabulary';
import type { Enquiry } from './enquiry.js';

/** In every event: the enquiry. */
export const about = { enquiryId: id() };
type About = typeof about;
/** Texts are the enquiry's own, whomever they speak of: who asks is often nobody in the register. */
export const own = { of: 'enquiryId', class: 'RECORD' } as const;

/** What was asked elsewhere of what a step names. */
export interface Asked {
  readonly subjectIsKnown: boolean;
  readonly cardIsKnown: boolean;
  readonly caseIsKnown: boolean;
  /** Those whom the municipality's profile names; any where it does not say. */
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** Of a disposal alone, with the cases that were looked at. */
  readonly disposal?: AskedOfDisposal & { readonly caseIds: readonly string[] };
}

export type Step = AnyStep<Enquiry, undefined, Asked, About>;
export const step = stepsOf<Enquiry, undefined, Asked, About>();
