/** What a header such as Accept lists, each with its weight (RFC 9110 §12.4.2), in the header's order. */
export const preferencesIn = (header: string): { readonly wanted: string; readonly weight: number }[] =>
  header.split(',').map((range) => {
    const [wanted = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { wanted, weight: weight === undefined ? 1 : Number(weight) };
  });
