export type Language = 'nb' | 'nn';

/** The Norwegian that an `Accept-Language` asks for most; the municipality's own where it asks for neither. */
export function languageIn(header: string | undefined, municipality: Language): Language {
  const asked = (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ tag }) => tag === 'nb' || tag === 'nn' || tag === 'no');
  if (asked === undefined || asked.tag === 'no') return municipality;
  return asked.tag === 'nn' ? 'nn' : 'nb';
}
