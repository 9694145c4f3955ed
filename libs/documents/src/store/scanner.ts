import type { CodeIn } from '#event-sourcing/codes';
import type { scanOutcomes } from '../domain/codes.js';

/** One document being looked through, as it passes. */
export interface Scan {
  write(bytes: Uint8Array): Promise<void>;
  /** `FOUND`: it is not kept. Rejects where no answer came: then nothing is known of it, and it is not kept either. */
  end(): Promise<CodeIn<typeof scanOutcomes> | 'FOUND'>;
  /** The document came to nothing. */
  cancel(): void;
}

/** Looks through documents for harmful content. */
export interface DocumentScanner {
  begin(): Promise<Scan>;
}

/** Where the municipality has none. */
export const noScanner: DocumentScanner = {
  begin: async () => ({ write: async () => {}, end: async () => 'NOT_SCANNED', cancel: () => {} }),
};
