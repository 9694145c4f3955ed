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
  /** Classes whose keys are destroyed. */
  readonly disposed: readonly DisposableClass[];
}

export const initialState: Subject = {
  isRegistered: false,
  hasIdentity: false,
  birthYear: undefined,
  disposed: [],
};

export function evolve(state: Subject, { type, data }: SubjectEvent): Subject {
  switch (type) {
    case 'SubjectRegistered':
      return {
        ...state,
        isRegistered: true,
        hasIdentity: data.identityNumber !== undefined,
        birthYear: data.birthYear,
      };
    case 'SubjectIdentityLinked':
      return { ...state, hasIdentity: true, birthYear: data.birthYear ?? state.birthYear };
    case 'PersonalDataDisposed':
      return { ...state, disposed: [...new Set([...state.disposed, ...data.classes])] };
  }
}
