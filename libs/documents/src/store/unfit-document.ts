export type Unfitness = 'too-large' | 'empty' | 'other-format' | 'harmful';

const sentences: Readonly<Record<Unfitness, string>> = {
  'too-large': 'The document is larger than 25 MB.',
  empty: 'The document is empty.',
  'other-format': 'The content of the document is not what it is said to be.',
  harmful: 'Harmful content was found in the document.',
};

/** A document that is not taken in. Nothing of it is left. */
export class UnfitDocument extends Error {
  constructor(readonly fault: Unfitness) {
    super(sentences[fault]);
    this.name = 'UnfitDocument';
  }
}

/** There is a document with this id already, filed with other content. */
export class AnotherDocument extends Error {
  constructor(readonly documentId: string) {
    super(`The document ${documentId} is filed already, and with other content.`);
    this.name = 'AnotherDocument';
  }
}
