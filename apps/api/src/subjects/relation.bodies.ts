import { subjectEvents } from '#subject';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { OptionalField } from '../validation/decorators.js';
import { EmailAddress, Telephone } from '../validation/who-decorators.js';

const { RelationRecorded, RelationEnded } = subjectEvents.declared;

export class RecordRelationBody extends bodyOf(RelationRecorded, {
  partyId: plain,
  kind: plain,
  validFrom: todayUnlessTold,
  validUntil: says('Last day on which it holds; until ended where none is told'),
  parentalResponsibility: says('Of a parent alone; true unless told'),
  scope: says('What a guardianship covers'),
  restriction: says('What this one may not decide or be told'),
  mayBeContacted: says('Whether the person agrees that the unit turns to this one'),
}) {
  @OptionalField()
  @Telephone()
  telephone?: string;

  @OptionalField()
  @EmailAddress()
  email?: string;
}

export class EndRelationBody extends bodyOf(RelationEnded, {
  endedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}
