import { readFileSync } from 'node:fs';
import { described } from './commands.js';

/** What a source file loads when it is loaded itself. */
const loadedBy = (name: string) =>
  [
    ...readFileSync(new URL(name, import.meta.url), 'utf8').matchAll(/^import (?!type )[^;]*?'([^']+)';$/gm),
  ].map(([, from]) => from);

describe('the commands', () => {
  it('E8 are told of without being loaded: help needs no other file', () => {
    expect(loadedBy('main.ts')).toEqual(['commander', './commands.js']);
    expect(loadedBy('commands.ts')).toEqual([]);
  });

  it.each(Object.entries(described))(
    'E8 are loaded when they are used: %s',
    async (name, { description, load }) => {
      const command = await load();
      expect(command.name()).toBe(name);
      expect(description.length).toBeGreaterThan(10);
    },
  );
});
