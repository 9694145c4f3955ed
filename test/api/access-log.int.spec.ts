import { randomUUID } from 'node:crypto';
import { AccessLogWatch, notedEnds } from '#apps/access-log-watch';
import { createPool, type Pool, roles } from '#postgres';
import { type AccessEntry, viewerRoles } from '#personal-data';
import { openedRecords, opensNobody } from '#apps/api/src/access-log/opened';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done } from './procedure.js';
import { Scene } from './scene.js';

interface Operation {
  readonly 'x-samspor-opens'?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
}

let app: TestApp;
let admin: Pool;
const clients = new Map<string, ApiClient>();
const as = (role: string) => clients.get(role)!;
beforeAll(async () => {
  app = await startTestApp();
  admin = createPool({
    connectionString: app.database.vaultSuperuserUrl,
    applicationName: 'samspor test',
    max: 1,
  });
  for (const role of viewerRoles) {
    clients.set(role, await ApiClient.as(app.url, role, '1576', `innsyn-${role}`));
  }
});
afterAll(async () => {
  await admin.end();
  await app.stop();
});

const entries = (limit = 1_000) =>
  app.parts.vault.accessLog.page({ municipality: '1576' }, { before: undefined, limit });
/** What came into the log meanwhile, the oldest first. */
async function noted(work: () => Promise<unknown>): Promise<Partial<AccessEntry>[]> {
  const [last] = await entries(1);
  await work();
  return (await entries()).filter(({ seq }) => seq > (last?.seq ?? 0)).toReversed();
}

async function person(familyName = 'Prøvesen') {
  const { body, status } = await as('CASEWORKER').post('/v1/subjects', { givenName: 'Testine', familyName });
  expect(status).toBe(201);
  return { subjectId: body.subjectId as string, readAfter: body.readAfter as string };
}

describe('Every reading', () => {
  it('has its entry, or says on its route why it is about nobody', async () => {
    const { body: openapi } = await as('LEADER').get('/openapi.json');
    const asked: string[] = [];
    const faults: string[] = [];
    for (const [path, operations] of Object.entries(
      openapi.paths as Record<string, Record<string, Operation>>,
    )) {
      for (const [verb, operation] of Object.entries(operations)) {
        const reads = verb === 'get' || /search|preview|package-rehearsal/.test(path);
        if (!path.startsWith('/v1/') || !reads) continue;
        const opens = operation['x-samspor-opens'];
        const query = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required);
        const values: Record<string, string> = {
          topic: 'courses',
          cell: 'P1',
          from: '2026-01-01',
          to: '2026-02-01',
        };
        const told = query.map(({ name }) => `${name}=${values[name]}`).join('&');
        const address = `${path.replaceAll(/\{\w+\}/g, () => randomUUID())}?${told}`;
        const body = path.includes('package')
          ? {}
          : path.includes('preview')
            ? { template: 'receipt', recipient: 'SUBJECT' }
            : path.includes('national-status')
              ? { year: 2025 }
              : { name: 'Prøvesen' };
        const found = await noted(async () => {
          for (const role of viewerRoles) {
            const { status } = await as(role).send(
              verb.toUpperCase(),
              address,
              verb === 'get' ? undefined : body,
            );
            if (status < 400 || status === 404) asked.push(`${verb} ${path}`);
            if (status >= 500) faults.push(`${verb} ${path}: ${status}`);
          }
        });
        const isOpened = openedRecords.codes.some((code) => code === opens);
        if (opens === undefined) faults.push(`${verb} ${path} says nothing of what it opens`);
        if (isOpened && found.length < viewerRoles.length) faults.push(`${verb} ${path} is not noted`);
        if (found.some(({ what }) => what !== opens)) {
          faults.push(`${verb} ${path} is noted as another thing`);
        }
        if (!isOpened && found.length > 0) faults.push(`${verb} ${path} is noted, though it opens nobody`);
        if (!isOpened && opens && !opens.includes(' ') && !(opens in opensNobody)) {
          faults.push(`${verb} ${path} gives no reason`);
        }
      }
    }
    expect(faults).toEqual([]);
    // Of each somebody was let in, or told that it is not there: it came to a question.
    expect(new Set(asked).size).toBeGreaterThan(80);
  });

  it('of a person says who, in which role and unit, for what, of whom, and that it was shown', async () => {
    const { subjectId, readAfter } = await person();
    const found = await noted(() => as('CASEWORKER').get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`));
    expect(found).toEqual([
      expect.objectContaining({
        municipality: '1576',
        role: 'CASEWORKER',
        purpose: 'CASEWORK',
        what: 'person',
        route: 'GET /v1/subjects/:subjectId',
        recordId: subjectId,
        subjectIds: [subjectId],
        outcome: 'SHOWN',
      }),
    ]);
    expect(found[0]?.partyId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of a list is one entry with those who were shown', async () => {
    const scene = await Scene.in(app.url, '1576');
    const { readAfter } = await person('Sistesen');
    const [one] = await noted(() => scene.worker.get(`/v1/cases?readAfter=${readAfter}`));
    const { body } = await scene.worker.get('/v1/cases');
    const shown = body.cases.map((line: { subject: { subjectId: string } }) => line.subject.subjectId);
    expect(new Set(one?.subjectIds)).toEqual(new Set(shown));
  });

  it('by name is kept without the name', async () => {
    const found = await noted(() => as('CASEWORKER').post('/v1/person-searches', { name: 'Hemmelighetsen' }));
    expect(found).toMatchObject([{ what: 'personSearch', purpose: 'REGISTRATION', subjectIds: [] }]);
    const { rows } = await admin.query<{ all: string }>(
      'select string_agg(e::text, chr(10)) as all from access_log.entries e',
    );
    expect(rows[0]?.all).not.toMatch(/hemmelighetsen|prøvesen|testine/i);
  });

  it('that is refused is noted: by the role, and what is not there for who asks', async () => {
    const { subjectId, readAfter } = await person();
    const path = `/v1/subjects/${subjectId}?readAfter=${readAfter}`;
    expect(await noted(() => as('ADMIN').get(path))).toMatchObject([
      { outcome: 'REFUSED', role: 'ADMIN', subjectIds: [subjectId], what: 'person' },
    ]);
    expect(await noted(() => as('COORDINATOR').get(path))).toMatchObject([
      { outcome: 'NOT_FOUND', role: 'COORDINATOR', subjectIds: [subjectId], purpose: 'OWN_CASES' },
    ]);
  });

  it('shows nothing while it cannot be noted', async () => {
    const { subjectId, readAfter } = await person();
    const path = `/v1/subjects/${subjectId}?readAfter=${readAfter}`;
    await admin.query(`revoke insert on access_log.entries from ${roles.accessLog}`);
    try {
      for (const [client, address] of [
        [as('CASEWORKER'), path],
        [as('ADMIN'), path],
        [as('CASEWORKER'), `/v1/subjects/${randomUUID()}`],
        [as('CASEWORKER'), '/v1/cases'],
      ] as const) {
        const { status, body, headers } = await client.get(address);
        expect([status, body.type]).toEqual([503, 'access-log-unavailable']);
        expect(JSON.stringify(body)).not.toContain('Testine');
        expect(headers.get('retry-after')).toBe('1');
      }
      expect((await as('CASEWORKER').get('/v1/units')).status).toBe(200);
    } finally {
      await admin.query(`grant insert on access_log.entries to ${roles.accessLog}`);
    }
    expect((await as('CASEWORKER').get(path)).status).toBe(200);
  });
});

describe('The access log', () => {
  it('shows leader and auditor who read, by name also who has recorded nothing, the newest first, and is read itself', async () => {
    const { subjectId, readAfter } = await person('Loggesen');
    await as('CASEWORKER').get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`);
    await as('LEADER').get(`/v1/subjects/${subjectId}/coordination`);
    const found = await noted(async () => {
      const { body } = await as('AUDITOR').get(`/v1/access-log?subjectId=${subjectId}`);
      expect(body.entries).toMatchObject([
        { reader: { name: expect.any(String) }, role: 'LEADER', outcome: 'SHOWN', what: 'coordination' },
        {
          role: 'CASEWORKER',
          what: 'person',
          subjects: [{ subjectId, familyName: 'Loggesen' }],
          subjectCount: 1,
        },
      ]);
    });
    expect(found).toMatchObject([
      { what: 'accessLog', role: 'AUDITOR', purpose: 'ACCESS_CONTROL', subjectIds: [subjectId] },
    ]);
    for (const role of ['CASEWORKER', 'ADMIN', 'COORDINATOR']) {
      expect((await as(role).get('/v1/access-log')).status).toBe(403);
    }
  });

  it('is filtered and comes a page at a time', async () => {
    const { subjectId, readAfter } = await person();
    const path = `/v1/subjects/${subjectId}?readAfter=${readAfter}`;
    for (const role of ['CASEWORKER', 'LEADER', 'ADMIN']) await as(role).get(path);
    const of = async (query: string) => {
      const { body, status } = await as('LEADER').get(`/v1/access-log?subjectId=${subjectId}&${query}`);
      expect(status).toBe(200);
      return body as {
        entries: { role: string; what: string; at: string; reader: { partyId: string } }[];
        next?: string;
      };
    };
    const ofPerson = async (query: string) =>
      (await of(query)).entries.filter(({ what }) => what === 'person').map(({ role }) => role);
    expect(await ofPerson('')).toEqual(['ADMIN', 'LEADER', 'CASEWORKER']);
    expect(await ofPerson('outcome=REFUSED')).toEqual(['ADMIN']);
    const { entries: all } = await of('');
    const caseworker = all.find(({ role }) => role === 'CASEWORKER')?.reader.partyId;
    expect(await ofPerson(`readerId=${caseworker}`)).toEqual(['CASEWORKER']);
    expect(await ofPerson('from=2026-01-01&to=2026-01-02')).toEqual([]);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo' });
    const [first, last] = [all.at(-1)?.at, all.at(0)?.at].map((at) => day.format(new Date(at ?? '')));
    expect(await ofPerson(`from=${first}&to=${last}`)).toEqual(['ADMIN', 'LEADER', 'CASEWORKER']);
    const start = await of('outcome=SHOWN&limit=1');
    expect(start.entries).toHaveLength(1);
    const rest = await of(`outcome=SHOWN&limit=1&after=${start.next}`);
    expect((rest.entries[0]?.at ?? '9') <= (start.entries[0]?.at ?? '')).toBe(true);
    expect(rest.entries).not.toEqual(start.entries);
  });

  it('is given to the person on paper, in the language that is asked for', async () => {
    const { subjectId, readAfter } = await person('Papirsen');
    await as('CASEWORKER').get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`);
    const path = `/v1/subjects/${subjectId}/access-log`;
    expect(done(await as('LEADER').get(path))).toMatchObject({
      subject: { familyName: 'Papirsen' },
      entries: [{ role: 'CASEWORKER', what: 'person' }],
    });
    for (const language of ['nb', 'nn']) {
      const { status, headers, body } = await as('AUDITOR').get(`${path}/print`, {
        headers: { 'accept-language': language },
      });
      expect([status, headers.get('content-type'), headers.get('content-language')]).toEqual([
        200,
        'application/pdf',
        language,
      ]);
      expect(body.slice(0, 5)).toBe('%PDF-');
    }
    expect((await as('CASEWORKER').get(path)).status).toBe(403);
    expect((await as('LEADER').get(`/v1/subjects/${randomUUID()}/access-log`)).status).toBe(404);
  });

  it('shows nothing of another municipality, whose chain is its own', async () => {
    const other = await ApiClient.as(app.url, 'LEADER', '9999');
    const found = await noted(() => other.get('/v1/cases'));
    expect(found).toEqual([]);
  });

  it('is looked at: its end is noted in the log, and who cuts it, or changes what came since, is told of', async () => {
    const { runner, vault } = app.parts;
    const clock = { at: () => '2026-03-02T09:00:00.000Z', today: () => '2026-03-02' };
    const watch = new AccessLogWatch({ accessLog: vault.accessLog, runner, clock });
    // As another process knows it: nothing of what this one wrote.
    const later = new AccessLogWatch({
      accessLog: {
        check: (...asked) => vault.accessLog.check(...asked),
        municipalities: () => vault.accessLog.municipalities(),
        written: new Map(),
      },
      runner,
      clock,
    });
    try {
      await watch.look();
      await watch.look();
      expect([watch.fault(), (await notedEnds(runner, '1576')).length]).toEqual([undefined, 1]);
      await as('CASEWORKER').get('/v1/cases');
      await admin.query(
        `update access_log.entries set party_id = 'x' where municipality = '1576' and seq = (select max(seq) from access_log.entries where municipality = '1576')`,
      );
      await watch.look();
      expect(watch.fault()).toMatch(
        /^The access log of 1576 was changed: entry \d+ is not what was written there\./,
      );
      const [end] = await notedEnds(runner, '1576');
      await admin.query(`delete from access_log.entries where municipality = '1576' and seq >= $1`, [
        end?.seq,
      ]);
      await later.look();
      expect(later.fault()).toContain(`it ends before entry ${end?.seq}`);
      expect(await notedEnds(runner, '1576')).toHaveLength(1);
    } finally {
      watch.stop();
      later.stop();
    }
  });
});
