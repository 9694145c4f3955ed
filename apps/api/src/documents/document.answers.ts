import { archiveStandings } from '#documents';
import { documentColumns, type DocumentView } from '#projections/documents/queries';
import { mediaTypes } from '#documents/application/index';
import type { Names } from '../reading/names.js';
import { answer, codeOf, integer, list, object, orNull, page, party, text } from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';

const shown = {
  ...shapesOf(documentColumns, {
    filedBy: party,
    ownerId: null,
    archiveStanding: orNull(codeOf(archiveStandings, 'How far it is on its way to the archive')),
  }),
  municipality: text(),
  mediaType: text('What its content is sent as'),
};

export const documentAnswer = answer({ ...shown, revision: text() });
export const documentsAnswer = page({
  documents: list(object({ number: integer(), ...shown })),
});

/** A document as it is told: who filed it by name, and nothing of its key. */
export function shownDocument(view: DocumentView, names: Names) {
  const { ownerId: _, revision, filedBy, ...row } = view;
  return {
    ...row,
    filedBy: names.party(filedBy),
    mediaType: mediaTypes[row.format],
    revision: String(revision),
  };
}
