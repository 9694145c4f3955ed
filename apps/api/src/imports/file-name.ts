import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problems/problem.js';
import { isCleanText } from '../validation/values.js';

/** What the file is called, where that is told. It stands in no address: it may hold a name. */
export function fileNameIn({ 'samspor-file-name': told }: IncomingHttpHeaders): string | undefined {
  if (typeof told !== 'string' || told === '') return undefined;
  const name = decoded(told);
  if (name === undefined || !isCleanText(name, 255)) throw new Problem('malformed-request.file-name');
  return name;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}
