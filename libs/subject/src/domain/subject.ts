import type { CorrectionFact, EventOf, FactOf } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { subjectEvents } from './events.js';

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
export type DisposableClass = DataOf<'PersonalDataDisposed'>['classes'][number];

/** What decisions need to know of a person. Names and numbers are sealed, and none of their business. */
export interface Subject {
  readonly isRegistered: boolean;
  readonly hasIdentity: boolean;
  readonly birthYear: number | undefined;
  readonly protectedAddress: boolean;
  /** Classes whose keys are destroyed. */
  readonly disposed: readonly DisposableClass[];
  /** Whose registration goes on in the place of this one, which was one too many. */
  readonly mergedInto: string | undefined;
  /** The registrations that went into this one, in the order of recording. */
  readonly merged: readonly Merged[];
}
export type Merged = Pick<DataOf<'SubjectMergedFrom'>, 'mergedId' | 'goesOn'>;

export const initialState: Subject = {
  isRegistered: false,
  hasIdentity: false,
  birthYear: undefined,
  protectedAddress: false,
  disposed: [],
  mergedInto: undefined,
  merged: [],
};

export function evolve(state: Subject, { type, data }: SubjectEvent): Subject {
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
      return state;
    case 'SubjectMergedInto':
      return { ...state, mergedInto: data.survivorId };
    case 'SubjectMergedFrom':
      return { ...state, merged: [...state.merged, { mergedId: data.mergedId, goesOn: data.goesOn }] };
    case 'PersonalDataDisposed':
      return { ...state, disposed: [...new Set([...state.disposed, ...data.classes])] };
  }
}
