import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import {
  InvalidAppend,
  InvalidFact,
  KeyReused,
  LogFault,
  NoRoom,
  Rejection,
  StaleRevision,
  StoreUnavailable,
  TooMuchContention,
} from '#event-sourcing';
import { ClaimConflict, LoginBound, LostKey } from '#personal-data';
import { toldIn } from './problem.js';
import { problemFrom } from './problem-from.js';

const planted = 'Testine Prøvesen';
const answerTo = (error: Error, methods: readonly string[] = []) =>
  toldIn(
    'en',
    problemFrom(error, () => methods),
  );
const said = { en: 'A plan rests on it.', nb: 'En plan bygger på det.', nn: 'Ein plan byggjer på det.' };

describe('the answer to an error', () => {
  it.each<[Error, number, string]>([
    [new Rejection('coordination/plan-already-active', said), 409, 'coordination/plan-already-active'],
    [new Rejection('casework/no-such-case', said), 404, 'casework/no-such-case'],
    [new StaleRevision('case-1576.1', 1n, 2n), 412, 'stale-revision'],
    [new KeyReused('command'), 422, 'key-reused'],
    [new ClaimConflict('command'), 422, 'key-reused'],
    [new InvalidAppend(planted), 400, 'invalid-body'],
    [new TooMuchContention('case-1576.1'), 503, 'contention'],
    [new StoreUnavailable(planted), 503, 'log-unavailable'],
    [new NoRoom(planted), 503, 'no-room'],
    [Object.assign(new Error(planted), { code: '53100' }), 503, 'no-room'],
    [Object.assign(new Error(planted), { code: 'ECONNREFUSED' }), 503, 'database-unavailable'],
    [Object.assign(new Error(planted), { code: '42P01' }), 503, 'read-models-being-made'],
    [new LogFault(planted), 500, 'record-unreadable'],
    [new LoginBound(), 409, 'parties/login-taken'],
    [
      new InvalidFact('ApplicationReceived', [
        { path: 'receivedOn', fault: { en: 'is no day', nb: 'er ingen dag', nn: 'er ingen dag' } },
      ]),
      400,
      'invalid-body',
    ],
    [new BadRequestException(planted), 400, 'malformed-json'],
    [new PayloadTooLargeException(planted), 413, 'body-too-large'],
    [new NotFoundException(planted), 404, 'not-found'],
    [new TypeError(planted), 500, 'internal-error'],
  ])('%s is its own problem, and says nothing of what was sent', (error, status, type) => {
    const problem = answerTo(error);
    expect([problem.status, problem.body.status, problem.body.type]).toEqual([status, status, type]);
    expect(JSON.stringify(problem)).not.toContain(planted);
    if (status === 503) expect(problem.headers['Retry-After']).toBeDefined();
  });

  it('names the key that the vault has lost, for the operator who looks for it', () => {
    const place = { stream: 'case-1576.1', eventId: 'e1', field: 'reason' };
    const { status, body } = answerTo(new LostKey('seat.key', place));
    expect([status, body.type, body.detail]).toEqual([
      500,
      'record-unreadable',
      expect.stringContaining('no key seat.key'),
    ]);
  });

  it('names what stands in the way of a correction', () => {
    const restsOn = [{ eventId: 'e1', type: 'PlanStarted', stream: 'coordination-1576.1' }];
    expect(answerTo(new Rejection('casework/rests-on', said, restsOn)).body).toMatchObject({
      restsOn,
    });
  });

  it('names the other methods of an address', () => {
    const problem = answerTo(new NotFoundException(), ['GET', 'POST']);
    expect([problem.status, problem.headers['Allow']]).toEqual([405, 'GET, POST']);
  });

  it.each([
    ['en', 'It cannot be done as things stand', said.en],
    ['nb', 'Det lar seg ikke gjøre slik det står nå', said.nb],
    ['nn', 'Det lèt seg ikkje gjere slik det står no', said.nn],
  ] as const)('is told in %s, and says so', (language, title, detail) => {
    const rejection = new Rejection('coordination/plan-already-active', said);
    const { headers, body } = toldIn(
      language,
      problemFrom(rejection, () => []),
    );
    expect(headers).toEqual({ 'Content-Language': language });
    expect(body).toMatchObject({ title, detail });
  });
});
