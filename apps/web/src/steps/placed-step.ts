import type { OperationId } from './operations.js';

/** A step that stands open in its place on a page. */
export interface PlacedStep {
  readonly operation: OperationId;
  /** The record that it is about, of several. */
  readonly about?: string;
}

/** A step as it stands in the address of its page. */
export const keyOf = ({ operation, about }: PlacedStep) =>
  about === undefined ? operation : `${operation}.${about}`;
