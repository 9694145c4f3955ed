/** A document as it goes to the archive. */
export interface ToDeliver {
  readonly tenant: string;
  /** The same for the same delivery, however often it is handed over. */
  readonly deliveryId: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
  /** The message, once it is known what the file is. */
  readonly messageOf: (file: { readonly size: number; readonly sha256: string }) => string;
}

/** An answer of the archive that nobody has taken note of. */
export interface FoundReceipt {
  readonly deliveryId: string;
  /** Fails with `UnfitReceipt` where it cannot be one. */
  read(): Promise<string>;
  /** It is recorded: what was delivered is not needed any more. */
  settled(): Promise<void>;
  /** It says nothing that can be believed: it waits for somebody, with why. */
  putAside(why: string): Promise<void>;
}

/** Nothing can be handed over now; it is tried again. */
export class ArchiveAway extends Error {
  override name = 'ArchiveAway';
}

/** Where documents are handed over to the archive, and where it answers. Whatever fails with `ArchiveAway` left nothing that anybody would take. */
export interface ArchiveDelivery {
  ready(tenant: string): Promise<void>;
  /** Whole or not at all; the same again changes nothing. Fails as the content does. */
  deliver(delivery: ToDeliver): Promise<void>;
  receipts(tenant: string): Promise<readonly FoundReceipt[]>;
}
