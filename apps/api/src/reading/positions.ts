import { SealedTexts } from './sealed-texts.js';

/** A place in one log. */
export interface LogPosition {
  readonly logId: string;
  readonly position: bigint;
}

/**
 * Positions as clients get them (`readAfter`, `currentTo`): sealed, since how far the log has come between two of them would tell how much
 * others have recorded. Each is good for the log that it came from alone.
 */
export class PositionTexts {
  readonly #texts: SealedTexts;

  /** The same secret in every process of the API, and after every start. */
  constructor(secret: Uint8Array) {
    this.#texts = new SealedTexts(secret, 'positions');
  }

  /** Always the same text, as the answer to a repeated command must be. */
  textOf(place: LogPosition): string {
    return this.#texts.textOf(plainOf(place));
  }

  /** Another text each time: whether two of them mean the same cannot be seen. */
  passingTextOf(place: LogPosition): string {
    return this.#texts.passingTextOf(plainOf(place));
  }

  /** What one of the two was made of; undefined for any other text. The caller compares the log's id. */
  read(text: string): LogPosition | undefined {
    const plain = this.#texts.read(text);
    if (plain === undefined) return undefined;
    const [position = '', logId = ''] = plain.split('@');
    return { logId, position: BigInt(position) };
  }
}

/** Of one length, however far the log has come. */
const plainOf = ({ logId, position }: LogPosition) => `${String(position).padStart(20, '0')}@${logId}`;
