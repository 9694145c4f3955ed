/**
 * One person's cases and coordination as somebody would keep them on paper, told apart from the code that decides. Time only goes forward, and
 * each thing is recorded on the day on which it happens.
 */
export interface Naive {
  today: string;
  readonly place: Place;
  /** On that day the person is of age; undefined for who is already. */
  readonly adultOn: string | undefined;
  readonly cases: NaiveCase[];
  readonly consents: NaiveConsent[];
  readonly proposals: NaiveProposal[];
  readonly appointments: NaiveAppointment[];
  readonly sheets: NaiveSheet[];
  readonly plans: NaivePlan[];
  readonly members: NaiveMember[];
}

/** What the five municipalities differ in, as DOMAIN has it: who decides, and whose answers an appointment needs. */
export interface Place {
  readonly profile: 'hamar' | 'alesund' | 'aure' | 'stranda' | 'folldal';
  readonly decides: 'KE' | 'KE_MEETING' | 'BOARD' | 'TEAM';
  readonly leaderConcurs: boolean;
  readonly candidateAnswers: boolean;
  readonly groupNeedsPlan: boolean;
  readonly offersGroup: boolean;
}

export const places: readonly Place[] = [
  {
    profile: 'hamar',
    decides: 'KE',
    leaderConcurs: true,
    candidateAnswers: false,
    groupNeedsPlan: true,
    offersGroup: false,
  },
  {
    profile: 'alesund',
    decides: 'KE',
    leaderConcurs: false,
    candidateAnswers: false,
    groupNeedsPlan: false,
    offersGroup: false,
  },
  {
    profile: 'aure',
    decides: 'KE_MEETING',
    leaderConcurs: false,
    candidateAnswers: false,
    groupNeedsPlan: false,
    offersGroup: true,
  },
  {
    profile: 'stranda',
    decides: 'BOARD',
    leaderConcurs: false,
    candidateAnswers: false,
    groupNeedsPlan: false,
    offersGroup: false,
  },
  {
    profile: 'folldal',
    decides: 'TEAM',
    leaderConcurs: false,
    candidateAnswers: true,
    groupNeedsPlan: false,
    offersGroup: false,
  },
];

export type Item = 'INDIVIDUAL_PLAN' | 'COORDINATOR' | 'CHILD_COORDINATOR' | 'GROUP';
export type Outcome = 'GRANTED' | 'REFUSED';
export type Scope = 'REGISTER' | 'PLAN' | 'COORDINATOR' | 'SHARE';
export type Kind = 'ORDINARY' | 'CHILD';

export interface NaiveCase {
  readonly caseId: string;
  saidNo: boolean;
  receivedOn?: string;
  items?: readonly Item[];
  withdrawn?: boolean;
  /** Meetings to which it was called, with their days. */
  readonly meetings: Map<string, string>;
  recommended?: boolean;
  board?: {
    readonly meetingId: string;
    readonly outcome: 'APPROVED' | 'RETURNED' | 'REJECTED';
    readonly on: string;
  };
  /** An answer against the conditions was read by another, who agreed. */
  wasRead?: boolean;
  decided?: { readonly on: string; readonly answers: ReadonlyMap<Item, Outcome> };
  notified?: boolean;
  closed?: { readonly on: string; readonly reason: string };
}
export interface NaiveConsent {
  readonly consentId: string;
  readonly scopes: Set<Scope>;
}
export interface NaiveProposal {
  readonly proposalId: string;
  readonly kind: Kind;
  readonly candidateId: string;
  readonly unit: string;
  leader?: boolean;
  candidate?: boolean;
  over?: boolean;
}
export interface NaiveAppointment {
  readonly appointmentId: string;
  readonly kind: Kind;
  readonly temporary: boolean;
  readonly from: string;
  to?: string;
  reason?: string;
}
/** What a coordinator left, of which appointment. */
export interface NaiveSheet {
  readonly handoverId: string;
  readonly of: string;
  isRead?: boolean;
}
export interface NaivePlan {
  readonly planId: string;
  to?: string;
  reason?: string;
}
export interface NaiveMember {
  readonly memberId: string;
  readonly partyId: string;
  to?: string;
}

/** What a step should come to: it must be recorded, it must be refused, or neither is for the invariants to say. */
export type Expected = 'recorded' | 'refused' | 'either';

/** A closed case takes what happened until its last day. */
export const isOpen = ({ closed }: NaiveCase, today: string) => closed === undefined || today <= closed.on;

export const hasConsent = ({ consents }: Naive, scope: Scope) =>
  consents.some(({ scopes }) => scopes.has(scope));

export const isChild = ({ adultOn, today }: Naive) => adultOn !== undefined && today < adultOn;

export const activePlan = ({ plans }: Naive) => plans.find(({ to }) => to === undefined);

/** Who coordinates, or is to, in that place. */
export const inPlace = ({ appointments }: Naive, kind: Kind, temporary: boolean) =>
  appointments.filter((one) => one.to === undefined && one.kind === kind && one.temporary === temporary);

export const grants = ({ decided }: NaiveCase, item: Item) => decided?.answers.get(item) === 'GRANTED';
export const grantsAnything = ({ decided }: NaiveCase) =>
  [...(decided?.answers.values() ?? [])].includes('GRANTED');
/** Closed for what leaves nothing of its grant; or something ended because nothing is needed any more: then it is for the rules to say. */
export const mayBeUsedUp = ({ appointments, plans }: Naive, of: NaiveCase) =>
  of.closed !== undefined ||
  appointments.some(({ to }) => to !== undefined) ||
  plans.some(({ to }) => to !== undefined);
