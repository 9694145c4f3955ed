import { Parser } from 'saxen';
import type { CodeIn } from '#event-sourcing/codes';
import type { archiveFailures } from '../domain/codes.js';

/** What the archive answered to a delivery. */
export type Receipt =
  | { readonly kind: 'ARCHIVED'; readonly archivedAs: string }
  | { readonly kind: 'FAILED'; readonly cause: CodeIn<typeof archiveFailures> };

/** A file that says nothing that can be believed of a delivery; the message is for whoever looks after the archive. */
export class UnfitReceipt extends Error {
  override name = 'UnfitReceipt';
}

const failures: ReadonlyMap<string, CodeIn<typeof archiveFailures>> = new Map([
  ['ugyldigforespoersel', 'REFUSED'],
  ['ikkefunnet', 'NOT_FOUND'],
  ['serverfeil', 'ARCHIVE_FAULT'],
] as const);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** No receipt for one document is nearly so long. */
export const mostReceiptBytes = 1024 * 1024;

/**
 * Reads what Fiks Arkiv answers: `arkivmeldingKvittering` with a registry entry that was made or failed, or one of the error messages as a whole. Fails
 * with `UnfitReceipt` where it is neither.
 */
export function readReceipt(xml: string): Receipt {
  const { root, texts, names } = walked(xml);
  const failure = failures.get(root.toLowerCase());
  if (failure !== undefined) return { kind: 'FAILED', cause: failure };
  if (root !== 'arkivmeldingKvittering') {
    throw new UnfitReceipt(`It is no arkivmeldingKvittering and no error message, but ${root || 'empty'}.`);
  }
  if (names.has('registreringFeilet') || names.has('mappeFeilet')) {
    return { kind: 'FAILED', cause: 'REFUSED' };
  }
  const archivedAs = texts.get('arkivmeldingKvittering/registreringKvittering/systemID')?.trim() ?? '';
  if (!uuid.test(archivedAs)) {
    throw new UnfitReceipt('It names no registry entry: registreringKvittering/systemID must be a UUID.');
  }
  return { kind: 'ARCHIVED', archivedAs: archivedAs.toLowerCase() };
}

function walked(xml: string) {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnfitReceipt('It declares entities, which are not read.');
  const path: string[] = [];
  const texts = new Map<string, string>();
  const names = new Set<string>();
  let root = '';
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  const heard = (text: string) => {
    const at = path.join('/');
    texts.set(at, `${texts.get(at) ?? ''}${text}`);
  };
  const parser = new Parser()
    .on('openTag', (name) => {
      path.push(bare(name));
      names.add(bare(name));
      root ||= bare(name);
      if (path.length > 30) throw new UnfitReceipt('It nests too deeply.');
    })
    .on('closeTag', () => void path.pop())
    .on('text', (text, decode) => heard(decode(text)))
    .on('cdata', heard)
    .on('warn', () => {
      throw new UnfitReceipt('It is not well-formed XML.');
    });
  try {
    parser.parse(xml);
  } catch (error) {
    throw error instanceof UnfitReceipt
      ? error
      : new UnfitReceipt('It is not well-formed XML.', { cause: error });
  }
  return { root, texts, names };
}
