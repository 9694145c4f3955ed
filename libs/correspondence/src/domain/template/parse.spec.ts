import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadTemplates, shippedTemplates, TemplateFaults } from '../../files/load.js';
import { parse } from './parse.js';

const sentencesOf = (text: string) =>
  parse('x.md', text).faults.map(({ line, sentence }) => `${line}: ${sentence}`);

describe('the text of a template', () => {
  it.each([
    ['an unknown tag', 'a\n{{#unless x}}', /^2: .*#unless x.* is not known/],
    ['a tag that is never closed', '{{#if x}}', /^1: .*never closed/],
    ['a closing of nothing', 'a\n\n{{/if}}', /^3: .*closes nothing/],
    ['a branch of no condition', '{{else}}', /^1: .*stands in no/],
    ['a field without a name', '{Navn Navnesen}', /^1: .*is no name of a field/],
    ['a condition that is none', '{{#if x=code}}a{{/if}}', /^1: .*is no condition/],
    ['marks of the program itself', 'a\uE000b', /private use/],
  ])('is refused for %s, and where', (_, text, sentence) => {
    expect(sentencesOf(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('the folder of a municipality', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'letters-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const faults = (): readonly string[] => {
    try {
      loadTemplates(shippedTemplates, folder);
      return [];
    } catch (error) {
      if (!(error instanceof TemplateFaults)) throw error;
      return error.faults.map(
        ({ file, line = '', sentence }) => `${file.replace(`${folder}/`, '')}:${line} ${sentence}`,
      );
    }
  };
  const declared = 'id: note\nversion: 1\nabout: REFERRAL\ntitle: { nb: Notat, nn: Notat }\n';
  const text = '# Notat\n\n{{> contact}}\n';

  it('adds letters and takes the place of shipped ones', () => {
    write({ 'note/letter.yaml': declared, 'note/nb.md': text, 'note/nn.md': text });
    write({ 'blocks/contact.nb.md': '{{#element CONTACT}}\nRing oss.\n{{/element}}\n' });
    write({ 'blocks/contact.nn.md': '{{#element CONTACT}}\nRing oss.\n{{/element}}\n' });
    const templates = loadTemplates(shippedTemplates, folder);
    expect(templates.get('note')?.version).toBe(1);
    expect(templates.get('decision')?.digest).not.toBe(
      loadTemplates(shippedTemplates).get('decision')?.digest,
    );
  });

  it.each<[string, Readonly<Record<string, string>>, readonly (string | RegExp)[]]>([
    [
      'nynorsk that is missing',
      { 'note/letter.yaml': declared, 'note/nb.md': text },
      ['note/nn.md: The letter is missing in nynorsk.'],
    ],
    [
      'a field that no letter knows, in both places',
      { 'note/letter.yaml': declared, 'note/nb.md': `${text}\n{case.colour}`, 'note/nn.md': text },
      [/^note\/nb.md:5 \{case.colour\} is no field/, /^note\/nn.md: “case.colour” is used in/],
    ],
    [
      'a code that a field never is',
      {
        'note/letter.yaml': declared,
        'note/nb.md': `${text}{{#if recipient.role=KING}}a{{/if}}`,
        'note/nn.md': `${text}{{#if recipient.role=KING}}a{{/if}}`,
      },
      [/nb.md:4 “recipient.role” is never KING. It may be SUBJECT/, /nn.md:4/],
    ],
    [
      'a block that is not there',
      { 'note/letter.yaml': declared, 'note/nb.md': `${text}{{> gone}}`, 'note/nn.md': text },
      [/^note\/nb.md:4 There is no block “gone”/],
    ],
    [
      'a decision without its complaint section (inv. 9)',
      { 'decision/nb.md': '# Svar\n\n{decision.facts}\n' },
      [/COMPLAINT_PBRL/],
    ],
    [
      'a declaration that says what nobody knows',
      {
        'note/letter.yaml': `${declared}colour: red\nrecipients: [KING]\n`,
        'note/nb.md': text,
        'note/nn.md': text,
      },
      [/“colour” is not known/, /recipients is a list of SUBJECT/],
    ],
    [
      'a field said to be written that is known of the case',
      {
        'note/letter.yaml': `${declared}written: { case.number: { nb: a, nn: a } }\n`,
        'note/nb.md': text,
        'note/nn.md': text,
      },
      [/“case.number” is known of the case/],
    ],
    [
      'no YAML at all',
      { 'note/letter.yaml': 'a: [', 'note/nb.md': text, 'note/nn.md': text },
      [/It is no YAML/],
    ],
  ])('is refused for %s, naming it', (_, files, expected) => {
    write(files);
    const found = faults();
    for (const one of expected) {
      expect(found).toContainEqual(typeof one === 'string' ? one : expect.stringMatching(one));
    }
  });
});
