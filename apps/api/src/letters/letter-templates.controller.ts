import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isForm, type Letters } from '#correspondence';
import { rolesThatRead } from '#projections/access';
import { languages } from '#vocabulary';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { CodeOf, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { FormDesk } from './form-desk.js';
import { LetterShelf } from './letter-shelf.js';
import { blankAnswer, templatesAnswer } from './letter.answers.js';
import { inEveryForm } from './shown.js';

export class BlankQuery extends ReadQuery {
  @OptionalField()
  @CodeOf(languages, 'The municipality’s own unless told')
  language?: 'NB' | 'NN';
}

/** The letters that may be written, each with what its writer has to add. */
@ApiTags('letters')
@Opens({ nobody: 'Templates, with nothing of any case in them' })
@Roles(...rolesThatRead('case'))
@Controller('v1/letter-templates')
export class LetterTemplatesController {
  constructor(
    @Inject(LetterShelf) private readonly letters: Letters,
    private readonly forms: FormDesk,
  ) {}

  @Get()
  @ReadRoute('The letters that may be written here', templatesAnswer)
  all() {
    return {
      templates: [...this.letters.templates.values()].map(
        ({ id, version, about, title, recipients, copyTo, written }) => ({
          template: id,
          version,
          matter: about,
          title,
          isForm: isForm(about),
          recipients,
          copyTo,
          texts: written.map(({ name, type, label, max }) => ({ field: name, type, label, max })),
        }),
      ),
      currentTo: { position: null, at: null },
    };
  }

  @Get(':template/blank')
  @ReadRoute('A form of nobody, to be handed out and filled in by hand', blankAnswer, 404)
  async blank(
    @InExchange() { request }: Exchange,
    @Id('template') template: string,
    @ValidQuery(BlankQuery) { language, ...query }: BlankQuery,
  ) {
    const {
      template: of,
      printed,
      currentTo,
    } = await this.forms.blank(request, { template, language }, query);
    return { template: of.id, version: of.version, ...inEveryForm(printed), currentTo };
  }
}
