import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { openDocument } from '../api/documents.js';
import { type Read, useReadPages } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import { useHasRole } from '../shell/place.js';
import { joined } from '../ui/joined.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { DocumentsOf } from './documents-of.js';
import { FileForm } from './file-form.js';
import { MoveForm } from './move-form.js';
import './documents.css';

const useText = texts('filed-documents', {
  nb: {
    title: 'Dokumenter',
    CASE: 'Ingenting er arkivert på saken ennå.',
    COMPLAINT: 'Ingenting er arkivert på klagen ennå.',
    file: 'Arkiver et dokument',
    open: 'Åpne {{title}}',
    move: 'Flytt',
    moveOf: 'Flytt {{title}}',
    from: 'fra {{who}}',
    to: 'til {{who}}',
    more: 'Vis flere dokumenter',
  },
  nn: {
    title: 'Dokument',
    CASE: 'Ingenting er arkivert på saka enno.',
    COMPLAINT: 'Ingenting er arkivert på klaga enno.',
    file: 'Arkiver eit dokument',
    open: 'Opne {{title}}',
    move: 'Flytt',
    moveOf: 'Flytt {{title}}',
    from: 'frå {{who}}',
    to: 'til {{who}}',
    more: 'Vis fleire dokument',
  },
});

type Document = Read<'/v1/cases/{caseId}/documents'>['documents'][number];

function useDocuments({ recordKind, recordId }: DocumentsOf) {
  const isCase = recordKind === 'CASE';
  const ofCase = useReadPages(
    '/v1/cases/{caseId}/documents',
    { params: { path: { caseId: recordId } } },
    { enabled: isCase },
  );
  const ofComplaint = useReadPages(
    '/v1/complaints/{complaintId}/documents',
    { params: { path: { complaintId: recordId } } },
    { enabled: !isCase },
  );
  return isCase ? ofCase : ofComplaint;
}

/** Documents in and out by the date that they bear, and a place to drop the next one. */
export function DocumentsSection({ of }: { readonly of: DocumentsOf }) {
  const say = useText();
  const mayFile = useHasRole('CASEWORKER', 'LEADER');
  const heading = useRef<HTMLHeadingElement>(null);
  /** `file`, or the document that is being moved. */
  const [open, setOpen] = useState<string>();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDocuments(of);
  const documents = data?.pages.flatMap((page) => page.documents) ?? [];
  const leave = () => {
    heading.current?.focus();
    setOpen(undefined);
  };
  const toggle = (what: string) => setOpen((opened) => (opened === what ? undefined : what));
  return (
    <section className="case-section" aria-labelledby="filed-documents">
      <h2 id="filed-documents" ref={heading} tabIndex={-1}>
        {say('title')}
      </h2>
      {data === undefined && error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data !== undefined && documents.length === 0 && <p className="quiet">{say(of.recordKind)}</p>}
      <ol className="records documents">
        {documents.map((document) => {
          const { documentId } = document;
          return (
            <li key={documentId} value={document.number}>
              <Line document={document} />
              {mayFile && (
                <Button
                  type="button"
                  variant="tertiary"
                  className="no-print"
                  aria-expanded={open === documentId}
                  aria-label={say('moveOf', { title: textOf(document.title) })}
                  onClick={() => toggle(documentId)}
                >
                  {say('move')}
                </Button>
              )}
              {open === documentId && (
                <MoveForm document={document} subjectId={of.subjectId} onDone={leave} />
              )}
            </li>
          );
        })}
      </ol>
      {hasNextPage && (
        <Button type="button" variant="secondary" onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {mayFile && (
        <div className="row open-steps no-print">
          <Button
            type="button"
            variant="secondary"
            aria-expanded={open === 'file'}
            onClick={() => toggle('file')}
          >
            {say('file')}
          </Button>
        </div>
      )}
      {open === 'file' && <FileForm of={of} onDone={leave} />}
    </section>
  );
}

function Line({ document }: { readonly document: Document }) {
  const say = useText();
  const label = useLabel();
  const [failure, setFailure] = useState<unknown>();
  const { documentId, documentDate, direction, kind, restriction, format, size } = document;
  const [title, sender, receiver] = [document.title, document.sender, document.receiver].map((one) =>
    textOf(one),
  );
  function fetched() {
    setFailure(undefined);
    openDocument(documentId).catch(setFailure);
  }
  return (
    <>
      <p>
        <span className="quiet">{document.number}.</span>{' '}
        <button
          type="button"
          className="as-link"
          onClick={fetched}
          aria-label={say('open', { title: title ?? '' })}
        >
          {title}
        </button>
      </p>
      <p className="quiet">
        {joined(
          fullDay(documentDate),
          label('documentDirection', direction),
          label('filedDocumentKind', kind),
          sender ? say('from', { who: sender }) : '',
          receiver ? say('to', { who: receiver }) : '',
        )}
      </p>
      <p className="small quiet">
        {joined(
          restriction === 'NONE' ? '' : label('documentRestriction', restriction),
          label('documentFormat', format),
          lengthOf(size),
        )}
      </p>
      {failure !== undefined && <ProblemNotice error={failure} retry={fetched} />}
    </>
  );
}

/** So many kB or MB, as people write it. */
const lengthOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(language())} kB`
    : `${(bytes / 1_000_000).toLocaleString(language(), { maximumFractionDigits: 1 })} MB`;
