import type { ConsentSection, PlanSection } from '#vocabulary';

/**
 * One person's consents, relations and plan, and who may read what of it, as somebody would keep them on paper, told apart from the code that decides and
 * from the statements that read. Time only goes forward, and each thing is recorded on the day on which it happens.
 */
export interface Paper {
  today: string;
  /** On that day the person is 16; undefined for an adult. */
  readonly consentsFrom: string | undefined;
  readonly caseId: string;
  readonly plan: { readonly planId: string; closedOn?: string };
  readonly consents: PaperConsent[];
  readonly relations: PaperRelation[];
  readonly appointments: { readonly appointmentId: string; readonly partyId: string; isOver?: true }[];
  readonly members: { readonly memberId: string; readonly partyId: string; isOver?: true }[];
  readonly participants: {
    readonly participantId: string;
    readonly partyId: string;
    state: 'IN' | 'LEFT' | 'REFUSED';
  }[];
  readonly entries: { readonly entryId: string; readonly section: PlanSection }[];
  readonly shares: PaperShare[];
  readonly kept: {
    readonly insightId: string;
    /** From whom; from every parent and guardian where none is told. */
    readonly partyId: string | undefined;
    readonly sections: readonly PlanSection[];
    isOver?: true;
  }[];
}
export type Scope = 'REGISTER' | 'PLAN' | 'COORDINATOR' | 'SHARE';
export interface PaperConsent {
  readonly consentId: string;
  readonly giver: Giver;
  /** To what it was given, and what is left of that. */
  readonly to: readonly Scope[];
  readonly scopes: Set<Scope>;
  until: string | undefined;
  recipients: readonly string[] | undefined;
  sections: readonly ConsentSection[] | undefined;
}
export type Giver = 'SUBJECT' | `PARENT ${string}`;
export interface PaperRelation {
  readonly relationId: string;
  readonly partyId: string;
  readonly kind: 'PARENT' | 'GUARDIAN' | 'RELATIVE' | 'SELF';
  isOver?: true;
}
export interface PaperShare {
  readonly accessId: string;
  readonly partyId: string;
  readonly memberId: string | undefined;
  sections: readonly PlanSection[];
  until: string;
  consentId: string;
  isOver?: true;
}

const last = '9999-12-31';

export const holds = (paper: Paper, { scopes, until = last }: PaperConsent, scope: Scope) =>
  scopes.has(scope) && paper.today <= until;
export const consentsTo = (paper: Paper, scope: Scope) =>
  paper.consents.some((one) => holds(paper, one, scope));

const isSame = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one?.toSorted().join() === other?.toSorted().join();

/** The same consent stands whole: to say it again changes nothing, whoever may consent by now. */
export const stands = (
  { consents }: Paper,
  said: Pick<PaperConsent, 'giver' | 'to' | 'until' | 'recipients' | 'sections'>,
) =>
  consents.some(
    (one) =>
      one.giver === said.giver &&
      one.scopes.size === one.to.length &&
      isSame(one.to, said.to) &&
      isSame(one.recipients, said.recipients) &&
      isSame(one.sections, said.sections) &&
      (said.until ?? last) <= (one.until ?? last),
  );

/** The person is old enough to consent alone, and nobody else does in the person's place. */
export const isOldEnough = ({ consentsFrom = '', today }: Paper) => consentsFrom <= today;

/** Who decides for the person. */
export const guardians = ({ relations }: Paper) =>
  relations
    .filter(({ kind, isOver }) => isOver === undefined && (kind === 'PARENT' || kind === 'GUARDIAN'))
    .map(({ partyId }) => partyId);

/** Something may be written into it, shared of it or asked for. */
export const mayGrow = (paper: Paper) => paper.plan.closedOn === undefined && consentsTo(paper, 'PLAN');
/** Something may be taken back. */
export const mayShrink = ({ plan, today }: Paper) => today <= (plan.closedOn ?? last);

/** The person said no to this one, and has not let them in since. */
export const isRefused = ({ participants }: Paper, partyId: string) =>
  participants.findLast((one) => one.partyId === partyId)?.state === 'REFUSED';

export const isIn = ({ members }: Paper, partyId: string) =>
  members.some((one) => one.partyId === partyId && one.isOver === undefined);

/** A consent that lets exactly this be shared. */
export const covers = (
  paper: Paper,
  { consentId, partyId, sections, until }: Pick<PaperShare, 'consentId' | 'partyId' | 'sections' | 'until'>,
): boolean => {
  const consent = paper.consents.find((one) => one.consentId === consentId);
  if (consent === undefined || !holds(paper, consent, 'SHARE')) return false;
  const names = consent.recipients ?? [partyId];
  const parts: readonly string[] = consent.sections ?? sections;
  return (
    names.includes(partyId) &&
    sections.every((one) => parts.includes(one)) &&
    until <= (consent.until ?? last)
  );
};

/** What is kept from one who is, or was, a parent or guardian; or from this one by name. */
const keptFrom = ({ kept, relations }: Paper, partyId: string) => {
  const isParent = relations.some(
    (one) => one.partyId === partyId && (one.kind === 'PARENT' || one.kind === 'GUARDIAN'),
  );
  return kept
    .filter((one) => one.isOver === undefined)
    .filter((one) => one.partyId === partyId || (one.partyId === undefined && isParent))
    .flatMap(({ sections }) => sections);
};

/** The sections that somebody reads of the plan because they were shared. */
export function sharedWith(paper: Paper, partyId: string): PlanSection[] {
  const { plan, today } = paper;
  if (plan.closedOn !== undefined || isRefused(paper, partyId)) return [];
  const kept = keptFrom(paper, partyId);
  const shared = paper.shares
    .filter((one) => one.partyId === partyId && one.isOver === undefined && today <= one.until)
    .filter(({ memberId }) => !paper.members.some((one) => one.memberId === memberId && one.isOver))
    .flatMap(({ sections, consentId }) => {
      const consent = paper.consents.find((one) => one.consentId === consentId);
      if (consent === undefined || !holds(paper, consent, 'SHARE')) return [];
      if (!(consent.recipients ?? [partyId]).includes(partyId)) return [];
      return sections.filter((one) => consent.sections?.includes(one) ?? true);
    })
    .filter((section) => !kept.includes(section));
  return [...new Set(shared)].toSorted();
}

/** Whoever coordinates reads all of it, while the person consents to being coordinated. */
export const coordinates = (paper: Paper, partyId: string) =>
  paper.appointments.some((one) => one.partyId === partyId && one.isOver === undefined) &&
  consentsTo(paper, 'COORDINATOR');

/** Nobody reads or writes of somebody whom they are, or are close to. */
export const isClose = ({ relations }: Paper, partyId: string) =>
  relations.some((one) => one.partyId === partyId && one.isOver === undefined);

export const entriesIn = ({ entries }: Paper, sections: readonly PlanSection[] | 'ALL') =>
  entries
    .filter(({ section }) => sections === 'ALL' || sections.includes(section))
    .map(({ entryId }) => entryId);
