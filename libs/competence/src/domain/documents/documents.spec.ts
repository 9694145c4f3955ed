import { specOf } from '#event-sourcing/testing/spec-of';
import { fact, recording } from '../examples.testing.js';
import { controlledDocumentDecider } from './decide.js';

const { rows } = specOf(controlledDocumentDecider);
const drafted = fact('ControlledDocumentDrafted');
const approved = fact('ControlledDocumentApproved');
const revised = fact('ControlledDocumentRevised');
const withdrawn = fact('ControlledDocumentWithdrawn');
const again = { approvedOn: '2019-02-01', validFrom: '2019-02-01', nextReviewOn: '2021-02-01' };

describe('a controlled document (F1)', () => {
  rows(recording('ControlledDocumentDrafted'), [
    ['is drafted, with who keeps it current and who approves it', [], {}, [drafted]],
    ['is drafted once', [drafted], {}, 'document-there'],
    ['is for somebody', [], { audiences: [] }, 'no-audience'],
  ]);
  rows(recording('ControlledDocumentApproved'), [
    ['is approved as its first revision', [drafted], {}, [approved]],
    [
      'is not approved without a draft',
      [drafted, approved],
      { approvedOn: '2010-01-01' },
      'nothing-to-approve',
    ],
    [
      'is approved again as the next one',
      [drafted, approved, revised],
      again,
      [fact('ControlledDocumentApproved', { ...again, revision: 2 })],
    ],
    ['is looked at again after it is approved', [drafted], { nextReviewOn: '2009-09-30' }, 'date-order'],
    ['must be there', [], {}, 'no-such-document'],
  ]);
  rows(recording('ControlledDocumentReviewed'), [
    ['stands as it is after a review', [drafted, approved], {}, [fact('ControlledDocumentReviewed')]],
    ['is reviewed once it has been approved', [drafted], {}, 'not-approved'],
  ]);
  rows(recording('ControlledDocumentRevised'), [
    ['is revised', [drafted, approved], {}, [revised]],
    ['is not revised before it was approved', [drafted, approved], { revisedOn: '2009-09-30' }, 'date-order'],
  ]);
  rows(recording('ControlledDocumentWithdrawn'), [
    ['is withdrawn', [drafted, approved], {}, [withdrawn]],
    ['is withdrawn once', [drafted, withdrawn], { withdrawnOn: '2026-02-01' }, 'document-withdrawn'],
  ]);
});
