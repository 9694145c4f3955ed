import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  type EntryCode,
  type FiledDocument,
  indexOf,
  type IndexEntry,
  type Known,
  packageFile,
  unexplainedIn,
} from '#case-package';
import { dayInWords, type Printed, Printer, wordOf } from '#correspondence';
import { lawReferencesOf } from '#competence';
import { documentDirections, filedDocumentKinds } from '#documents';
import { CommandRunner } from '#event-sourcing';
import { profileOf, ruleTablesOf, targetsOf } from '#municipality';
import { inLanguage } from '#projections/audit-trail/norwegian';
import type { ApiRequest } from '../auth/authenticate.js';
import { CaseQuery } from '../cases/cases.queries.js';
import { type ComplaintPage, ComplaintQuery } from '../complaints/complaints.queries.js';
import { fileNameOf } from '../documents/file-name.js';
import { opened } from '../letters/letter-facts.js';
import { Saying } from '../lists/saying.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound, Problem } from '../problems/problem.js';
import type { Language } from '../reading/language.js';
import { termsOf } from '../reading/own-words.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { PersonTrails, type WholeTrail } from '../trail/person-trails.js';
import { shownIn } from '../trail/trail.entries.js';
import { municipalityIn, personIn, readerIn } from '../trail/trail.table.js';
import { decisionOf, delegationFor, delegationInWords, plansOf } from './beside-trail.js';
import { groundInWords, leftOutOf, omissionsInWords, refuseUnknown } from './left-out.js';
import type { PackageBody } from './package.bodies.js';
import { type OpenedDocument, PackageDocuments, type PackageOf } from './package-documents.js';
import { trailOf } from './package-trail.js';
import { lawOn, rulesOn } from './rules-then.js';
import { timeIn, toldEvents } from './told-events.js';

/** A package as it would be closed now. */
export interface PreparedPackage extends Printed {
  readonly language: Language;
  readonly index: readonly IndexEntry[];
  readonly unexplained: readonly IndexEntry[];
  readonly trail: WholeTrail;
  /** SHA-256 of the PDF: what was seen is what is closed. */
  readonly digest: string;
  readonly madeOn: string;
}

/** Puts packages for the county governor together: the same for whoever looks at one, closes one, or rehearses. */
@Injectable()
export class PackageDesk {
  private readonly printer = new Printer();

  constructor(
    private readonly queries: QueryBus,
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
    private readonly trails: PersonTrails,
    private readonly documents: PackageDocuments,
  ) {}

  async ofComplaint(
    request: ApiRequest,
    complaintId: string,
    body: PackageBody,
    query: ReadQuery = {},
  ): Promise<PreparedPackage> {
    const complaint = await this.queries.execute(new ComplaintQuery(request, complaintId, query));
    const { caseId, subject } = complaint;
    const of = { subjectId: named(subject.subjectId), caseId: caseId ?? undefined, complaintId };
    return this.prepared(request, of, body, query, complaint);
  }

  /** Of a case that nobody has complained of: what the county governor would get. */
  async rehearsal(request: ApiRequest, caseId: string, body: PackageBody, query: ReadQuery = {}) {
    const { subject } = await this.queries.execute(new CaseQuery(request, caseId, query));
    const of = { subjectId: named(subject.subjectId), caseId, complaintId: undefined };
    return this.prepared(request, of, body, query);
  }

  private async prepared(
    request: ApiRequest,
    of: PackageOf,
    body: PackageBody,
    query: ReadQuery,
    complaint?: ComplaintPage,
  ): Promise<PreparedPackage> {
    const { omissions = [] } = body;
    const tenant = tenantOf(request);
    const documents = await this.documents.of(request, of);
    const trail = await this.trails.whole(request, query.readAfter, {
      ...trailOf(tenant, of),
      leftOut: leftOutOf(omissions, documents),
      ...(body.language !== undefined && { language: body.language === 'NN' ? 'nn' : 'nb' }),
    });
    refuseUnknown(omissions, trail, documents);
    const known = await this.known(request, { tenant, of, body, documents, trail, complaint });
    const { language, extract } = trail;
    const heading = {
      language,
      municipality: municipalityIn(extract.municipality, language),
      person: personIn(extract.subject, language),
      caseNumber: trail.caseNumber ?? undefined,
      madeOn: extract.madeOn,
      madeBy: readerIn(extract.by, new Saying(language)),
      upTo: upToIn(trail),
    };
    const author = shownIn(language, extract.municipality.name) ?? '';
    const imprint = { date: extract.madeOn, author, layout: 'file' } as const;
    const index = indexOf(known);
    const printed = this.printer.print(packageFile(heading, known, index), imprint);
    return {
      ...printed,
      language,
      index,
      unexplained: unexplainedIn(index),
      trail,
      digest: createHash('sha256').update(printed.pdf).digest('hex'),
      madeOn: extract.madeOn,
    };
  }

  private async known(
    request: ApiRequest,
    { tenant, of, body, documents, trail, complaint }: Gathered,
  ): Promise<Known> {
    const { language, extract } = trail;
    const decisionId = complaint?.decisionId ?? null;
    const decision = await decisionOf(this.runner, tenant, { caseId: of.caseId, decisionId });
    const [said, { answer: tables }, dayOf] = await Promise.all([
      this.saidOf(request, tenant, decision),
      ruleTablesOf(this.runner, tenant),
      targetsOf(this.runner, tenant),
    ]);
    const { delegation, cited, terms } = said;
    const day = decision?.decidedOn ?? extract.madeOn;
    return {
      events: toldEvents(trail, of.complaintId),
      documents: documents.map((document) => filedIn(document, body, language)),
      complaint:
        complaint === undefined
          ? undefined
          : { hasPeriod: complaint.decisionId !== null || complaint.dismissedComplaintId !== null },
      decision,
      delegation:
        delegation && delegationInWords(delegation, opened(delegation.document), { language, terms }),
      rules: rulesOn(day, language, { tables, dayOf }),
      law: lawOn(day, { asked: decision?.items ?? [], cited: citedIn(cited, language) }, { language, terms }),
      periods: [...(complaint?.periods ?? []), ...(complaint?.handling ? [complaint.handling] : [])].map(
        ({ sentence }) => sentence[language],
      ),
      plans: await plansOf(this.runner, tenant, of.subjectId),
      statement: body.statement,
      explanations: new Map(
        (body.explanations ?? []).map(({ entry, text }) => [entry satisfies EntryCode, text]),
      ),
      leftOut: omissionsInWords(body.omissions ?? [], trail),
    };
  }

  /** What is sealed: on whose authority it was decided, and what the municipality cites of the law. */
  async saidOf(request: ApiRequest, tenant: string, decision: Known['decision']) {
    const { found } = await this.reading.answer(request, {
      readAfter: undefined,
      models: [],
      purpose: 'COMPLAINT',
      opens: { nobody: 'On whose authority it was decided, and by which law' },
      ask: async () => {
        const { profile } = await profileOf(this.runner, tenant);
        if (profile === undefined) throw new Problem('forbidden.no-profile', { values: { tenant } });
        const [delegation, cited] = await Promise.all([
          delegationFor(this.runner, tenant, decision),
          lawReferencesOf(this.runner, tenant),
        ]);
        return { delegation, cited, terms: termsOf(profile) };
      },
      subjectIds: () => [],
    });
    return found;
  }
}

/** The municipality's own words for a section are sealed, and opened by now. */
const citedIn = (cited: Awaited<ReturnType<PackageDesk['saidOf']>>['cited'], language: Language) =>
  cited.map(({ words, validFrom, validUntil, replacedBy }) => ({
    name: 'nb' in words ? opened(words[language]) : inLanguage(language, words),
    validFrom,
    validUntil,
    replacedBy,
  }));

function named(subjectId: string | null): string {
  if (subjectId === null) throw notFound();
  return subjectId;
}

interface Gathered {
  readonly tenant: string;
  readonly of: PackageOf;
  readonly body: PackageBody;
  readonly documents: readonly OpenedDocument[];
  readonly trail: WholeTrail;
  readonly complaint: ComplaintPage | undefined;
}

function upToIn({ entries, last: { eventId, recordedAt } }: WholeTrail): string {
  const title = entries.find((entry) => entry.eventId === eventId)?.title ?? '';
  return `«${title}», ${timeIn(recordedAt)} (${eventId})`;
}

/** A document as the index has it. What is left out tells what it is and of which day, and no more. */
function filedIn(
  document: OpenedDocument,
  { omissions = [] }: PackageBody,
  language: Language,
): FiledDocument {
  const { documentId, documentDate, kind, direction, eventId } = document;
  const omission = omissions.find((one) => one.kind === 'DOCUMENT' && one.what === documentId);
  const isOut = (field: string) => omissions.some((one) => one.what === eventId && one.field === field);
  const shown = (field: 'title' | 'sender' | 'receiver') =>
    isOut(field) ? undefined : shownIn(language, document[field]);
  const [title, sender, receiver] = (['title', 'sender', 'receiver'] as const).map(shown);
  const way = [sender, receiver].filter((one) => one !== undefined).join(' → ');
  const what = `${wordOf(filedDocumentKinds, kind, language)}, ${wordOf(documentDirections, direction, language)}`;
  const inWords = [
    dayInWords(documentDate),
    what,
    ...(omission === undefined && title !== undefined ? [title] : []),
    ...(omission === undefined && way !== '' ? [way] : []),
  ].join(', ');
  return {
    documentId,
    documentDate,
    kind,
    inWords,
    fileName: fileNameOf(document),
    leftOut: omission && groundInWords(omission, language),
  };
}
