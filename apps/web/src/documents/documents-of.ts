/** On what documents are filed here, and whose that is. */
export interface DocumentsOf {
  readonly recordKind: 'CASE' | 'COMPLAINT';
  readonly recordId: string;
  readonly subjectId: string;
}
