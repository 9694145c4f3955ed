import type { CodeIn } from '#event-sourcing/codes';
import type { documentFormats } from '../domain/codes.js';

export type DocumentFormat = CodeIn<typeof documentFormats>;

/** What each format is called over HTTP. */
export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  TXT: 'text/plain',
};

/** The format that a media type names, whatever parameters it has; undefined for any other. */
export function formatOf(mediaType: string): DocumentFormat | undefined {
  const essence = mediaType.split(';', 1)[0]?.trim().toLowerCase();
  return (Object.keys(mediaTypes) as DocumentFormat[]).find((format) => mediaTypes[format] === essence);
}
