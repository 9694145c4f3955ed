import { notAnswered, shownSteps } from './shown-answer.js';

describe('an answer beside what a page shows', () => {
  const answer =
    '{"caseId":"6c43bdab-da8e-5544-94fb-ee18d50f5742","at":"2026-01-02T03:04:05.678Z","status":"MAPPED","readAfter":"MTQ4"}';

  it('is the same in another layout, with other ids, times and positions', () => {
    const shown =
      '{ "caseId": "00000000-da8e-5544-94fb-ee18d50f5742",\n "at": "2026-09-09T03:04:05Z", "status": "MAPPED", "readAfter": "x-_" }\n';
    expect(notAnswered(shown, answer)).toBeUndefined();
  });

  it('may hold more only where the page says so', () => {
    expect(notAnswered('{…, "status": "MAPPED", …}', answer)).toBeUndefined();
    expect(notAnswered('{…, "status": "MAPPED"}', answer)).toBe(',"status":"MAPPED"}');
    expect(notAnswered('{"status": "MAPPED", …}', answer)).toBe('{"status":"MAPPED",');
  });

  it('differs with another value, another order, or an id that is none', () => {
    expect(notAnswered('{…"status":"OPEN"…}', answer)).toBe('"status":"OPEN"');
    expect(notAnswered('{…"status"…"caseId"…}', answer)).toBe('"caseId"');
    expect(notAnswered('{"caseId":"case-1"…}', answer)).toBe('{"caseId":"case-1"');
    expect(notAnswered('{}', answer)).toBe('{}');
  });
});

describe('the steps of a page', () => {
  it('are its sh blocks, each with the answer after it', () => {
    const page = '```bash\nnpm ci\n```\n\n```sh\nask\n```\n\nWords.\n\n```json\n{}\n```\n';
    expect(shownSteps(page)).toEqual([{ commands: 'ask\n', answer: '{}\n' }]);
  });

  it('without an answer are refused', () => {
    expect(() => shownSteps('```sh\nask\n```\n\n```sh\nask\n```\n')).toThrow('No answer is shown for:\nask');
  });
});
