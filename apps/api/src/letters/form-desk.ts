import { Inject, Injectable } from '@nestjs/common';
import {
  blank,
  compose,
  isForm,
  type Language,
  letterFacts,
  type Letters,
  Printer,
  wordsOf,
} from '#correspondence';
import { CommandRunner } from '#event-sourcing';
import type { ApiRequest } from '../auth/authenticate.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { opened } from './letter-facts.js';
import { contactOn, houseOf } from './letter-house.js';
import { LetterShelf } from './letter-shelf.js';

interface Asked {
  readonly template: string;
  readonly language: 'NB' | 'NN' | undefined;
}

/** Prints forms of nobody: to be handed out, and filled in by hand (F23). */
@Injectable()
export class FormDesk {
  private readonly printer = new Printer();

  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
    @Inject(LetterShelf) private readonly letters: Letters,
  ) {}

  async blank(request: ApiRequest, { template: id, language: wanted }: Asked, query: ReadQuery) {
    const template = this.letters.templates.get(id);
    if (!template || !isForm(template.about)) throw notFound();
    const tenant = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [],
      purpose: 'ADMINISTRATION',
      ask: async ({ today }) => ({ ...(await houseOf(this.runner, tenant, today)), today }),
      subjectIds: () => [],
    });
    const language: Language = (wanted ?? found.usual) === 'NN' ? 'nn' : 'nb';
    const words = wordsOf(this.letters.forms, found.terms, language, undefined);
    const known = letterFacts(
      {
        date: '',
        caseNumber: undefined,
        municipality: opened(found.name),
        signatory: undefined,
        person: { name: undefined, isProtected: false },
        recipient: { role: 'SUBJECT', name: undefined, address: undefined },
        copyTo: [],
        contact: contactOn(found.card),
        own: this.letters.ownOf(tenant),
        coordinatorWord: words.coordinator['bare'] ?? '',
      },
      language,
    );
    const { document } = compose(template, language, known, words);
    const author = opened(found.name) ?? '';
    const printed = this.printer.print(blank(document), { date: found.today, author });
    return { template, printed, currentTo };
  }
}
