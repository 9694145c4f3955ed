import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  blank,
  type Checked,
  checklist,
  compose,
  type Facts,
  isForm,
  type Language,
  type Letters,
  type Printed,
  Printer,
  type Template,
  wordsOf,
} from '#correspondence';
import { CommandRunner } from '#event-sourcing';
import { delegationHolding, ruleTablesOf } from '#municipality';
import { recipients } from '#casework';
import { personById } from '#projections/people/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { type CasePage, CaseQuery } from '../cases/cases.queries.js';
import { ComplaintQuery } from '../complaints/complaints.queries.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { sayFault } from '../problems/fault-sentences.js';
import { notFound, Problem } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { isRealDate } from '../validation/values.js';
import { complaintLetterFacts } from './complaint-letter-facts.js';
import { type Around, factsOf, opened } from './letter-facts.js';
import { contactOn, houseOf } from './letter-house.js';
import { LetterShelf } from './letter-shelf.js';
import type { LetterBody } from './letter.bodies.js';

/** What a letter needs and nobody has told: who would. */
export interface Missing {
  readonly field: string;
  readonly from: string;
  readonly label: Readonly<Record<Language, string>> | null;
}

/** A letter as it would be issued now. */
export interface Prepared extends Printed {
  readonly template: Template;
  readonly language: Language;
  readonly facts: Facts;
  readonly missing: readonly Missing[];
  readonly checklist: readonly Checked[];
  /** SHA-256 of the PDF: what was seen is what is issued. */
  readonly digest: string;
  readonly page: CasePage;
  /** The day that it bears. */
  readonly date: string;
}

/** Composes and prints letters of cases: the same for whoever looks at one and for whoever issues it. */
@Injectable()
export class LetterDesk {
  private readonly printer = new Printer();

  constructor(
    private readonly queries: QueryBus,
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
    @Inject(LetterShelf) private readonly letters: Letters,
  ) {}

  async prepare(
    request: ApiRequest,
    caseId: string,
    body: LetterBody,
    query: ReadQuery = {},
  ): Promise<Prepared> {
    const tenant = tenantOf(request);
    const template = this.templateOf(body);
    const written = writtenIn(template, body);
    const page = await this.queries.execute(new CaseQuery(request, caseId, query));
    const { around, terms, usual } = await this.around(request, tenant, page, body);
    const language: Language = (body.language ?? usual) === 'NN' ? 'nn' : 'nb';
    const decidedBy = page.amendments.at(-1)?.decidedBy ?? page.decidedBy ?? undefined;
    const words = wordsOf(this.letters.forms, terms, language, decidedBy);
    const complaint = await this.complaintIn(request, page, body, query);
    const facts = {
      ...factsOf(page, around, language, words),
      ...(complaint && complaintLetterFacts(complaint, language)),
      ...written,
      ...(page.subject.protectedAddress !== false && { 'recipient.address': undefined }),
    };
    const { document, missing, contains } = compose(template, language, facts, words);
    const asForm = isForm(template.about);
    const printed = this.printer.print(asForm ? blank(document) : document, {
      date: around.date,
      author: around.municipality ?? '',
    });
    return {
      template,
      language,
      ...printed,
      facts,
      // What a form is not told is filled in by hand.
      missing: missing
        .map((field) => missingIn(template, field))
        .filter(({ from }) => !asForm || from === 'record'),
      checklist: checklist(template.about, facts, contains),
      digest: createHash('sha256').update(printed.pdf).digest('hex'),
      page,
      date: around.date,
    };
  }

  /** The complaint that the letter is about; one of another case is none here. */
  private async complaintIn(
    request: ApiRequest,
    { caseId }: CasePage,
    { complaintId }: LetterBody,
    query: ReadQuery,
  ) {
    if (complaintId === undefined) return undefined;
    const found = await this.queries.execute(new ComplaintQuery(request, complaintId, query));
    if (found.caseId !== caseId) throw notFound();
    return found;
  }

  private templateOf({ template: name, recipient, copyTo = [] }: LetterBody): Template {
    const template = this.letters.templates.get(name);
    const fault = (path: string, codes: readonly string[]) =>
      new Problem('invalid-body', {
        errors: [{ path, message: sayFault('one-of', { codes: codes.join(', ') }) }],
      });
    if (!template) throw fault('template', [...this.letters.templates.keys()]);
    if (!template.recipients.includes(recipient)) throw fault('recipient', template.recipients);
    const stray = copyTo.findIndex((one) => !template.copyTo.includes(one));
    if (stray >= 0) throw fault(`copyTo[${stray}]`, template.copyTo);
    return template;
  }

  private async around(request: ApiRequest, tenant: string, page: CasePage, body: LetterBody) {
    const { recipient, recipientId = null, copyTo = [] } = body;
    const decidedOn = page.amendedOn ?? page.decidedOn;
    const { found } = await this.reading.answer(request, {
      readAfter: undefined,
      models: ['people'],
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const house = await houseOf(this.runner, tenant, asked.today);
        const names = await Names.of(asked, [asked.viewer.partyId, recipientId]);
        return {
          ...house,
          writer: names.party(asked.viewer.partyId),
          receiver: names.party(recipientId),
          lives: recipient === 'SUBJECT' ? await livesAt(asked, page.subject.subjectId) : nowhere,
          delegation:
            decidedOn === null
              ? null
              : ((await delegationHolding(this.runner, tenant, decidingOn(decidedOn, page))) ?? null),
          today: asked.today,
        };
      },
      subjectIds: ({ lives }) => [recipientId, ...lives.subjectIds].filter((id) => id !== null),
    });
    const { delegation } = found;
    const { answer: tables } = await ruleTablesOf(this.runner, tenant);
    const around: Around = {
      tables,
      date: found.today,
      municipality: opened(found.name),
      signatory: opened(found.writer?.name),
      recipient: {
        role: recipient,
        name: opened(found.receiver?.name),
        address: opened(found.lives.address),
      },
      copyTo: recipients.codes.filter((one) => copyTo.includes(one)),
      contact: contactOn(found.card),
      own: this.letters.ownOf(tenant),
      delegation: delegation
        ? { from: delegation.fromRole, reference: opened(delegation.document) }
        : undefined,
    };
    return { around, terms: found.terms, usual: found.usual };
  }
}

const nowhere = { address: null, subjectIds: [] };

/** Where the person has told that post goes; told to no letter where the address is protected. */
async function livesAt({ pool, viewer, today }: Asked, subjectId: string | null) {
  const person = await personById(pool, viewer, subjectId ?? '', { today });
  if (person?.protectedAddress !== false || person.contact === null) return nowhere;
  return { address: person.contact.address, subjectIds: [person.personId, ...person.merged] };
}

/** On whose authority the decision was made. */
export const decidingOn = (day: string, { decidedBy }: { readonly decidedBy: string | null }) =>
  ({ scope: 'DECIDE', toRole: decidedBy === 'BOARD' ? 'BOARD' : 'KE', day }) as const;

function missingIn({ written }: Template, field: string): Missing {
  const one = written.find(({ name }) => name === field);
  return { field, from: one ? 'writer' : 'record', label: one?.label ?? null };
}

/** What whoever writes the letter adds, each checked as its template declares it. */
function writtenIn({ written }: Template, { texts = [] }: LetterBody): Facts {
  const errors = texts.flatMap(({ field, text }, index) => {
    const declared = written.find(({ name }) => name === field);
    const at = `texts[${index}]`;
    if (!declared) {
      return [
        {
          path: `${at}.field`,
          message: sayFault('one-of', { codes: written.map(({ name }) => name).join(', ') }),
        },
      ];
    }
    if (declared.type === 'day' && !isRealDate(text)) {
      return [{ path: `${at}.text`, message: sayFault('day') }];
    }
    const { max } = declared;
    return text.length > max
      ? [{ path: `${at}.text`, message: sayFault('text', { most: String(max) }) }]
      : [];
  });
  if (errors.length > 0) throw new Problem('invalid-body', { errors });
  return Object.fromEntries(
    texts.map(({ field, text }) => [
      field,
      written.find(({ name }) => name === field)?.type === 'flag' ? text === 'true' : text,
    ]),
  );
}
