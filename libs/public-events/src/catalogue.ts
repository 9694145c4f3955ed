import { codeList } from '#event-sourcing/codes';
import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import type { Events, Fields } from '#event-sourcing/event';
import { subjectEvents } from '#subject';
import { type Decided, isPublished, type Published, type Shown } from './decision.js';
import { allOptional, fieldsAt, openFields } from './open-fields.js';
import { caseTable } from './tables/case.js';
import { coordinationTable } from './tables/coordination.js';
import { personTable } from './tables/person.js';

/** What an event outside is about: a case, a person's coordination, a person's registration. */
export const families = ['case', 'coordination', 'person'] as const;
export type Family = (typeof families)[number];

type Decisions = Readonly<Record<string, Decided>>;

/** The categories of the log that others are told of. */
const told: Readonly<
  Record<string, { readonly family: Family; readonly events: Events; readonly table: Decisions }>
> = {
  [caseEvents.category]: { family: 'case', events: caseEvents, table: caseTable },
  [coordinationEvents.category]: {
    family: 'coordination',
    events: coordinationEvents,
    table: coordinationTable,
  },
  [subjectEvents.category]: { family: 'person', events: subjectEvents, table: personTable },
};
export const toldCategories = Object.keys(told);

const theUnit = 'How the unit is set up and works is no case.';
/** The categories that nobody outside is told of, and why. */
export const withheldCategories: Readonly<Record<string, string>> = {
  municipality: theUnit,
  calendar: 'That a day began, everybody knows.',
  organisation: theUnit,
  party: 'It is about staff and others around a person.',
  unit: theUnit,
  followUp: 'What is agreed around a person is for those who agreed on it.',
  plan: 'What stands in a plan is for the person and those whom the plan names.',
  crisisPlan: 'A crisis plan is for the person and those to whom it was given.',
  complaint: 'A complaint is between the person, the municipality and the county governor.',
  enquiry: 'An enquiry is of nobody; what becomes of it is a case.',
  meeting: 'What a meeting comes to is told in each case.',
  board: theUnit,
  competence: theUnit,
  controlledDocument: theUnit,
  cooperation: theUnit,
  staffCompetence: 'It is about staff.',
  training: theUnit,
  accesslog: 'Where the log of readings ends is an auditor’s concern.',
  import: 'What an import brings is told by the events that it records.',
  document: 'What was written to and of somebody is read here alone.',
  subscription: 'Who subscribes is nobody else’s concern.',
  report: 'What the forum is told is an edition of figures, not of cases.',
};

/** A type of public event in one version, as it is sent for ever. */
export interface PublicType extends Pick<Published, 'says' | 'consumerMust'> {
  /** `no.samspor.case.decision-made.v1` */
  readonly type: string;
  /** The same where codes stand: `CASE_DECISION_MADE_V1`. */
  readonly code: string;
  readonly family: Family;
  readonly version: number;
  readonly revealsPlan: boolean;
  /** What every grant of it shows. */
  readonly open: Fields;
  /** What a grant shows that may know who has a plan. */
  readonly withPlan: Fields;
  /** What is fetched behind it. */
  readonly details: Fields;
  /** Both, as its schema has them. */
  readonly fields: Fields;
  /** The field of the recorded event that says when it happened. */
  readonly occurs: string | undefined;
}

export const typeOf = (family: Family, name: string, version: number) =>
  `no.samspor.${family}.${name}.v${version}`;
const codeOfType = (family: Family, name: string, version: number) =>
  `${family}_${name}_V${version}`.toUpperCase().replaceAll('-', '_');

function publicType(
  family: Family,
  { events, recorded }: { readonly events: Events; readonly recorded: string },
  published: Published,
  { shown, version }: { readonly shown: Shown; readonly version: number },
): PublicType {
  const { name, says, revealsPlan = false, consumerMust } = published;
  const declaration = events.declared[recorded];
  const declared = declaration?.fields ?? {};
  const open = openFields(declared, shown.fields, recorded);
  const plan = openFields(declared, shown.plan ?? [], recorded);
  const both = Object.keys(plan).filter((field) => Object.hasOwn(open, field));
  if (both.length > 0) throw new Error(`${recorded}.${both.join()} is shown to some in part`);
  return {
    type: typeOf(family, name, version),
    code: codeOfType(family, name, version),
    family,
    version,
    says,
    revealsPlan,
    ...(consumerMust && { consumerMust }),
    open,
    withPlan: { ...open, ...plan },
    details: fieldsAt(declared, published.details ?? [], recorded),
    fields: { ...open, ...allOptional(plan) },
    occurs: declaration?.occurs,
  };
}

/** What follows from a recorded event, the first version first. */
export function versionsOf(
  family: Family,
  recorded: { readonly events: Events; readonly recorded: string },
  decided: Decided,
): readonly PublicType[] {
  if (!isPublished(decided)) return [];
  return [decided, ...(decided.next ?? [])].map((shown, index) =>
    publicType(family, recorded, decided, { shown, version: index + 1 }),
  );
}

/** By category and recorded type. */
const byRecorded: ReadonlyMap<string, readonly PublicType[]> = new Map(
  Object.entries(told).flatMap(([category, { family, events, table }]) =>
    Object.entries(table).map(([recorded, decided]): [string, readonly PublicType[]] => [
      `${category} ${recorded}`,
      versionsOf(family, { events, recorded }, decided),
    ]),
  ),
);

/** What is told outside of a recorded event of this type; nothing where it is withheld. */
export const publicTypesOf = (category: string, recorded: string): readonly PublicType[] =>
  byRecorded.get(`${category} ${recorded}`) ?? [];

/** Every type of public event that follows from an event of its own. */
export const publicTypes: readonly PublicType[] = [...byRecorded.values()].flat();

/** Those that a grant names; the others are in every grant, since they say what to do with what one has. */
export const grantedTypes = publicTypes.filter(({ consumerMust }) => consumerMust === undefined);

/** The same as codes, with their words. */
export const publicEventTypes = codeList(
  'publicEventType',
  Object.fromEntries(grantedTypes.map(({ code, says: [, nb, nn] }) => [code, [nb, nn] as const])),
);
const typeByCode = new Map(grantedTypes.map(({ code, type }) => [code, type]));
/** The type that a grant names by this code; undefined for one that this release does not know. */
export const typeOfCode = (code: string): string | undefined => typeByCode.get(code);

export const familyOf = (category: string): Family | undefined => told[category]?.family;
