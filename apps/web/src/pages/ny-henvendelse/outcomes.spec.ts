import { commandsFor, leftOf, likelyOutcome, outcomesFor } from './outcomes.js';

const open = [{ caseId: 'c1', caseNumber: '2026/14' }];
const values = {
  subjectId: 's1',
  sourceType: 'MUNICIPAL_SERVICE',
  channel: 'PHONE',
  receivedOn: '2026-11-30',
  note: 'Mor er sliten.',
  callerUnit: 'SCHOOL',
};
const bodies = (...asked: Parameters<typeof commandsFor>) =>
  commandsFor(...asked).map(({ make }) => make({ enquiryId: 'e1', caseId: 'c9' }));

describe('what a call becomes', () => {
  test('is a need for somebody without a case, and goes to the case of somebody who has one', () => {
    expect(likelyOutcome(values, [])).toBe('NEED');
    expect(likelyOutcome(values, open)).toBe('EXISTING_CASE');
    expect(likelyOutcome({ ...values, subjectId: undefined }, [])).toBe('WAIT');
  });

  test('is no application of somebody who does not wish it', () => {
    expect(outcomesFor({ ...values, subjectWishes: 'NO' }, [])).not.toContain('APPLICATION');
    expect(outcomesFor({ ...values, subjectWishes: 'NO' }, open)).not.toContain('EXISTING_CASE');
  });

  test('keeps of a need nobody has asked about only who told, of whom and when', () => {
    const [need] = bodies('NEED', values, []);
    expect(need).toEqual({
      path: '/v1/cases',
      body: {
        opening: 'NEED',
        subjectId: 's1',
        channel: 'PHONE',
        receivedOn: '2026-11-30',
        notifierRole: 'EMPLOYEE',
        notifierUnit: 'SCHOOL',
        subjectWishes: 'NOT_ASKED',
      },
    });
  });

  test('keeps the need itself when the person wishes it', () => {
    const [need] = bodies('NEED', { ...values, subjectWishes: 'YES', informedOn: '2026-11-27' }, []);
    expect(need?.body).toMatchObject({ need: 'Mor er sliten.', informedOn: '2026-11-27' });
  });

  test('is an enquiry that becomes part of the open case', () => {
    expect(bodies('EXISTING_CASE', values, open).map(({ path, body }) => [path, body])).toEqual([
      ['/v1/enquiries', expect.objectContaining({ text: 'Mor er sliten.', subjectId: 's1' })],
      ['/v1/enquiries/e1/cases', { caseId: 'c1' }],
    ]);
  });

  test('is answered, passed on or closed right away', () => {
    const more = {
      ...values,
      answer: 'Ja.',
      answeredOn: '2026-12-01',
      passOnTo: 'NAV',
      message: 'Ring.',
      closingReason: 'OTHER',
    };
    expect(bodies('ANSWERED', more, [])[1]).toEqual({
      path: '/v1/enquiries/e1/answers',
      body: { answer: 'Ja.', answeredOn: '2026-12-01', channel: 'PHONE' },
    });
    expect(bodies('PASSED_ON', more, [])[1]?.body).toEqual({ unit: 'NAV', message: 'Ring.' });
    expect(bodies('CLOSED', more, [])[1]?.body).toEqual({ reasonCode: 'OTHER' });
    expect(bodies('WAIT', more, [])).toHaveLength(1);
  });

  test('goes on where a try was cut off, and joins an enquiry that has become a case to it', () => {
    const names = (...of: Parameters<typeof leftOf>) => leftOf(...of).map(({ name }) => name);
    const answered = commandsFor('ANSWERED', values, []);
    expect(names(answered, {})).toEqual(['enquiry', 'follow-up']);
    expect(names(answered, { enquiryId: 'e1' })).toEqual(['follow-up']);
    const [opened, joined] = leftOf(commandsFor('NEED', values, []), { enquiryId: 'e1' });
    expect(opened?.name).toBe('case');
    expect(joined?.make({ enquiryId: 'e1', caseId: 'c9' })).toEqual({
      path: '/v1/enquiries/e1/cases',
      body: { caseId: 'c9' },
    });
    expect(names(commandsFor('NEED', values, []), { enquiryId: 'e1', caseId: 'c9' })).toEqual(['follow-up']);
  });
});
