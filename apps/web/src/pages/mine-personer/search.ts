import { getRouteApi } from '@tanstack/react-router';

/** Which step stands open: of what waits, by its id, or of a person, by `person.kind`. */
export interface MyPeopleSearch {
  readonly steg?: string;
}

export const myPeopleSearch = ({ steg }: Record<string, unknown>): MyPeopleSearch =>
  typeof steg === 'string' && /^[\w.-]{1,200}$/.test(steg) ? { steg } : {};

export const myPeopleRoute = getRouteApi('/inside/mine-personer');

const review = '.REVIEW';
/** The step that asks whether what a person has is still right. */
export const reviewOf = (subjectId: string) => `${subjectId}${review}`;
export const reviewedIn = (step: string | undefined): string | undefined =>
  step?.endsWith(review) ? step.slice(0, -review.length) : undefined;
