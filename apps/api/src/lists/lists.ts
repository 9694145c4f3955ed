import { Injectable, type StreamableFile } from '@nestjs/common';
import { CommandRunner, usualWords } from '#event-sourcing';
import { profileOf } from '#municipality';
import type { ApiRequest } from '../auth/authenticate.js';
import type { Exchange } from '../commands/exchange.js';
import { formatIn } from '../reading/accept.js';
import { everyOwnCode } from '../reading/own-codes.js';
import { fromLog } from '../reading/from-log.js';
import { languageIn } from '../reading/language.js';
import { ownWordsOf, termsOf, wordsByCode } from '../reading/own-words.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { csvFile, gathered, xlsxFile } from './files.js';
import type { ListQuery } from './list.query.js';
import { Saying } from './saying.js';
import type { Table } from './table.js';

interface Page {
  readonly next?: string;
  readonly currentTo: CurrentTo;
}

/** How a list is asked for, a page at a time, and what goes out of it. */
interface Listed<P extends Page, Line> {
  readonly table: Table<Line>;
  readonly ask: (page: PageQuery) => Promise<P>;
  readonly linesOf: (page: P) => readonly Line[];
}

const pageSize = '200';

/** Answers a list: a page of it as JSON, or the whole as CSV or XLSX, every page of it opened as the list's own are. */
@Injectable()
export class Lists {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async answer<P extends Page, Line extends AboutSomebody>(
    { request, reply }: Exchange,
    query: ListQuery,
    listed: Listed<P, Line>,
  ): Promise<P | StreamableFile> {
    const format = formatIn(request.headers.accept, ['json', 'csv', 'xlsx']);
    reply.header('Vary', 'Accept, Accept-Language');
    if (format === 'json') return listed.ask(query);
    const pages = pagesOf(query, listed);
    const written = { table: listed.table, say: await this.sayingFor(request) };
    reply.header('Content-Language', written.say.language);
    if (format === 'xlsx') return xlsxFile(written, pages);
    // Gathered also for a CSV: a list that is refused is refused before anything goes out.
    return csvFile(written, await gathered(pages), query.delimiter);
  }

  /** In the language that is asked for, else the municipality's; in its own words where one alone is asked about. */
  async sayingFor(request: ApiRequest): Promise<Saying> {
    const [tenant, ...others] = request.tenants;
    const isOne = tenant !== undefined && others.length === 0;
    const { found } = await this.reading.answer(request, {
      readAfter: undefined,
      models: ['people'],
      purpose: 'OVERVIEW',
      ask: async () => {
        const profile = isOne ? (await fromLog(profileOf(this.runner, tenant)))?.profile : undefined;
        const ownCodes = isOne ? await fromLog(everyOwnCode(this.runner, tenant)) : undefined;
        return { terms: profile && termsOf(profile), ownCodes };
      },
      subjectIds: () => [],
      opens: { nobody: 'Words that the list is written with' },
    });
    const { terms, ownCodes } = found;
    return new Saying(
      languageIn(request.headers['accept-language'], terms?.language === 'NN' ? 'nn' : 'nb'),
      {
        ...(terms === undefined ? usualWords : ownWordsOf(terms)),
        ...(ownCodes && { codes: wordsByCode(ownCodes) }),
      },
    );
  }
}

/** A line of a list, mostly of persons. Whoever’s address is protected stands in nothing that leaves the program. */
interface AboutSomebody {
  readonly subject: { readonly protectedAddress: boolean | null } | null;
}

/** The whole list from its beginning, without those who stand in nothing that leaves the program. */
async function* pagesOf<P extends Page, Line extends AboutSomebody>(
  { readAfter }: PageQuery,
  { ask, linesOf }: Listed<P, Line>,
): AsyncGenerator<readonly Line[]> {
  let asked: PageQuery = { limit: pageSize, ...(readAfter !== undefined && { readAfter }) };
  for (;;) {
    const page = await ask(asked);
    yield linesOf(page).filter(({ subject }) => subject?.protectedAddress !== true);
    if (page.next === undefined) return;
    asked = { limit: pageSize, after: page.next };
  }
}
