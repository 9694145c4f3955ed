import { declared } from '#apps/codec';
import { codecOf, type Field } from '#event-sourcing';
import { leavesOf } from '#event-sourcing/declaration-check';
import { codesOf, everyDeclared } from './golden.js';

const leaves = everyDeclared.flatMap(({ events, type, declaration }) =>
  [...leavesOf(declaration.fields)].map(([path, field]) => ({
    name: `${events.category}: ${type}.${path}`,
    events,
    path,
    field,
  })),
);
const readable = new Set(['code', 'id', 'serial', 'municipalityNo', 'date', 'instant', 'digest']);
const holdsText = ({ schema }: Field) =>
  !('type' in schema) || schema.type === 'string' || Array.isArray(schema.type);
/** What must never stand readable in the log. */
const telling = ['Testine Prøvesen', 'Testine', 'Bor hos mor', 'test@example.org', '+47 900 00 000', 'é', ''];

describe('every declared event', () => {
  it('fits together with all others', () => {
    expect(() => codecOf(declared)).not.toThrow();
  });

  it('holds no text that is neither personal nor a code, an id, a number of a series, a date, an instant or a digest', () => {
    const faults = leaves.filter(
      ({ field }) => holdsText(field) && field.personal === undefined && !readable.has(field.kind),
    );
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  it('has readable fields whose form lets no sentence, address or name with its spaces through', () => {
    const faults = leaves.filter(({ field }) => {
      if (field.personal || !holdsText(field) || codesOf(field).length > 0) return false;
      const { pattern } = field.schema as { pattern?: string };
      // A single word has the form of an id; that ids are opaque is a matter of what is put there.
      const words = field.kind === 'id' ? telling.filter((text) => !/^\w+$/.test(text)) : telling;
      return pattern === undefined || words.some((text) => new RegExp(pattern, 'u').test(text));
    });
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  it('seals whatever is named like a name, a reason, a note or a number of a person', () => {
    const suspicious = /(name|reason|note|wish|text|summary|comment|identityNumber|birthDate|deathDate|phone|email)$/i;
    const faults = leaves.filter(
      ({ path, field }) => suspicious.test(path) && field.personal === undefined && field.kind !== 'code',
    );
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  it('says of each id what it is the id of, but of those of its own stream', () => {
    // Whom or what an event names is asked about, and told by its name, only where the declaration says what the id refers to.
    const faults = leaves.filter(({ events, path, field }) => {
      const isOwn = path === events.owner || path === `${events.category}Id`;
      return /Ids?(\[\])?$/.test(path) && !isOwn && !field.refersTo && !field.idOf && !field.makes;
    });
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  it('has codes in SCREAMING_SNAKE', () => {
    const odd = leaves.flatMap(({ name, field }) =>
      codesOf(field).flatMap((code) => (/^[A-Z][A-Z0-9_]*$/.test(code) ? [] : [`${name} ${code}`])),
    );
    expect(odd).toEqual([]);
  });
});
