import {
  code,
  codeOf,
  dayToCome,
  flag,
  idOf,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type SaidIn, stepsOf } from '#event-sourcing/step';
import { authorityRoles, units } from '#vocabulary';
import { type About, about, own } from '../about.js';
import { documentAudiences, documentKinds } from '../codes.js';
import type { ControlledDocument, KeptDocument } from './document.js';

export const documentRefusals = refusals('competence', {
  'no-such-document': ['There is no such document.', 'Dokumentet finnes ikke.', 'Dokumentet finst ikkje.'],
  'document-there': [
    'This document was drafted already. Revise it.',
    'Dokumentet er allerede utarbeidet. Revider det.',
    'Dokumentet er alt utarbeidd. Revider det.',
  ],
  'document-withdrawn': [
    'This document is withdrawn.',
    'Dokumentet er trukket tilbake.',
    'Dokumentet er trekt tilbake.',
  ],
  'nothing-to-approve': [
    'Everything in this document is approved. Revise it first, or record that it was reviewed.',
    'Alt i dokumentet er godkjent. Revider det først, eller registrer at det er gjennomgått.',
    'Alt i dokumentet er godkjent. Revider det først, eller registrer at det er gjennomgått.',
  ],
  'not-approved': [
    'A draft that was never approved is not reviewed. Approve it first.',
    'Et utkast som aldri er godkjent, gjennomgås ikke. Godkjenn det først.',
    'Eit utkast som aldri er godkjent, blir ikkje gjennomgått. Godkjenn det først.',
  ],
  'no-audience': [
    'Say for whom the document is: INTERNAL, EXTERNAL or both.',
    'Si hvem dokumentet er for: internt, eksternt eller begge deler.',
    'Sei kven dokumentet er for: internt, eksternt eller begge delar.',
  ],
  'date-order.document': [
    'What happens to a document comes in the order of its days.',
    'Det som skjer med et dokument, kommer i rekkefølge etter dato.',
    'Det som skjer med eit dokument, kjem i rekkjefølgje etter dato.',
  ],
  'date-order.review': [
    'The next review comes after the day on which it is decided, and a document holds until then.',
    'Neste gjennomgang kommer etter dagen den bestemmes på, og dokumentet gjelder til da.',
    'Neste gjennomgang kjem etter dagen han blir bestemt på, og dokumentet gjeld til då.',
  ],
});
const { refusal, refuseIf, inOrder } = documentRefusals;

const step = stepsOf<ControlledDocument, undefined, unknown, About>();

/** What the head of a document says (F1). */
const described = {
  kind: codeOf(documentKinds),
  title: personal.text({ ...own, max: 200 }),
  /** As it is numbered in the unit's own order. */
  number: optional(personal.text({ ...own, max: 50 })),
  unit: optional(code(units)),
  audiences: list(codeOf(documentAudiences)),
  /** Whoever sees to it that it is kept current (ajouransvarlig). */
  maintainerId: ref('party'),
  /** As whom somebody approves it. */
  approverRole: codeOf(authorityRoles),
  /** Cases are handled by it (U19). */
  forCases: flag(),
  /** Where the text itself lies. */
  location: optional(personal.text({ ...own, max: 500 })),
};

/** The document as it stands on a day; nothing more is told of one that is withdrawn. */
function kept(state: ControlledDocument, day: string): KeptDocument {
  if (state.status === 'absent') throw refusal('no-such-document');
  refuseIf(state.status === 'withdrawn', 'document-withdrawn');
  inOrder(state.lastOn, day, 'date-order.document');
  return state;
}
const changed = (state: ControlledDocument, change: Partial<KeptDocument>): ControlledDocument =>
  state.status === 'absent' ? state : { ...state, ...change };
const forSomebody = (audiences: readonly string[]) => refuseIf(audiences.length === 0, 'no-audience');

const documentDrafted = step(
  'ControlledDocumentDrafted',
  v1(
    { ...about, documentId: newId('controlledDocument'), ...described, draftedOn: localDate() },
    { occurs: 'draftedOn' },
  ),
  {
    check({ status }, { audiences }) {
      refuseIf(status !== 'absent', 'document-there');
      forSomebody(audiences);
    },
    evolve: (_, { draftedOn }) => ({ status: 'kept', isDraft: true, lastOn: draftedOn, revision: 0 }),
  },
);

const approved = v1(
  {
    ...about,
    documentId: idOf('controlledDocument'),
    approvedOn: localDate(),
    approvedById: optional(ref('party')),
    /** From when it is in force, in the place of the revision before. */
    validFrom: dayToCome(),
    nextReviewOn: dayToCome(),
    /** Counted by the step: what a paper copy bears. */
    revision: integer(1, 10_000),
  },
  { occurs: 'approvedOn' },
);

/** What was drafted or revised is in force from a day on, under the next number. */
const documentApproved = step('ControlledDocumentApproved', approved, {
  in: kept,
  check({ isDraft }, { approvedOn, validFrom, nextReviewOn }) {
    refuseIf(!isDraft, 'nothing-to-approve');
    inOrder(approvedOn, nextReviewOn, 'date-order.review');
    inOrder(validFrom, nextReviewOn, 'date-order.review');
  },
  decide: (said: Omit<SaidIn<(typeof approved)['fields'], About>, 'revision'>, { state }, fact) => [
    fact({ ...said, revision: state.status === 'absent' ? 1 : state.revision + 1 }),
  ],
  evolve: (state, { approvedOn, revision }) =>
    changed(state, { isDraft: false, lastOn: approvedOn, revision }),
});

/** Somebody went through it, and it is right as it stands. */
const documentReviewed = step(
  'ControlledDocumentReviewed',
  v1(
    {
      ...about,
      documentId: idOf('controlledDocument'),
      reviewedOn: localDate(),
      nextReviewOn: dayToCome(),
      note: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    in: kept,
    check({ revision }, { reviewedOn, nextReviewOn }) {
      refuseIf(revision === 0, 'not-approved');
      inOrder(reviewedOn, nextReviewOn, 'date-order.review');
    },
    evolve: (state, { reviewedOn }) => changed(state, { lastOn: reviewedOn }),
  },
);

/** There is a new draft of it, whose head is told whole; what is in force stays so until that is approved. */
const documentRevised = step(
  'ControlledDocumentRevised',
  v1(
    {
      ...about,
      documentId: idOf('controlledDocument'),
      ...described,
      revisedOn: localDate(),
      /** What is another than before. */
      changes: personal.text({ ...own, max: 2000 }),
    },
    { occurs: 'revisedOn' },
  ),
  {
    in: kept,
    check: (_, { audiences }) => forSomebody(audiences),
    evolve: (state, { revisedOn }) => changed(state, { isDraft: true, lastOn: revisedOn }),
  },
);

/** It holds no more from that day on. */
const documentWithdrawn = step(
  'ControlledDocumentWithdrawn',
  v1(
    {
      ...about,
      documentId: idOf('controlledDocument'),
      withdrawnOn: localDate(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    in: kept,
    evolve: (state, { withdrawnOn }) => changed(state, { status: 'withdrawn', lastOn: withdrawnOn }),
  },
);

export const documentSteps = [
  documentDrafted,
  documentApproved,
  documentReviewed,
  documentRevised,
  documentWithdrawn,
] as const;
