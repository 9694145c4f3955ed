import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import {
  camel,
  isDay,
  isId,
  type Page,
  pageOf,
  Parameters,
  type PageRequest,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { columns, type DocumentRow, documents } from './projection.js';

export { type ArchiveAfter, unarchived } from './archive.queries.js';

const { ciphertext_digest: _, ...documentColumns } = columns;
export { documentColumns };

export type DocumentView = Read<Pick<DocumentRow, keyof typeof documentColumns>> & Provenance;

/** Whose documents: of a case and what is part of it, of a person, or of one record. */
export type DocumentsOf =
  | { readonly caseId: string }
  | { readonly subjectId: string }
  | { readonly recordKind: DocumentRow['record_kind']; readonly recordId: string };

/** Place in the list: the document's date, the day of filing, and the document; and its number there. */
export type DocumentAfter = readonly [
  documentDate: string,
  filedOn: string,
  documentId: string,
  number: number,
];

export const isDocumentAfter = (value: unknown): value is DocumentAfter =>
  Array.isArray(value) &&
  value.length === 4 &&
  isDay(value[0]) &&
  isDay(value[1]) &&
  isId(value[2]) &&
  Number.isSafeInteger(value[3]);

/** What is filed on a complaint is for those who see complaints: it may be about who coordinates. */
const seen = (viewer: Viewer, parameters: Parameters, today: string) => {
  const ofPerson = reach(viewer, 'documents', { alias: 'd' }, parameters, today);
  return seesAll(viewer, 'complaints') ? ofPerson : `d.record_kind <> 'COMPLAINT' and ${ofPerson}`;
};

/** Documents by the date that they bear, the oldest first; those that this viewer may see. */
export async function documentsPage(
  pool: Pool,
  viewer: Viewer,
  of: DocumentsOf,
  { after, limit }: PageRequest<DocumentAfter>,
  { today }: { readonly today: string },
): Promise<Page<DocumentView, DocumentAfter>> {
  const parameters = new Parameters();
  const most = parameters.of(limit + 1);
  const conditions = [
    'd.municipality = tenant.of',
    seen(viewer, parameters, today),
    ...(after === undefined
      ? []
      : [
          `(d.document_date, d.filed_on, d.document_id) >
           (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::date, ${parameters.of(after[2])}::text)`,
        ]),
  ];
  const oldestOf = (which: string) => `
    select d.municipality, d.revision, ${selection(documentColumns, 'd')} from ${viewOf(documents)} d
    where ${[...conditions, which].join(' and ')} order by d.document_date, d.filed_on, d.document_id limit ${most}`;
  const found =
    'subjectId' in of
      ? `select about.* from (${registrationsOf('tenant.of', `${parameters.of(of.subjectId)}::text`)}) one,
         lateral (${oldestOf('d.subject_id = one.id')}) about`
      : 'caseId' in of
        ? oldestOf(`d.case_id = ${parameters.of(of.caseId)}::text`)
        : oldestOf(
            `d.record_kind = ${parameters.of(of.recordKind)}::text and d.record_id = ${parameters.of(of.recordId)}::text`,
          );
  const names = Object.keys(documentColumns).map((name) => `page."${camel(name)}"`);
  const rows = await readFor<DocumentView>(
    pool,
    viewer.tenants,
    `select page.municipality, page.revision, ${names.join(', ')} from ${tenantsOf(viewer, parameters)}, lateral (${found}) page
     order by page."documentDate", page."filedOn", page."documentId" limit ${most}`,
    parameters.values,
  );
  const from = after?.[3] ?? 0;
  return pageOf(
    rows.map((row) => ({ ...row, revision: BigInt(row.revision) })),
    limit,
    ({ documentDate, filedOn, documentId }): DocumentAfter => [
      documentDate,
      filedOn,
      documentId,
      from + limit,
    ],
  );
}

/** The plans that are filed of a case or about these registrations of its person. Whoever asks has seen to it that the viewer may see the case. */
export async function plansFiled(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  subjectIds: readonly string[],
): Promise<string[]> {
  const parameters = new Parameters();
  const plansOf = (which: string) => `
    select filed.document_id as "documentId" from ${viewOf(documents)} filed
    where filed.municipality = tenant.of and ${which} and filed.kind = 'PLAN'`;
  const rows = await readFor<{ readonly documentId: string }>(
    pool,
    viewer.tenants,
    `select found.* from ${tenantsOf(viewer, parameters)}, lateral (
       ${plansOf(`filed.case_id = ${parameters.of(caseId)}::text`)} union
       ${plansOf(`filed.subject_id = any (${parameters.of(subjectIds)}::text[])`)}) found`,
    parameters.values,
  );
  return rows.map(({ documentId }) => documentId);
}

/** One document; undefined where there is none that this viewer may see. */
export async function documentById(
  pool: Pool,
  viewer: Viewer,
  documentId: string,
  { today }: { readonly today: string },
): Promise<DocumentView | undefined> {
  const parameters = new Parameters();
  const [found] = await readFor<DocumentView>(
    pool,
    viewer.tenants,
    `select d.municipality, d.revision, ${selection(documentColumns, 'd')} from ${viewOf(documents)} d
     where d.document_id = ${parameters.of(documentId)}::text and ${seen(viewer, parameters, today)}`,
    parameters.values,
  );
  return found && { ...found, revision: BigInt(found.revision) };
}
