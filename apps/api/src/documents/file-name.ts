import { filedDocumentKinds } from '#documents';
import type { DocumentView } from '#projections/documents/queries';

/** Its date and what it is: no name of anybody. */
export const fileNameOf = ({
  documentDate,
  kind,
  format,
}: Pick<DocumentView, 'documentDate' | 'kind' | 'format'>): string =>
  `${documentDate}-${(filedDocumentKinds.words[kind]?.[0] ?? 'dokument').replaceAll(/[^a-zæøå]+/gi, '-').replaceAll(/[æøå]/gi, asAscii)}.${format.toLowerCase()}`;
const asAscii = (letter: string) => ({ æ: 'ae', ø: 'o', å: 'a' })[letter.toLowerCase()] ?? letter;
