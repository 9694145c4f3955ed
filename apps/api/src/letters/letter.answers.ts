import { ApiProperty } from '@nestjs/swagger';
import { recipients } from '#casework';
import { elements, languages as written } from '#correspondence';
import { languages, letterMatters } from '#vocabulary';
import { CaseAnswer } from '../cases/case.answer.js';
import { answer, codeOf, flag, integer, list, object, oneOf, orNull, text } from '../reading/shape.js';

const inBoth = object(Object.fromEntries(written.map((language) => [language, text()])));

export const templatesAnswer = answer({
  templates: list(
    object({
      template: text('Say it as `template` of a letter'),
      version: integer(),
      matter: codeOf(letterMatters, 'What it is about'),
      title: inBoth,
      isForm: flag('Whether it is handed out empty as well: GET …/blank'),
      recipients: list(codeOf(recipients, 'To whom it may go')),
      copyTo: list(codeOf(recipients, 'Who may get a copy')),
      texts: list(
        object({
          field: text('What its writer adds'),
          type: oneOf(['text', 'day', 'flag']),
          label: inBoth,
          max: integer(),
        }),
      ),
    }),
  ),
});

const run = object({ text: text(), strong: flag(), field: text('The field whose value it is') }, [
  'strong',
  'field',
]);
const line = list(run);
const block = object(
  {
    kind: oneOf(['heading', 'paragraph', 'list', 'box', 'table']),
    elements: list(text('What of its necessary contents it belongs to')),
    level: integer(),
    isOrdered: flag(),
    line,
    lines: list(line),
    items: list(line),
    head: list(line),
    rows: list(list(line)),
  },
  ['level', 'isOrdered', 'line', 'lines', 'items', 'head', 'rows'],
);

const shown = {
  language: codeOf(languages),
  title: text(),
  blocks: list(block),
  text: text('To be read aloud'),
  html: text('A page of its own'),
  unprintable: list(text('A character that the typeface does not have: a box stands in its place')),
};

/** A form of nobody, in every form that it has. */
export const blankAnswer = answer({
  template: text(),
  version: integer(),
  ...shown,
  pdf: text('Base64: PDF/A-2a'),
});

/** The letter as it would be issued now, in every form that it has. */
export const previewAnswer = object({
  digest: text('SHA-256 of the PDF; say it when the letter is issued'),
  ...shown,
  pdf: text('Base64: the very bytes that will be kept and sent'),
  missing: list(
    object({
      field: text(),
      from: oneOf(['writer', 'record'], 'Whether its writer tells it, or it has to be recorded'),
      label: orNull(inBoth),
    }),
  ),
  checklist: list(
    object({
      element: codeOf(elements),
      isThere: flag('Whether the letter says it'),
    }),
  ),
});

export class LetterAnswer extends CaseAnswer {
  @ApiProperty()
  letterId!: string;
}

export class IssuedLetterAnswer extends LetterAnswer {
  @ApiProperty({ description: 'The letter as it was printed' })
  documentId!: string;
}

export class LetterDispatchAnswer extends CaseAnswer {
  @ApiProperty({ description: 'Of this one time: to tell when it arrived, or that it came back' })
  dispatchId!: string;
}
