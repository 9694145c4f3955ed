import { codec } from '#apps/codec';
import { type CaseFact, Log } from '../../../../projections/log.testing.js';
import { aboutEntry } from './person.js';

const received: CaseFact = {
  type: 'ApplicationReceived',
  data: {
    caseId: 'c',
    subjectId: 's',
    items: ['COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Helst en hun kjenner',
  },
};

describe('what is shown of one entry before its texts are disposed of', () => {
  it('is that it must be marked as recorded in error first, until it is', async () => {
    const log = new Log();
    const [entry] = await log.inCase('c', received);
    if (!entry) throw new Error('it was recorded');
    const shown = () => aboutEntry({ store: log.store, codec }, entry.stream, entry.id);
    expect(await shown()).toBe(
      `The entry ${entry.id} in case-1576.c stands. Mark it as recorded in error first: only then can its texts go.`,
    );
    const mark = await log.annul(entry);
    expect(await shown()).toMatch(/ go, and of what was said of it\.$/);
    await log.annul(mark);
    expect(await shown()).toContain('stands');
  });
});
