import { LogFault, refusals, Rejection, type SealedPlace } from '#event-sourcing';

const keyRefusals = refusals('personal-data', {
  disposed: [
    'This personal data has been disposed of: its key no longer exists.',
    'Disse personopplysningene er slettet: nøkkelen deres finnes ikke lenger.',
    'Desse personopplysningane er sletta: nøkkelen deira finst ikkje lenger.',
  ],
  'disposed.of': [
    'The personal data of class {class} of {owner} has been disposed of: nothing more can be recorded under it.',
    'Personopplysningene i klassen {class} om {owner} er slettet: ingenting mer kan registreres under den.',
    'Personopplysningane i klassen {class} om {owner} er sletta: ingenting meir kan registrerast under den.',
  ],
});

const loginRefusals = refusals('parties', {
  'login-taken': [
    'This login belongs to another party already.',
    'Denne påloggingen hører allerede til en annen part.',
    'Denne pålogginga høyrer alt til ein annan part.',
  ],
});

/** Every refusal of the vault. */
export const personalDataRefusals = [keyRefusals, loginRefusals] as const;

/** The login is bound to another party already; a login is one person. */
export class LoginBound extends Rejection {
  constructor() {
    const { code, phrase } = loginRefusals.refusal('login-taken');
    super(code, phrase);
    this.name = 'LoginBound';
  }
}

/** Something was to be recorded on a person whose keys have been destroyed. Nothing can be, ever again. */
export class KeyDestroyed extends Rejection {
  constructor(of?: { readonly owner: string; readonly class: string }) {
    const { code, phrase } = of ? keyRefusals.refusal('disposed.of', of) : keyRefusals.refusal('disposed');
    super(code, phrase);
    this.name = 'KeyDestroyed';
  }
}

/** Something was found that this disclosure was not for; nothing was opened. */
export class DisclosureRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DisclosureRefused';
  }
}

const placeOf = ({ stream, eventId, field }: SealedPlace) =>
  `the field "${field}" of the event ${eventId} in ${stream}`;

/** A key is gone from the vault and no disposal accounts for it: the vault is older than the log, or not this log's. */
export class LostKey extends LogFault {
  constructor(
    readonly keyId: string,
    place: SealedPlace,
  ) {
    super(
      `The vault has no key ${keyId} for ${placeOf(place)}, and no disposal accounts for it. ` +
        `Restore the vault from a backup that is newer than the log's; until then nothing is read past this event.`,
    );
    this.name = 'LostKey';
  }
}

/** Something was to be recorded on a person whose key is gone from the vault although no disposal accounts for it. */
export class LostSeat extends LogFault {
  constructor({ owner, class: recordClass }: { readonly owner: string; readonly class: string }) {
    super(
      `The vault had a key of class ${recordClass} for ${owner} and has it no more, and no disposal accounts for it. ` +
        `Restore the vault from its backup; until then nothing can be recorded under it.`,
    );
    this.name = 'LostSeat';
  }
}

/** A key in the vault is not what was wrapped there: damaged, or brought from another vault. */
export class DamagedKey extends LogFault {
  constructor(
    readonly keyId: string,
    options?: ErrorOptions,
  ) {
    super(
      `The key ${keyId} in the vault cannot be unwrapped with the municipality's key: it is damaged, or of another vault. ` +
        `Restore the vault from its backup; until then nothing that it seals can be read.`,
      options,
    );
    this.name = 'DamagedKey';
  }
}

/** A sealed field is not what was sealed at this place: damaged, forged or moved. */
export class DamagedField extends LogFault {
  constructor(place: SealedPlace) {
    super(
      `It cannot be opened: ${placeOf(place)} does not fit its key, its place or its commitment. ` +
        `Compare the event with a backup of the log.`,
    );
    this.name = 'DamagedField';
  }
}

/** Another identity number, or another body, came under a command id that has claimed one already. */
export class ClaimConflict extends Error {
  constructor(readonly commandId: string) {
    super('The same Idempotency-Key was used before with another identity number or another body.');
    this.name = 'ClaimConflict';
  }
}
