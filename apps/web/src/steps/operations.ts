import described from './operations.json' with { type: 'json' };

/** A field of a command's body, as the API's description has it. */
export type Field = {
  readonly name: string;
  readonly required?: boolean;
} & (
  | { readonly kind: 'date' | 'time' | 'flag' | 'id' | 'ids' | 'free' }
  | { readonly kind: 'text' | 'lines'; readonly most?: number }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
  | { readonly kind: 'code' | 'codes'; readonly codes?: readonly string[]; readonly list?: string }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly least?: number }
);

export interface Operation {
  readonly path: string;
  readonly fields: readonly Field[];
}

export type OperationId = keyof typeof described;
export const operations = described as unknown as Readonly<Record<OperationId, Operation>>;

/** The address of a command with its parameters in place. */
export const addressOf = ({ path }: Operation, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
