import type { CodeIn } from '#event-sourcing/codes';
import type { relationKinds } from './relation-events.js';

/** Who somebody is to the person, and when. */
export interface Relation {
  readonly relationId: string;
  readonly partyId: string;
  readonly kind: CodeIn<typeof relationKinds>;
  readonly validFrom: string;
  /** The last day on which it holds. */
  readonly validUntil?: string | undefined;
  /** From that day on it holds no more. */
  readonly endedOn?: string | undefined;
  /** Of a parent alone. */
  readonly parentalResponsibility?: boolean | undefined;
}

/** Whether it holds on a day. */
export const isRelated = (
  { validFrom, validUntil, endedOn }: Pick<Relation, 'validFrom' | 'validUntil' | 'endedOn'>,
  day: string,
): boolean => validFrom <= day && day <= (validUntil ?? day) && (endedOn === undefined || day < endedOn);

/** Whether this one decides for the person: a guardian, or a parent with parental responsibility. */
export const decidesFor = ({
  kind,
  parentalResponsibility,
}: Pick<Relation, 'kind' | 'parentalResponsibility'>): boolean =>
  kind === 'GUARDIAN' || (kind === 'PARENT' && parentalResponsibility !== false);

export function withRelation(relations: readonly Relation[], recorded: Relation): readonly Relation[] {
  const { relationId, partyId, kind, validFrom, validUntil, parentalResponsibility } = recorded;
  return [...relations, { relationId, partyId, kind, validFrom, validUntil, parentalResponsibility }];
}

export const withEnd = (
  relations: readonly Relation[],
  { relationId, endedOn }: Pick<Required<Relation>, 'relationId'> & { readonly endedOn: string },
): readonly Relation[] => relations.map((one) => (one.relationId === relationId ? { ...one, endedOn } : one));
