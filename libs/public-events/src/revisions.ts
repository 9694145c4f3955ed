import { type Family, typeOf } from './catalogue.js';

/** What is told when an event that a grant has seen reads otherwise from now on. */
export const revisions = {
  corrected: {
    consumerMust: 'REPLACE_EVENT',
    says: [
      'An earlier event was corrected: `eventData` stands in the place of what it said.',
      'En tidligere hendelse er rettet',
      'Ei tidlegare hending er retta',
    ],
  },
  'recorded-in-error': {
    consumerMust: 'DISREGARD_EVENT',
    says: [
      'An earlier event should not have been recorded: nothing of it holds.',
      'En tidligere hendelse var feilregistrert',
      'Ei tidlegare hending var feilregistrert',
    ],
  },
  reinstated: {
    consumerMust: 'RESTORE_EVENT',
    says: [
      'An event that was said to be recorded in error holds after all, as `eventData` has it.',
      'En hendelse som var meldt feilregistrert, gjelder likevel',
      'Ei hending som var meld feilregistrert, gjeld likevel',
    ],
  },
} as const;
export type RevisionName = keyof typeof revisions;
export const revisionNames = Object.keys(revisions) as RevisionName[];

export const revisionType = (family: Family, name: RevisionName) => typeOf(family, name, 1);
