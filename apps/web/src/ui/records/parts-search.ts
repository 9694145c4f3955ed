/** What of the page is shown, and the step that stands open there with the ids of what it is about. */
export interface PartsSearch<Part extends string> {
  readonly del?: Part;
  readonly steg?: string;
}

export const partsSearch =
  <Part extends string>(parts: readonly Part[]) =>
  ({ del, steg }: Record<string, unknown>): PartsSearch<Part> => {
    const part = parts.find((one) => one === del);
    return { ...(part !== undefined && { del: part }), ...(typeof steg === 'string' && { steg }) };
  };
