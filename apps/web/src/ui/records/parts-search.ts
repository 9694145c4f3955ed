/** What of the page is shown, and the step that stands open there with the ids of what it is about. */
export interface PartsSearch<Part extends string> {
  readonly del?: Part | undefined;
  readonly steg?: string | undefined;
}

/** What an address names that is no part of the page falls away; said as `undefined`, or the router would leave it as it came. */
export const partsSearch =
  <Part extends string>(parts: readonly Part[]) =>
  ({ del, steg }: Record<string, unknown>): PartsSearch<Part> => {
    const part = parts.find((one) => one === del);
    return { del: part, steg: typeof steg === 'string' ? steg : undefined };
  };
