import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Letters } from '#correspondence';
import { rolesThatRead } from '#projections/access';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { ReadRoute } from '../reading/read-answer.js';
import { LetterShelf } from './letter-shelf.js';
import { templatesAnswer } from './letter.answers.js';

/** The letters that may be written, each with what its writer has to add. */
@ApiTags('letters')
@Opens({ nobody: 'Templates, with nothing of any case in them' })
@Roles(...rolesThatRead('case'))
@Controller('v1/letter-templates')
export class LetterTemplatesController {
  constructor(@Inject(LetterShelf) private readonly letters: Letters) {}

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
          recipients,
          copyTo,
          texts: written.map(({ name, type, label, max }) => ({ field: name, type, label, max })),
        }),
      ),
      currentTo: { position: null, at: null },
    };
  }
}
