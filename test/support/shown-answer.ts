/** A command of a page, and the answer that the page shows for it. */
export interface ShownStep {
  readonly commands: string;
  readonly answer: string;
}

/** The page's `sh` blocks in order. Throws when one is not followed by a `json` or `text` block. */
export function shownSteps(page: string): readonly ShownStep[] {
  const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
  return blocks.flatMap(({ language, text }, place) => {
    if (language !== 'sh') return [];
    const next = blocks[place + 1];
    if (next === undefined || !['json', 'text'].includes(next.language)) {
      throw new Error(`No answer is shown for:\n${text}`);
    }
    return [{ commands: text, answer: next.text }];
  });
}

/**
 * The first part of what is shown that the answer does not have in its place; undefined when it is the answer. `…` stands for anything,
 * white space for nothing, and what differs in every run (ids, case numbers, times, tokens, positions) only has to be of its kind.
 */
export function notAnswered(shown: string, answer: string): string | undefined {
  const [start = '', ...parts] = comparable(shown).split('…');
  const end = parts.pop();
  let rest = comparable(answer);
  if (end === undefined) return rest === start ? undefined : start;
  if (!rest.startsWith(start)) return start;
  rest = rest.slice(start.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return part;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(end) ? undefined : end;
}

const comparable = (text: string) =>
  text
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>')
    .replace(/\b\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z| \d\d:\d\d:\d\d\b)/g, '<time>')
    .replace(/\b\d{4}\/\d+\b/g, '<case number>')
    .replace(/("(?:readAfter|position|next)":\s*)"[\w-]+"/g, '$1"<position>"')
    .replace(/[\s\uFEFF]/g, '');
