import { applyDecorators, Controller, Get, Header } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { applicationForms, terms } from '#municipality';
import { items, languages } from '#vocabulary';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import { codeOf, list, object, orNull, text } from '../reading/shape.js';
import { Id } from '../validation/pipes.js';
import { keptMs, OpenPages } from './open-pages.js';

const words = object({ nb: text(), nn: text() });
const perhaps = orNull(text());
const municipality = { municipality: text('The key of the municipality here'), name: text() };

const page = object({
  ...municipality,
  language: codeOf(languages),
  terms: object(Object.fromEntries(Object.keys(terms).map((kind) => [kind, orNull(words)]))),
  items: list(object({ item: codeOf(items), called: words })),
  applicationForm: codeOf(
    applicationForms,
    'How it asks people to apply; what comes otherwise is received too',
  ),
  contactCard: orNull(
    object({
      contactFunction: perhaps,
      unit: orNull(words),
      tasks: list(words),
      place: perhaps,
      openingHours: perhaps,
      telephone: perhaps,
      mailbox: perhaps,
      postalAddress: perhaps,
    }),
  ),
  services: list(object({ name: words, kind: words, level: words, provider: perhaps, contact: perhaps })),
  material: list(object({ name: words, form: words, location: perhaps })),
});

const kept = () => Header('Cache-Control', `public, max-age=${keptMs / 1_000}`);

/** What municipalities tell everybody. No login is asked for, and none changes the answer. */
@ApiTags('open')
@ApiExtraModels(ProblemAnswer)
@Controller('open')
export class OpenPageController {
  constructor(private readonly pages: OpenPages) {}

  @Get()
  @kept()
  @ApiOperation({ summary: 'The municipalities that have a page for everybody' })
  @ApiOkResponse({ schema: object({ municipalities: list(object(municipality)) }) })
  @applyDecorators(...problemResponses(503))
  async municipalities() {
    return { municipalities: await this.pages.all() };
  }

  @Get(':municipality')
  @kept()
  @ApiOperation({
    summary:
      'How people reach a municipality’s unit, which services and what information there are, and how one applies',
    description:
      'As published on its contact card, in its directory of services and as information material. Nothing of any person.',
  })
  @ApiOkResponse({ schema: page })
  @applyDecorators(...problemResponses(404, 503))
  page(@Id('municipality') of: string) {
    return this.pages.of(of);
  }
}
