import { SealedTexts } from '#apps/api/src/reading/sealed-texts';

/** How far somebody has come: everything up to this position of the log has been told. */
export interface Place {
  readonly tenant: string;
  readonly logId: string;
  readonly position: bigint;
}

/** Of the one event at the position, 0 says that all that is told of it has been; others are kept for what comes. */
const wholeEvent = '0';

/**
 * Places as subscribers get them: sealed, since how far the log has come between two of them would tell how much other municipalities record.
 * Of one length for one municipality, and good for it and its log alone.
 */
export class Cursors {
  readonly #texts: SealedTexts;

  constructor(secret: Uint8Array) {
    this.#texts = new SealedTexts(secret, 'feed-cursor');
  }

  /** Always the same text, so that a page that cannot change is the same bytes: of an event that was told. */
  textOf(place: Place): string {
    return this.#texts.textOf(plainOf(place));
  }

  /** Another text each time: of where nothing was told, so that nobody sees whether the log has moved. */
  passingTextOf(place: Place): string {
    return this.#texts.passingTextOf(plainOf(place));
  }

  /** What one of the two was made of; undefined for any other text. Whose it is, and of which log, the caller compares. */
  read(text: string): Place | undefined {
    const plain = this.#texts.read(text);
    const [tenant = '', logId = '', position = '', ordinal] = plain?.split('@') ?? [];
    return ordinal === wholeEvent ? { tenant, logId, position: BigInt(position) } : undefined;
  }
}

const plainOf = ({ tenant, logId, position }: Place) =>
  [tenant, logId, String(position).padStart(20, '0'), wholeEvent].join('@');
