import { Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import { type Block, type LetterDocument, Printer } from '#correspondence';
import type { CodeList } from '#event-sourcing';
import { accessOutcomes, accessPurposes, actorRoles } from '#personal-data';
import { openedRecords } from './opened.js';
import { units } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { Lists } from '../lists/lists.js';
import { Problem } from '../problems/problem.js';
import type { Language } from '../reading/language.js';
import { fullName, heading, line, paragraph, whole } from '../reading/sheet.js';
import { AccessLogReading } from './access-log-reading.js';
import type { AccessLogPrintQuery } from './access-log.page-query.js';

/** So many readings go on paper at once; more are asked for by days. */
const mostPrinted = 2_000;

const texts = {
  nb: {
    title: 'Innsynslogg',
    whose: 'Hvem det gjelder',
    made: 'Skrevet ut',
    what: 'Her står hvem som har lest om deg i systemet til kommunen. Hver linje er én gang noen leste.',
    why: 'Du har rett til å vite hvem som har lest om deg. Er det noe du lurer på, kan du spørre oss. Du kan også klage til Datatilsynet.',
    lists: 'Noen linjer er lister. Da sto navnet ditt sammen med andre.',
    none: 'Ingen har lest om deg.',
    head: ['Når', 'Hvem', 'Hva de leste', 'Hvorfor'],
    unknown: 'ukjent navn',
    at: 'kl.',
  },
  nn: {
    title: 'Innsynslogg',
    whose: 'Kven det gjeld',
    made: 'Skrive ut',
    what: 'Her står kven som har lese om deg i systemet til kommunen. Kvar linje er éin gong nokon las.',
    why: 'Du har rett til å vite kven som har lese om deg. Er det noko du lurer på, kan du spørje oss. Du kan òg klage til Datatilsynet.',
    lists: 'Nokre linjer er lister. Då stod namnet ditt saman med andre.',
    none: 'Ingen har lese om deg.',
    head: ['Når', 'Kven', 'Kva dei las', 'Kvifor'],
    unknown: 'ukjent namn',
    at: 'kl.',
  },
} as const;

type Told = Awaited<ReturnType<AccessLogReading['ofPerson']>>;

/** What a person gets on paper who asks who has read: names, roles, times and reasons in plain words. */
@Injectable()
export class AccessLogSheet {
  readonly #printer = new Printer();

  constructor(
    private readonly reading: AccessLogReading,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async of(request: ApiRequest, subjectId: string, query: AccessLogPrintQuery) {
    const saying = await this.lists.sayingFor(request);
    const { language } = saying;
    const told = await this.reading.ofPerson(request, subjectId, query, { limit: mostPrinted });
    if ('next' in told) throw new Problem('list-too-long', { values: { most: String(mostPrinted) } });
    const say = (list: CodeList, code: string) => saying.word(list, code) ?? code;
    const day = this.clock.dayOf(this.clock.now());
    const document = sheetOf(told, { language, say, day, whenOf: (at) => this.#when(at, language) });
    const { pdf } = this.#printer.print(document, { date: day, author: '' });
    return { pdf, document, language, title: document.title, day };
  }

  #when(at: string, language: Language): string {
    return `${dayInWords(this.clock.dayOf(at))} ${texts[language].at} ${this.clock.timeOf(at).replace(':', '.')}`;
  }
}

interface Saying {
  readonly language: Language;
  readonly say: (list: CodeList, code: string) => string;
  readonly day: string;
  readonly whenOf: (at: string) => string;
}

const dayInWords = (day: string) => day.split('-').map(Number).toReversed().join('.');

/** The sheet before it is printed. */
export function sheetOf({ subject, entries }: Told, { language, say, day, whenOf }: Saying): LetterDocument {
  const words = texts[language];
  const rows = entries.map(({ at, reader, role, units: of, purpose, what, outcome }) => [
    line(whenOf(at)),
    line(
      `${whole(reader.name) || words.unknown}, ${[say(actorRoles, role), ...of.map((unit) => say(units, unit))].join(', ')}`,
    ),
    line(
      outcome === 'SHOWN'
        ? say(openedRecords, what)
        : `${say(openedRecords, what)} (${say(accessOutcomes, outcome)})`,
    ),
    line(say(accessPurposes, purpose)),
  ]);
  const table: Block = { kind: 'table', head: words.head.map(line), rows, elements: [] };
  return {
    language,
    title: words.title,
    blocks: [
      heading(1, words.title),
      paragraph(`${words.whose}: ${fullName(subject)}`, `${words.made}: ${dayInWords(day)}`),
      paragraph(words.what, words.lists),
      rows.length === 0 ? paragraph(words.none) : table,
      paragraph(words.why),
    ],
  };
}
