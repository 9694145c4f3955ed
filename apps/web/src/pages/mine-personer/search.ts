import { getRouteApi } from '@tanstack/react-router';

/** Which step stands open: of what waits, by its id, or of a person, by `person.kind`. */
export interface MyPeopleSearch {
  readonly steg?: string;
}

export const myPeopleSearch = ({ steg }: Record<string, unknown>): MyPeopleSearch =>
  typeof steg === 'string' && /^[\w.-]{1,200}$/.test(steg) ? { steg } : {};

export const myPeopleRoute = getRouteApi('/inside/mine-personer');

/** What can be told of a person who stands in the list: whether it is still right, or that something has ended. */
const ofPerson = ['REVIEW', 'END'] as const;
export type StepOfPerson = (typeof ofPerson)[number];

export const stepOn = (subjectId: string, step: StepOfPerson) => `${subjectId}.${step}`;

export function openedIn(
  opened: string | undefined,
): { readonly subjectId: string; readonly step: StepOfPerson } | undefined {
  const step = ofPerson.find((one) => opened?.endsWith(`.${one}`));
  return step === undefined || opened === undefined
    ? undefined
    : { subjectId: opened.slice(0, -step.length - 1), step };
}
