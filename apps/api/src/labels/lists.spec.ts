import { declared } from '#apps/codec';
import { wordFor } from '#event-sourcing';
import { leavesOf } from '#event-sourcing/declaration-check';
import { codeLists, listsByField } from './lists.js';

/** Every code of an event, by `Event.field`; corrections have the same. */
const codes = declared.flatMap((events) =>
  Object.entries(events.all)
    .filter(([type]) => !type.endsWith('Corrected'))
    .flatMap(([type, { fields }]) => [...leavesOf(fields, `${type}.`)]),
);

describe('the lists of codes', () => {
  it('are known of every field whose codes are fixed', () => {
    const fixed = codes
      .map(([path, { schema }]) => [path.replaceAll('[]', ''), (schema as { enum?: string[] }).enum] as const)
      .filter(([, of]) => of !== undefined);
    expect(fixed.length).toBeGreaterThan(30);
    expect(fixed.map(([path]) => [path, listsByField.get(path)?.codes])).toEqual(fixed);
  });

  it('tell lists apart that fields of one name have', () => {
    const nameOf = (field: string) => listsByField.get(field)?.name;
    expect(nameOf('PlanClosed.reasonCode')).toBe('closureReason');
    expect(nameOf('CoordinatorReleased.reasonCode')).toBe('releaseReason');
    expect(nameOf('RecordedInErrorMarked.reasonCode')).toBe('recordedInErrorReason');
    expect(nameOf('CoordinatorAppointed.kind')).toBe('coordinatorKind');
    expect(nameOf('PartyRegistered.kind')).toBe('partyKind');
    expect(nameOf('DecisionMade.items.outcome')).toBe('outcome');
  });

  it.each(codeLists.map((list) => [list.name, list] as const))(
    'have words in both languages, and no place left open: %s',
    (_, list) => {
      expect(list.codes.length).toBeGreaterThan(0);
      for (const code of list.codes) {
        const words = wordFor(list, code);
        expect(words).not.toContain(code);
        expect(words.join(' ')).toMatch(/^[^<>{}]{3,}$/);
      }
    },
  );
});
