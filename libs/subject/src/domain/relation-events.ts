import { codeList, same } from '#event-sourcing/codes';
import {
  codeOf,
  dayToCome,
  flag,
  id,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';

/** What somebody is to a person whom the unit serves. A guardian is appointed for the person; parents are those of a child or an adult. */
export const relationKinds = codeList('relationKind', {
  PARENT: same('forelder'),
  GUARDIAN: ['verge', 'verje'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  RELATIVE: ['annen slektning eller nærstående', 'annan slektning eller nærståande'],
  /** One who works here and is the person. */
  SELF: ['personen selv, som er ansatt her', 'personen sjølv, som er tilsett her'],
});

export const relationEndReasons = codeList('relationEndReason', {
  GUARDIANSHIP_ENDED: ['vergemålet er opphevet', 'verjemålet er oppheva'],
  REPLACED: ['en annen har overtatt', 'ein annan har teke over'],
  DECEASED: ['vedkommende er død', 'vedkomande er død'],
  SUBJECT_WISH: ['etter ønske fra personen', 'etter ønske frå personen'],
  OTHER: ['annet', 'anna'],
});

const of = { of: 'subjectId', class: 'PERSON' } as const;

/** Parents, guardians and next of kin, each a party with a period (F11). */
export const relationEvents = {
  RelationRecorded: v1(
    {
      subjectId: id(),
      relationId: newId('relation'),
      partyId: ref('party'),
      kind: codeOf(relationKinds),
      validFrom: localDate(),
      /** The last day on which it holds; until ended where there is none. */
      validUntil: optional(dayToCome()),
      /** Of a parent alone: whether with parental responsibility (barnelova § 30). */
      parentalResponsibility: optional(flag()),
      /** What a guardianship covers. */
      scope: optional(personal.text({ ...of, max: 1000 })),
      /** What this one may not decide or be told. */
      restriction: optional(personal.text({ ...of, max: 1000 })),
      /** Whether the person agrees that the unit turns to this one. */
      mayBeContacted: optional(flag()),
      telephone: optional(personal.text({ ...of, max: 40 })),
      email: optional(personal.text({ ...of, max: 254 })),
    },
    { occurs: 'validFrom' },
  ),
  /** From that day on it holds no more. */
  RelationEnded: v1(
    {
      subjectId: id(),
      relationId: idOf('relation'),
      endedOn: dayToCome(),
      reasonCode: codeOf(relationEndReasons),
      reason: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'endedOn' },
  ),
};
