import { partOf } from '#event-sourcing';
import { actorRoles, viewerRoles } from '#personal-data';
import { units } from '#vocabulary';
import {
  code,
  codeOf,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
} from '../reading/shape.js';
import { OptionalField } from '../validation/decorators.js';
import { LoginSubject, StartKey, Tenant } from '../validation/who-decorators.js';

const roles = codeOf(partOf(actorRoles, ...viewerRoles));
const standing = { roles: list(roles), units: list(code(units)) };

const by = oneOf(['PROVIDER', 'DEMONSTRATION', 'NONE'], 'Where people sign in here');
const signedOut = object({
  signedIn: { type: 'boolean', enum: [false] },
  by,
  mayChoose: flag('A demonstration, in which nobody was chosen yet'),
  persons: flag('Persons sign in here to what is their own, at a provider of theirs'),
});
const signedIn = object({
  signedIn: { type: 'boolean', enum: [true] },
  by: oneOf(['PROVIDER', 'DEMONSTRATION']),
  name: orNull(text()),
  municipality: text('In which it works now'),
  municipalities: list(object({ municipality: text(), ...standing })),
  ...standing,
  idleEndsAt: instant(),
  endsAt: instant(),
  letterOutbox: flag('Letters may go out here through an outbox'),
  draftKey: text('32 bytes in base64url, with which the browser encrypts what it keeps'),
});
export const sessionAnswer: Shape = { oneOf: [signedOut, signedIn] };

export const demonstrationAnswer = object({
  municipalities: list(object({ municipality: text(), name: text(), languageForm: oneOf(['nb', 'nn']) })),
  people: list(
    object({
      sub: text(),
      name: text(),
      role: roles,
      unit: orNull(code(units)),
      title: object({ nb: text(), nn: text() }),
    }),
  ),
});

export const endedAnswer = object({ goTo: orNull(text('Where the provider ends its own session')) });

export class StartKeyBody {
  @StartKey()
  key!: string;
}

export class PlaceBody {
  @Tenant()
  municipality!: string;

  @OptionalField()
  @LoginSubject('Whom to play in a demonstration; the one of before unless told')
  sub?: string;
}
