import { ApiProperty } from '@nestjs/swagger';
import { notNeeded, packageGaps } from '#case-package';
import { filedDocumentKinds } from '#documents';
import { languages, packageEntries } from '#vocabulary';
import { ComplaintAnswer } from '../complaints/receiving.controller.js';
import { codeOf, date, flag, integer, list, object, orNull, text } from '../reading/shape.js';

/** A package as it would be closed now. */
export const packagePreviewAnswer = object({
  digest: text('SHA-256 of the PDF; say it when the package is closed'),
  language: codeOf(languages),
  title: text(),
  isComplete: flag('Nothing lacks that is not explained: it may be closed'),
  index: list(
    object({
      entry: codeOf(packageEntries),
      number: integer(),
      events: integer(),
      gap: orNull(codeOf(packageGaps, 'What lacks')),
      notNeeded: orNull(codeOf(notNeeded, 'Why there is nothing to tell')),
      sentence: orNull(text('Either of them in words, in the language of the package')),
      explanation: orNull(text()),
      documents: list(
        object({
          number: text('Such as 1.2'),
          documentId: text(),
          file: text('What it is called in the ZIP'),
          kind: codeOf(filedDocumentKinds),
          documentDate: date(),
        }),
      ),
    }),
  ),
  names: list(object({ partyId: text('Say it to leave the name out'), name: text() })),
  texts: list(
    object({
      eventId: text('Say it, with the field, to leave the text out'),
      field: text(),
      occurredOn: date(),
      title: text(),
      called: text('What the field is called'),
      inWords: text(),
    }),
  ),
  text: text('To be read aloud'),
  html: text('A page of its own'),
  pdf: text('Base64: the very bytes that will be kept'),
  unprintable: list(text('A character that the typeface does not have: a box stands in its place')),
});

export class ClosedPackageAnswer extends ComplaintAnswer {
  @ApiProperty()
  packageId!: string;

  @ApiProperty({ description: 'What Samspor made, as it was printed' })
  documentId!: string;
}
