import { codeList } from '#event-sourcing/codes';
import {
  code,
  codeOf,
  events,
  flag,
  id,
  idOf,
  integer,
  list,
  localDate,
  optional,
  personal,
  v1,
} from '#event-sourcing/event';
import { legalBases } from '#vocabulary';

/** Record classes whose keys can be destroyed for one person. */
export const disposableClasses = codeList('disposableClass', {
  PERSON: ['personalia', 'personalia'],
  CASE: ['saken', 'saka'],
  COORDINATION: ['koordineringen', 'koordineringa'],
});

const of = { of: 'subjectId', class: 'PERSON' } as const;

/** Who a person is. Years of birth stand readable, so that statistics need no key; everything else is sealed. */
export const subjectEvents = events(
  { category: 'subject', owner: 'subjectId', class: 'PERSON' },
  {
    SubjectRegistered: v1({
      subjectId: id(),
      givenName: personal.text({ ...of, max: 200 }),
      familyName: personal.text({ ...of, max: 200 }),
      /** 11 digits: fødselsnummer or D-nummer. */
      identityNumber: optional(personal.text({ ...of, max: 11 })),
      birthDate: optional(personal.date(of)),
      birthYear: optional(integer(1850, 2199)),
      protectedAddress: flag(),
    }),
    SubjectIdentityLinked: v1({
      subjectId: id(),
      identityNumber: personal.text({ ...of, max: 11 }),
      birthDate: optional(personal.date(of)),
      birthYear: optional(integer(1850, 2199)),
    }),
    /** The keys of these record classes are destroyed; what they sealed reads as disposed from now on. */
    PersonalDataDisposed: v1(
      {
        subjectId: id(),
        classes: list(codeOf(disposableClasses)),
        legalBasis: code(legalBases),
        retentionClass: code(),
        confirmedBy: idOf('party'),
        disposedOn: localDate(),
      },
      { occurs: 'disposedOn' },
    ),
  },
);
