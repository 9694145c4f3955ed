import { placesIn } from '#projections/audit-trail/text';
import { changeTold, elementsOf, partiesIn } from './case-change.js';
import { columnWords } from './case-words.js';

const telling = { language: 'nb', nameOf: (id: string) => `navnet på ${id}` } as const;

describe('what is told of a changed column', () => {
  it.each([...columnWords].flatMap(([column, words]) => (words.each ? [[column, words] as const] : [])))(
    'has every place of %s filled, the same in both languages',
    (_, { field, each = { nb: '', nn: '' } }) => {
      const [nb, nn] = [placesIn(each.nb), placesIn(each.nn)];
      const places = [...nb.told, ...nb.asked, ...nn.told, ...nn.asked];
      expect(Object.keys(field.element?.fields ?? {})).toEqual(expect.arrayContaining(places));
      expect([...nn.told].toSorted()).toEqual([...nb.told].toSorted());
    },
  );

  it('says days, codes, names and texts in words, and null where nothing stands', () => {
    expect(changeTold({ column: 'decided_on', was: null, now: '2026-03-02' }, telling)).toEqual({
      field: 'decidedOn',
      called: 'dato for avgjørelsen',
      was: null,
      now: '2. mars 2026',
    });
    expect(changeTold({ column: 'assignee_id', was: 'p1', now: 'p2' }, telling)).toMatchObject({
      was: 'navnet på p1',
      now: 'navnet på p2',
    });
    expect(changeTold({ column: 'wish', was: 'Kari', now: { disposed: true } }, telling)).toMatchObject({
      was: '«Kari»',
      now: '[slettet]',
    });
  });

  it('tells an answer that went to two of them one by one, without what is empty', () => {
    const to = { partyId: null, deliveredOn: null, proof: null, returnedOn: null, returnCause: null };
    const sent = [
      {
        dispatchId: 'd',
        decisionId: 'v',
        sentOn: '2026-03-02',
        channel: 'LETTER',
        to: [
          { ...to, recipient: 'SUBJECT' },
          { ...to, recipient: 'GUARDIAN', partyId: 'verge', deliveredOn: '2026-03-05', proof: 'STATED' },
        ],
      },
    ];
    const now = elementsOf('dispatches', sent);
    expect(partiesIn('dispatches', now)).toEqual(['verge']);
    const told = changeTold({ column: 'dispatches', was: [], now }, { ...telling, language: 'nn' });
    expect(told.was).toBeNull();
    expect(told.now).toMatch(
      /^sendt 2\. mars 2026 til .+ \(.+\); sendt 2\. mars 2026 til .+ \(navnet på verge\) \(.+\); kom fram 5\. mars 2026 \(.+\)$/,
    );
  });
});
