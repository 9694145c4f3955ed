const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/gs;

/**
 * Whether an object in this JSON names a field twice: readers differ in which of the two they take (RFC 8259 §4), so none is taken.
 * The text must be one that `JSON.parse` has accepted.
 */
export function namesFieldTwice(json: string): boolean {
  const objects: Set<string>[] = [];
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') objects.push(new Set());
    else if (token === '}' || token === ']') objects.pop();
    else if (token.endsWith(':')) {
      const names = objects.at(-1);
      const name = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      if (names?.has(name) === true) return true;
      names?.add(name);
    }
  }
  return false;
}
