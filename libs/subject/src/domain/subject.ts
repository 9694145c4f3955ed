import type { CorrectionFact, EventOf, FactOf } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { subjectEvents } from './events.js';
import { type Relation, withEnd, withRelation } from './relation.js';

export const personRefusals = refusals('subject', {
  'no-such-subject': [
    'There is no such person here.',
    'Personen finnes ikke her.',
    'Personen finst ikkje her.',
  ],
});

export type SubjectEvents = typeof subjectEvents;
export type SubjectEvent = EventOf<SubjectEvents>;
export type SubjectFact = FactOf<SubjectEvents>;
type Declared = Exclude<SubjectFact, CorrectionFact>;
/** What a decider hands over for this event. */
export type DataOf<Type extends Declared['type']> = Extract<Declared, { type: Type }>['data'];
/** A request that nobody has confirmed yet. */
export interface DisposalRequest {
  readonly eventId: string;
  readonly requestedBy: string;
  readonly recordedAt: string;
  readonly data: Pick<DataOf<'DisposalRequested'>, 'classes' | 'legalBasis' | 'retentionClass'>;
}
/** The same for one entry. */
export interface EntryRequest {
  readonly eventId: string;
  readonly requestedBy: string;
  readonly recordedAt: string;
  readonly data: Pick<DataOf<'EntryDisposalRequested'>, 'entryStream' | 'entry' | 'legalBasis'>;
}
export type DisposableClass = DataOf<'PersonalDataDisposed'>['classes'][number];

/** What decisions need to know of a person. Names and numbers are sealed, and none of their business. */
export interface Subject {
  readonly isRegistered: boolean;
  readonly hasIdentity: boolean;
  readonly birthYear: number | undefined;
  readonly protectedAddress: boolean;
  /** The day on which the unit learned that the person is dead. */
  readonly deathToldOn: string | undefined;
  /** Classes whose keys are destroyed. */
  readonly disposed: readonly DisposableClass[];
  /** Whose registration goes on in the place of this one, which was one too many. */
  readonly mergedInto: string | undefined;
  /** The registrations that went into this one, in the order of recording. */
  readonly merged: readonly Merged[];
  /** Parents, guardians and next of kin, also those of before. */
  readonly relations: readonly Relation[];
  /** The last that was asked for and not confirmed. */
  readonly disposalRequest: DisposalRequest | undefined;
  readonly entryRequests: readonly EntryRequest[];
  /** Entries whose texts are disposed of. */
  readonly disposedEntries: readonly string[];
}
export type Merged = Pick<DataOf<'SubjectMergedFrom'>, 'mergedId' | 'goesOn'>;

export const initialState: Subject = {
  isRegistered: false,
  hasIdentity: false,
  birthYear: undefined,
  protectedAddress: false,
  deathToldOn: undefined,
  disposed: [],
  mergedInto: undefined,
  merged: [],
  relations: [],
  disposalRequest: undefined,
  entryRequests: [],
  disposedEntries: [],
};

export function evolve(state: Subject, event: SubjectEvent): Subject {
  const { type, data, id: eventId, metadata } = event;
  switch (type) {
    case 'SubjectRegistered':
      return {
        ...state,
        isRegistered: true,
        hasIdentity: data.identityNumber !== undefined,
        birthYear: data.birthYear,
        protectedAddress: data.protectedAddress,
      };
    case 'SubjectIdentityLinked':
    case 'SubjectIdentityReplaced':
      return { ...state, hasIdentity: true, birthYear: data.birthYear ?? state.birthYear };
    case 'SubjectRenamed':
    case 'ContactDetailsSet':
    case 'SubjectMoved':
      return state;
    case 'SubjectDeceased':
      return { ...state, deathToldOn: data.toldOn };
    case 'RelationRecorded':
      return { ...state, relations: withRelation(state.relations, data) };
    case 'RelationEnded':
      return { ...state, relations: withEnd(state.relations, data) };
    case 'SubjectMergedInto':
      return { ...state, mergedInto: data.survivorId };
    case 'SubjectMergedFrom':
      return { ...state, merged: [...state.merged, { mergedId: data.mergedId, goesOn: data.goesOn }] };
    case 'DisposalRequested': {
      const { requestedBy, classes, legalBasis, retentionClass } = data;
      const asked = { classes, legalBasis, retentionClass };
      return {
        ...state,
        disposalRequest: { eventId, requestedBy, recordedAt: metadata.recordedAt, data: asked },
      };
    }
    case 'PersonalDataDisposed':
      return {
        ...state,
        disposed: [...new Set([...state.disposed, ...data.classes])],
        disposalRequest: undefined,
      };
    case 'EntryDisposalRequested': {
      const { requestedBy, entryStream, entry, legalBasis } = data;
      const request = {
        eventId,
        requestedBy,
        recordedAt: metadata.recordedAt,
        data: { entryStream, entry, legalBasis },
      };
      return { ...state, entryRequests: [...withoutEntry(state, entry), request] };
    }
    case 'EntryTextsDisposed':
      return {
        ...state,
        entryRequests: withoutEntry(state, data.entry),
        disposedEntries: [...state.disposedEntries, data.entry],
      };
  }
}

const withoutEntry = ({ entryRequests }: Subject, entry: string) =>
  entryRequests.filter(({ data }) => data.entry !== entry);
