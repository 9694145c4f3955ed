import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Exchange } from '../commands/exchange.js';
import type { Language } from './language.js';
import { ReadRoute } from './read-answer.js';

const binary = { type: 'string', format: 'binary' };

/** A read that answers with a sheet of paper, as PDF/A. */
export const PrintRoute = (summary: string) =>
  applyDecorators(
    ApiOkResponse({ content: { 'application/pdf': { schema: binary } } }),
    ReadRoute(summary, binary, 404),
  );

interface Sheet {
  readonly pdf: Uint8Array;
  readonly language: Language;
  /** Of the file, without its ending; nobody's name. */
  readonly name: string;
}

/** The answer of a `PrintRoute`. */
export function printed(reply: Exchange['reply'], { pdf, language, name }: Sheet): StreamableFile {
  reply.header('Vary', 'Accept-Language').header('Content-Language', language);
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    length: pdf.length,
    disposition: `attachment; filename="${name}.pdf"`,
  });
}
