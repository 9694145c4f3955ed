import type { Intent, Rejection } from '#event-sourcing/decider';
import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { CaseFact, Criterion, DataOf, ItemCode } from './case.js';

/** What a case needs to know of the person, as read from the person's own stream. */
export type Subject = 'KNOWN' | 'UNKNOWN' | 'DISPOSED';
/** What a case needs to know of the municipality's profile. */
export interface Profile {
  readonly items: readonly ItemCode[];
  readonly deciderBody: DataOf<'DecisionMade'>['decidedBy'];
}
/** A live step in another stream that rests on this case; it may not begin before the decision. */
export type Resting = Rejection['restsOn'][number] & { readonly begins: string };

type Without<Data, Keys extends PropertyKey> = { readonly [K in keyof Data as Exclude<K, Keys>]: Data[K] };
/** What a caseworker says of a step; the ids of case and person are the case's own. */
export type Said<Name extends CaseFact['type']> = Without<DataOf<Name>, 'caseId' | 'subjectId'>;
/** `subject`: the person whose case it is. */
type OnCase<Type extends string, Data> = Intent<
  Type,
  { readonly caseId: string; readonly subject: Subject } & Data
>;
/** Whether whom the step names is registered in the municipality. */
interface NamesParty {
  readonly partyIsKnown: boolean;
}

/** Opens a case with a need. */
export type NotifyNeed = OnCase<'NotifyNeed', Said<'NeedNotified'> & { readonly subjectId: string }>;
/** Opens a case with an application, or joins one that is there. */
export type ReceiveApplication = OnCase<
  'ReceiveApplication',
  Said<'ApplicationReceived'> & {
    readonly joins: boolean;
    readonly subjectId: string;
    /** Undefined where no profile was adopted. */
    readonly profile: Profile | undefined;
  }
>;
export type CompleteApplication = OnCase<'CompleteApplication', Said<'ApplicationCompleted'>>;
export type AssignMapping = OnCase<'AssignMapping', Said<'MappingAssigned'> & NamesParty>;
export type CompleteMapping = OnCase<'CompleteMapping', Said<'MappingCompleted'> & NamesParty>;
export type ConveneKeMeeting = OnCase<'ConveneKeMeeting', Said<'KeMeetingConvenedForCase'>>;
export interface Assessment {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly reason: string;
}
/** Criteria and answers together: the assessments are dated as the decision and stand before it in the stream. */
export type MakeDecision = OnCase<
  'MakeDecision',
  Said<'DecisionMade'> & {
    readonly criteria: readonly Assessment[];
    readonly profile: Profile | undefined;
  }
>;
export type NotifyDecision = OnCase<'NotifyDecision', Said<'DecisionNotified'>>;
export type WithdrawApplication = OnCase<'WithdrawApplication', Said<'ApplicationWithdrawn'>>;

/** Puts right values in place of wrong ones in one event of the case. */
export type CorrectCaseEvent = OnCase<
  'CorrectCaseEvent',
  NamesParty & {
    readonly eventId: string;
    readonly changed: Readonly<Record<string, unknown>>;
    readonly reason: string;
    readonly profile: Profile | undefined;
    readonly restingElsewhere: readonly Resting[];
  }
>;
/** Says that an event, a correction or an annulment of the case should not have been recorded. */
export type AnnulCaseEvent = OnCase<
  'AnnulCaseEvent',
  {
    readonly eventId: string;
    readonly reasonCode: RecordedInErrorReason;
    readonly reason: string;
    readonly restingElsewhere: readonly Resting[];
  }
>;

export type CaseIntent =
  | NotifyNeed
  | ReceiveApplication
  | CompleteApplication
  | AssignMapping
  | CompleteMapping
  | ConveneKeMeeting
  | MakeDecision
  | NotifyDecision
  | WithdrawApplication
  | CorrectCaseEvent
  | AnnulCaseEvent;
