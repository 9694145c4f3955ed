import type { Viewer } from '#personal-data/viewer';
import { relationsOf, seesAll } from '../access.js';
import { isOwn } from '../reach.js';
import type { Parameters } from '../selection.js';

/** What an enquiry is read for: by itself, or in the trail of a person or a case, which is told whole to whoever sees all trails. */
export type EnquiriesFor = 'enquiries' | 'caseTrail';

/** Whose enquiries `e` a viewer may see, in several ways: all; those that they registered; those that a unit of theirs is to answer. */
export function waysToSee(viewer: Viewer, parameters: Parameters, what: EnquiriesFor): readonly string[] {
  const sees = relationsOf(viewer, 'enquiries');
  if (sees.has('MUNICIPALITY') || seesAll(viewer, what)) return ['true'];
  return [
    ...(sees.has('REGISTERED') ? [isOwn('e.registered_by', viewer, parameters)] : []),
    ...(sees.has('OWN_UNIT') ? viewer.units.map((unit) => `e.unit = ${parameters.of(unit)}::text`) : []),
    'false',
  ];
}
