/** A template's text, read: what is fixed, what is filled in, what depends. `line` is where it stands in its file. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly line: number }
  | {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly whereSo: readonly Node[];
      readonly otherwise: readonly Node[];
      readonly line: number;
    }
  | { readonly kind: 'each'; readonly list: string; readonly body: readonly Node[]; readonly line: number }
  | { readonly kind: 'include'; readonly block: string; readonly line: number }
  | {
      readonly kind: 'element';
      readonly element: string;
      readonly body: readonly Node[];
      readonly line: number;
    };

/** `x`, `!x` or `x=CODE`. */
export interface Condition {
  readonly name: string;
  readonly isNegated: boolean;
  readonly code?: string;
}

/** Something wrong in a template, with its place. */
export interface Fault {
  readonly file: string;
  readonly line?: number;
  readonly sentence: string;
}
