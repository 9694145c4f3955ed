const tenantKey = /^[0-9a-zA-Z]{1,16}$/;

/**
 * The condition of a reader's row-level security policy on a table with a `municipality` column. It is a plain comparison of text with
 * `= any`, which is leakproof, so that an index on `municipality` serves it; the setting is read once a statement.
 * No tenants set, or an empty list, shows no row.
 */
export const tenantPolicy = `municipality = any (string_to_array(current_setting('samspor.tenants', true), ','))`;

/** The value of the setting `samspor.tenants`. Refuses what could not be a tenant key, whoever gave it. */
export function tenantList(tenants: readonly string[]): string {
  for (const tenant of tenants) {
    if (!tenantKey.test(tenant)) {
      throw new RangeError(
        'A tenant key has 1 to 16 letters or digits; this transaction was given something else',
      );
    }
  }
  return tenants.join(',');
}
