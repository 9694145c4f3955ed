import type { EventOf } from '#event-sourcing';
import type { subjectEvents } from '#subject';
import { present, type Telling } from './mapping.js';

/** What is known of a person holds for all days, whenever it was recorded. */
const always = '0001-01-01';

/** Facts of a person's own stream. The day of a death is sealed: it counts from the day on which the unit was told. */
export const ofSubject: Telling<EventOf<typeof subjectEvents>, undefined> = {
  SubjectRegistered: ({ subjectId: person, birthYear, protectedAddress }) => [
    { kind: 'SubjectRegistered', on: always, ...present({ person, birthYear, protectedAddress }) },
  ],
  SubjectIdentityLinked: ({ subjectId: person, birthYear }) => [
    { kind: 'SubjectIdentityLinked', on: always, ...present({ person, birthYear }) },
  ],
  SubjectIdentityReplaced: ({ subjectId: person, birthYear }) => [
    { kind: 'SubjectIdentityLinked', on: always, ...present({ person, birthYear }) },
  ],
  SubjectMergedInto: ({ subjectId: person, survivorId: into }) => [
    { kind: 'SubjectsMerged', on: always, person, into },
  ],
  SubjectDeceased: ({ subjectId: person, toldOn: on }) => [{ kind: 'SubjectDeceased', on, person }],
  SubjectMoved: ({ subjectId: person, movedOn: on }) => [{ kind: 'SubjectMoved', on, person }],
};
