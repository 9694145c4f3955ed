import type { Numbering } from './case-number.js';

/** Gives numbers as the vault does: the next, and the same for the same command. */
export function numbersInMemory(): Numbering & { readonly given: ReadonlyMap<string, string> } {
  const given = new Map<string, string>();
  const last = new Map<string, number>();
  return {
    given,
    claim({ tenant, year, commandId }) {
      const known = given.get(commandId);
      if (known !== undefined) return Promise.resolve(known);
      const series = `${tenant} ${year}`;
      const number = (last.get(series) ?? 0) + 1;
      last.set(series, number);
      given.set(commandId, `${year}/${number}`);
      return Promise.resolve(`${year}/${number}`);
    },
  };
}
