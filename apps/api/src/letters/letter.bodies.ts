import { caseEvents, recipients, type Recipient } from '#casework';
import { languages } from '#vocabulary';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import {
  CodeOf,
  Digest,
  ListOfCodes,
  OpaqueId,
  OptionalField,
  PersonalText,
  textOf,
} from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

const { LetterDispatched, LetterDelivered, LetterReturned } = caseEvents.declared;

export class WrittenTextBody {
  @textOf(
    'letterField',
    sayFault('id'),
    /^[a-z][A-Za-z0-9.]{0,79}$/,
    { maxLength: 80, example: 'decision.facts' },
    'A field that the template asks for',
  )
  field!: string;

  @PersonalText(10_000, {
    lines: true,
    description: 'A text; of a day YYYY-MM-DD, of a yes or no `true` or `false`',
  })
  text!: string;
}

/** A letter as it is to be. */
export class LetterBody {
  @OpaqueId('Of `GET /v1/letter-templates`')
  template!: string;

  @OptionalField()
  @CodeOf(languages, 'The municipality’s own unless told')
  language?: 'NB' | 'NN';

  @CodeOf(recipients, 'To whom; a letter has one receiver')
  recipient!: Recipient;

  @OptionalField()
  @OpaqueId('Who that is, a party: needed for whoever is not the person')
  recipientId?: string;

  @OptionalField()
  @ListOfCodes(recipients, { description: 'Who gets a copy' })
  copyTo?: Recipient[];

  @OptionalField()
  @OpaqueId(
    'The complaint in this case that it is about: it tells what its writer does not, and the letter is filed on it',
  )
  complaintId?: string;

  @OptionalField()
  @ListOf(() => WrittenTextBody, { max: 50, description: 'What the template asks its writer for' })
  texts?: WrittenTextBody[];
}

export class IssueLetterBody extends LetterBody {
  @Digest('Of the preview: what was seen is what is issued, else 412')
  digest!: string;
}

export class DispatchLetterBody extends bodyOf(LetterDispatched, {
  channel: says('LETTER, DIGITAL_POST, IN_PERSON or SERVICE_OFFICE'),
  throughOutbox: says(
    'The program lays it where whoever prints and posts fetches it, where the installation has such an outbox',
  ),
  dispatchedOn: todayUnlessTold,
}) {}

export class LetterDeliveredBody extends bodyOf(LetterDelivered, {
  deliveredOn: todayUnlessTold,
  proof: says('How it is known; ASSUMED where it is not'),
}) {}

export class LetterReturnedBody extends bodyOf(LetterReturned, {
  returnedOn: todayUnlessTold,
  cause: plain,
  note: plain,
}) {}
