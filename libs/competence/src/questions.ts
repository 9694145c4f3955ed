import { type CommandRunner, streamName } from '#event-sourcing';
import { type LawReference, lawReferences } from '#vocabulary';
import { basicCourses, courses } from './domain/codes.js';
import { deciderOf, type RecordKind } from './domain/records.js';
import {
  competenceDecider,
  competenceEvents,
  type CompetenceEvent,
  type Topic,
} from './domain/topics/decide.js';

type Log = Pick<CommandRunner, 'look'>;

/** The stream of one of the unit's own records; of a topic, which there is one of, the id is the topic. */
export const recordStream = (tenant: string, kind: RecordKind, id: string) =>
  streamName(deciderOf(kind).events.category, tenant, id);

type DataOf<Type extends CompetenceEvent['type']> = Extract<CompetenceEvent, { readonly type: Type }>['data'];

/** What was told of one topic, by type. */
async function told(log: Log, tenant: string, topic: Topic) {
  const stream = streamName(competenceEvents.category, tenant, topic);
  const { effective: all } = await log.look(competenceDecider, stream);
  const of = <Type extends CompetenceEvent['type']>(type: Type) =>
    all.flatMap((event) => (event.type === type ? [event.data as DataOf<Type>] : []));
  return { all, of };
}

/** A course as it stands: the municipality's own words, sealed, where it has any. */
export interface Course {
  readonly courseCode: string;
  readonly words: Pick<DataOf<'CourseListed'>, 'nb' | 'nn'> | undefined;
  readonly isBasic: boolean;
  readonly withdrawnOn: string | undefined;
}

/** The usual courses and the municipality's own, as they stand by what was recorded last of each. */
export async function coursesOf(log: Log, tenant: string): Promise<readonly Course[]> {
  const { all, of } = await told(log, tenant, 'courses');
  const listed = of('CourseListed');
  const codes = [...new Set<string>([...courses.codes, ...listed.map(({ courseCode }) => courseCode)])];
  return codes.map((courseCode) => {
    const words = listed.findLast((one) => one.courseCode === courseCode);
    const last = all.findLast(({ data }) => 'courseCode' in data && data.courseCode === courseCode);
    return {
      courseCode,
      words: words && { nb: words.nb, nn: words.nn },
      isBasic: words?.isBasic ?? basicCourses.includes(courseCode),
      withdrawnOn: last?.type === 'CourseWithdrawn' ? last.data.withdrawnOn : undefined,
    };
  });
}

/** A reference to the law as it stands: shipped with the program, or the municipality's own, whose words are sealed. */
export interface Reference extends Pick<DataOf<'LawReferenceListed'>, 'validFrom' | 'validUntil'> {
  readonly reference: string;
  readonly words: LawReference['words'] | Pick<DataOf<'LawReferenceListed'>, 'nb' | 'nn'>;
  readonly replacedBy: readonly string[];
}

/** What papers cite of the law, entry by entry: what a municipality has listed stands in the place of what is shipped. */
export async function lawReferencesOf(log: Log, tenant: string): Promise<readonly Reference[]> {
  const { of } = await told(log, tenant, 'lawReferences');
  const own = of('LawReferenceListed');
  const codes = [...new Set([...Object.keys(lawReferences), ...own.map(({ reference }) => reference)])];
  return codes.flatMap((reference): Reference[] => {
    const last = own.findLast((one) => one.reference === reference);
    if (last !== undefined) {
      const { nb, nn, validFrom, validUntil, replacedBy = [] } = last;
      const days = { ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) };
      return [{ reference, words: { nb, nn }, ...days, replacedBy }];
    }
    const shipped = lawReferences[reference];
    if (shipped === undefined) return [];
    const { words, from, to, replacedBy = [] } = shipped;
    return [
      { reference, words, ...(from && { validFrom: from }), ...(to && { validUntil: to }), replacedBy },
    ];
  });
}

/** The codes of a list that the municipality adds to, beside the usual ones. */
export async function ownCodesIn(log: Log, tenant: string, list: string): Promise<readonly string[]> {
  if (list === courses.name) {
    return (await told(log, tenant, 'courses')).of('CourseListed').map(({ courseCode }) => courseCode);
  }
  const { of } = await told(log, tenant, 'lawReferences');
  return of('LawReferenceListed').map(({ reference }) => reference);
}

export type Material = DataOf<'InformationMaterialPublished'> &
  Partial<Pick<DataOf<'InformationMaterialWithdrawn'>, 'withdrawnOn'>>;
/** Everything that people were informed by, the newest first; what is withdrawn says so. */
export async function materialOf(log: Log, tenant: string): Promise<readonly Material[]> {
  const { of } = await told(log, tenant, 'material');
  const ended = of('InformationMaterialWithdrawn');
  return of('InformationMaterialPublished')
    .map((one) => {
      const end = ended.find(({ materialId }) => materialId === one.materialId);
      return { ...one, ...(end && { withdrawnOn: end.withdrawnOn }) };
    })
    .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn));
}
export const isCurrent = ({ publishedOn, withdrawnOn = '9999' }: Material, day: string): boolean =>
  publishedOn <= day && day < withdrawnOn;

/** Every plan for competence that was adopted, the newest period first. */
export async function competencePlansOf(
  log: Log,
  tenant: string,
): Promise<readonly DataOf<'CompetencePlanAdopted'>[]> {
  const { of } = await told(log, tenant, 'plans');
  return of('CompetencePlanAdopted').toSorted((one, other) => other.validFrom.localeCompare(one.validFrom));
}
