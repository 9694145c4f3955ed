import { effective, type Recorded, withPlaces } from '#event-sourcing';
import type { PlanChange, PlanSection } from '#plan';
import type { PlanContentRow } from '#projections/plan-content/queries';
import { planContent } from '#projections/index';
import { refold } from '#projecting';

/** What of each part of a plan is compared between two versions, and in which section it stands; entries say that themselves. */
export const compared = {
  entries: { id: 'entryId', section: undefined, fields: ['text', 'author'] },
  goals: { id: 'goalId', section: 'GOALS', fields: ['text', 'author', 'reachedOn', 'droppedOn'] },
  milestones: { id: 'milestoneId', section: 'GOALS', fields: ['text', 'dueOn', 'reachedOn'] },
  measures: {
    id: 'measureId',
    section: 'MEASURES',
    fields: ['text', 'dueOn', 'extent', 'how', 'clearanceGrantedOn', 'completedOn', 'cancelledOn'],
  },
  participants: {
    id: 'participantId',
    section: 'PARTICIPANTS',
    fields: ['name', 'sector', 'unit', 'contribution', 'refusedOn', 'leftOn'],
  },
  subPlans: { id: 'subPlanId', section: 'SUB_PLANS', fields: ['type', 'place', 'unlinkedOn'] },
} as const satisfies Record<
  string,
  { readonly id: string; readonly section: PlanSection | undefined; readonly fields: readonly string[] }
>;
type Part = keyof typeof compared;
export const comparedParts = Object.keys(compared) as Part[];
export const comparedFields = [...new Set(Object.values(compared).flatMap(({ fields }) => fields))];

type Records = readonly Readonly<Record<string, unknown>>[];
export type Content = Readonly<Record<Part, Records>>;
const nothing: Content = {
  entries: [],
  goals: [],
  milestones: [],
  measures: [],
  participants: [],
  subPlans: [],
};
const contentOf = (row: PlanContentRow | undefined): Content =>
  row === undefined ? nothing : { ...row, subPlans: row.sub_plans };

/**
 * What stood in a plan when a version of it was made, in the sections that are shown, as it is known now: put right where it was corrected, and without what
 * was taken back since, which stands in no version any more (F18). Undefined where there is no such version.
 */
export function versionIn(
  history: readonly Recorded[],
  { version, sections, now }: { version: number; sections: readonly PlanSection[]; now: readonly string[] },
): Content | undefined {
  if (version === 0) return nothing;
  const events = effective(history);
  const at = events.findIndex(({ type, data }) => type === 'PlanRevised' && data['version'] === version);
  if (at < 0) return undefined;
  const [found] = [...refold(planContent, events.slice(0, at + 1)).values()].map(withPlaces);
  const content = contentOf(found?.row as unknown as PlanContentRow | undefined);
  const isShown = (section: unknown) => sections.some((one) => one === section);
  const shown = comparedParts.map((part): [Part, Records] => {
    const { section } = compared[part];
    if (section !== undefined) return [part, isShown(section) ? content[part] : []];
    const stands = content.entries.filter((one) => now.includes(String(one['entryId'])));
    return [part, stands.filter((one) => isShown(one['section']))];
  });
  return { ...nothing, ...Object.fromEntries(shown) };
}

/** What differs of one thing between two versions, field by field; of what came or went, the fields that say something. */
export interface Change {
  readonly part: Part;
  readonly section: string;
  readonly id: string;
  readonly change: PlanChange;
  readonly fields: readonly { readonly field: string; readonly was: unknown; readonly now: unknown }[];
}

/** The difference of two versions, both opened. */
export const changesBetween = (before: Content, after: Content): Change[] =>
  comparedParts.flatMap((part) => {
    const { id: key, section, fields } = compared[part];
    const one = (all: Records, id: string) => all.find((record) => record[key] === id);
    const ids = [...new Set([...before[part], ...after[part]].map((record) => String(record[key])))];
    return ids.flatMap((id): Change[] => {
      const [was, now] = [one(before[part], id), one(after[part], id)];
      const differing = fields
        .map((field) => ({ field, was: was?.[field] ?? null, now: now?.[field] ?? null }))
        .filter((told) => JSON.stringify(told.was) !== JSON.stringify(told.now));
      if (differing.length === 0) return [];
      const change = was === undefined ? 'ADDED' : now === undefined ? 'REMOVED' : 'CHANGED';
      return [{ part, section: section ?? String((now ?? was)?.['section']), id, change, fields: differing }];
    });
  });
