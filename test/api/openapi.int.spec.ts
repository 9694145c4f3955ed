import { readFileSync, writeFileSync } from 'node:fs';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testNumber } from './procedure.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly example?: unknown;
  readonly 'x-code-list'?: string;
}
interface Operation {
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: { readonly 'application/json': { readonly schema: Schema } };
  };
  readonly parameters?: readonly (Pick<Schema, 'x-code-list'> & {
    readonly name: string;
    readonly schema: Schema;
  })[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** By name, so that the recorded document changes where something changes; the order in which needed fields are named says nothing. */
function inOrder(key: string, value: unknown): unknown {
  if (key === 'required' && Array.isArray(value)) return value.map(String).toSorted();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

describe('the OpenAPI document', () => {
  let app: TestApp;
  let worker: ApiClient;
  let admin: ApiClient;
  let leader: ApiClient;
  let coordinator: ApiClient;
  let unitLeader: ApiClient;
  let document: Document;

  beforeAll(async () => {
    app = await startTestApp({ withProjector: false });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    admin = await ApiClient.as(app.url, 'ADMIN');
    leader = await ApiClient.as(app.url, 'LEADER');
    coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    unitLeader = await ApiClient.as(app.url, 'UNIT_LEADER');
    document = (await worker.get('/openapi.json')).body as Document;
  });
  afterAll(() => app?.stop());

  const forAdmin =
    /\/v1\/parties\/[^/]+\/|\/v1\/(contact-cards|organisation|services|delegations|retention-periods|rule-versions|units|law-references|subscriptions|webhooks|streams|archive)(\/|$)/;
  const forLeader = /\/v1\/reports(\/|$)|\/emergency-readings\/[^/]+\/review$/;
  const forCoordinator =
    /\/follow-up\/(contact-notes$|corrections$|insight-decisions\/)|\/crisis-plan(\/(?!emergency)|$)|\/v1\/plans\/[^/]+\/(?!closure)/;
  const forUnitLeader = /\/clearances\/[^/]+\//;
  const whoFor = (path: string) => {
    if (forUnitLeader.test(path)) return unitLeader;
    if (forCoordinator.test(path)) return coordinator;
    if (forLeader.test(path)) return leader;
    return forAdmin.test(path) ? admin : worker;
  };
  /** As whoever the route is for. */
  const send = (method: string, path: string, body: unknown) =>
    whoFor(path).send(method.toUpperCase(), path, body);

  const resolved = ({ $ref, allOf, ...schema }: Schema): Schema => {
    const target = $ref ?? allOf?.[0]?.$ref;
    const found =
      target === undefined ? undefined : document.components.schemas[target.split('/').at(-1) ?? ''];
    return found ?? schema;
  };

  /** Something that the schema lets pass, with every field that has one. */
  const sample = (given: Schema): unknown => {
    const schema = resolved(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.enum !== undefined) return schema.enum[0];
    switch (String(schema.type)) {
      case 'object':
        return Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, of]) => [name, sample(of)]),
        );
      case 'array':
        return [sample(schema.items ?? {})];
      case 'boolean':
        return true;
      case 'integer':
        return schema.minimum ?? 1;
      default:
        if (schema.format === 'uuid') return '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21';
        if (schema.pattern === '^[0-9a-f]{64}$') return 'a'.repeat(64);
        return schema.pattern === '^[0-9]{11}$' ? testNumber(400) : 'Testine';
    }
  };

  /** Of what there is none of: a code, or an id. */
  const addressOf = (path: string) =>
    path
      .replaceAll(/\{(unit|courseCode)\}/g, 'NO_SUCH')
      .replaceAll('{draftId}', '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21')
      .replaceAll(/\{[^}]+\}/g, 'no-such');

  /** Every body that a route takes, with the route. */
  const bodies = () =>
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        if (schema === undefined) return [];
        const address = addressOf(path);
        return (schema.oneOf ?? [schema]).map((one) => ({ method, address, schema: resolved(one) }));
      }),
    );
  const contentOf = (response: unknown) =>
    (response as { content: { 'application/json': { schema: Schema } } }).content['application/json'].schema;
  const pathsIn = (body: { errors?: readonly { path: string }[] }) =>
    body.errors?.map(({ path }) => path) ?? [];

  // A change that is meant is recorded anew: GOLDEN=write npm run jest -- --testPathPatterns test/api/openapi
  it('is the recorded one: no answer and no body changes unseen', () => {
    const golden = new URL('./openapi.json', import.meta.url);
    const now = JSON.stringify(document, inOrder, 1);
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, `${now}\n`);
    expect(JSON.parse(now)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('is OpenAPI 3.1 and names every fixed route', () => {
    expect(document.openapi).toBe('3.1.0');
    const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes).toEqual(
      expect.arrayContaining([
        'POST /v1/subjects',
        'POST /v1/person-searches',
        'POST /v1/subjects/{subjectId}/identity/replacements',
        'POST /v1/subjects/{subjectId}/names',
        'POST /v1/subjects/{subjectId}/merge',
        'POST /v1/subjects/{subjectId}/consents',
        'POST /v1/subjects/{subjectId}/consents/{consentId}/withdrawal',
        'POST /v1/cases',
        'POST /v1/cases/{caseId}/application',
        'POST /v1/cases/{caseId}/application/completion',
        'POST /v1/cases/{caseId}/mapping-assignments',
        'POST /v1/cases/{caseId}/mapping-completion',
        'POST /v1/cases/{caseId}/meetings',
        'POST /v1/cases/{caseId}/decision',
        'POST /v1/cases/{caseId}/decision/notification',
        'POST /v1/cases/{caseId}/withdrawal',
        'POST /v1/cases/{caseId}/corrections',
        'POST /v1/subjects/{subjectId}/corrections',
        'POST /v1/subjects/{subjectId}/coordinators',
        'POST /v1/subjects/{subjectId}/coordinators/{appointmentId}/end',
        'POST /v1/subjects/{subjectId}/plans',
        'POST /v1/subjects/{subjectId}/group/members',
        'POST /v1/subjects/{subjectId}/group/members/{memberId}/departure',
        'POST /v1/plans/{planId}/closure',
        'GET /v1/cases',
        'GET /v1/cases/{caseId}',
        'GET /v1/cases/{caseId}/audit-trail',
        'GET /v1/coordination',
        'POST /demo/token',
      ]),
    );
  });

  it('asks for a token at every route under /v1, and documents problems there', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      if (!path.startsWith('/v1/')) continue;
      for (const operation of Object.values(operations)) {
        expect([path, operation.security]).toEqual([path, [{ bearer: [] }]]);
        expect(Object.keys(operation.responses)).toEqual(
          expect.arrayContaining(['400', '401', '403', '503']),
        );
      }
    }
  });

  it('has no answer that points nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)];
    expect(references.length).toBeGreaterThan(50);
    for (const [, name = ''] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('has a label in bokmål and nynorsk for every code of a request and an answer, in the list that is named beside it', async () => {
    const { labels } = (await worker.get('/v1/labels')).body as {
      labels: Record<string, Record<string, { nb: string; nn: string }>>;
    };
    const missing = new Set<string>();
    const lists = new Set<string>();
    let known = 0;
    const look = (path: string, given: Schema) => {
      const { 'x-code-list': list, enum: codes = [], items, properties = {}, oneOf = [] } = resolved(given);
      if (list !== undefined) lists.add(list);
      for (const code of codes.filter((of) => /^[A-Z][A-Z0-9_]*$/.test(of))) {
        const label = labels[list ?? '']?.[code];
        if (label?.nb && label.nn) known += 1;
        else missing.add(`${path} ${code}`);
      }
      if (items) look(path, items);
      for (const one of oneOf) look(path, one);
      for (const [inner, of] of Object.entries(properties)) look(`${path}.${inner}`, of);
    };
    for (const [path, operations] of Object.entries(document.paths)) {
      if (!path.startsWith('/v1/')) continue;
      for (const { responses, parameters = [] } of Object.values(operations)) {
        for (const { name, schema, ...rest } of parameters) look(`${path}?${name}`, { ...rest, ...schema });
        const answer = responses['200'] ?? responses['201'];
        if (answer !== undefined) look(path, contentOf(answer));
      }
    }
    for (const { address, schema } of bodies()) look(address, schema);
    expect([...missing]).toEqual([]);
    expect(known).toBeGreaterThan(180);
    expect([...lists].filter((list) => labels[list] === undefined)).toEqual([]);
    expect([...lists]).toEqual(expect.arrayContaining(['caseStatus', 'closureReason', 'unit', 'actorRole']));
  });

  it('says which fields are needed: without one, the API names it', async () => {
    const checked = bodies().filter(({ schema }) => (schema.required ?? []).length > 0);
    expect(checked.length).toBeGreaterThan(18);
    for (const { method, address, schema } of checked) {
      for (const name of schema.required ?? []) {
        const { [name]: _, ...without } = sample(schema) as Record<string, unknown>;
        const { status, body } = await send(method, address, without);
        expect([address, name, status, pathsIn(body).includes(name)]).toEqual([address, name, 400, true]);
      }
    }
  });

  it('says which fields there are: another one is named, and none of these is', async () => {
    for (const [name, { additionalProperties }] of Object.entries(document.components.schemas)) {
      if (name.endsWith('Body')) expect([name, additionalProperties]).toEqual([name, false]);
    }
    for (const { method, address, schema } of bodies()) {
      expect([address, schema.additionalProperties]).toEqual([address, false]);
      const { status, body } = await send(method, address, {
        ...(sample(schema) as object),
        somethingElse: 1,
      });
      expect([address, status, pathsIn(body)]).toEqual([address, 400, ['somethingElse']]);
    }
  });

  it('says where no body is needed', async () => {
    const said = Object.entries(document.paths).flatMap(([path, { post }]) =>
      post?.requestBody === undefined ? [] : [{ path, isNeeded: post.requestBody.required }],
    );
    expect(new Set(said.map(({ isNeeded }) => isNeeded))).toEqual(new Set([true, false]));
    for (const { path, isNeeded } of said) {
      const { status } = await send('post', addressOf(path), undefined);
      expect([path, status === 400]).toEqual([path, isNeeded]);
    }
  });

  it('says which fields go together: one of them, or at least one', async () => {
    const { CorrectionBody, PersonSearchBody } = document.components.schemas;
    expect(CorrectionBody?.oneOf).toEqual([{ required: ['changed'] }, { required: ['recordedInError'] }]);
    expect(PersonSearchBody?.anyOf?.map(({ required }) => required)).toEqual([
      ['identityNumber'],
      ['name'],
      ['birthDate'],
    ]);
    const correction = { eventId: 'no-such', reason: 'Prøve' };
    const error = { recordedInError: { reasonCode: 'DUPLICATE' } };
    for (const fields of [{}, { changed: { signed: true }, ...error }]) {
      const { status, body } = await worker.post('/v1/cases/no-such/corrections', {
        ...correction,
        ...fields,
      });
      expect([status, pathsIn(body)]).toEqual([400, ['changed', 'recordedInError']]);
    }
    expect((await worker.post('/v1/cases/no-such/corrections', { ...correction, ...error })).status).toBe(
      404,
    );
    expect((await worker.post('/v1/person-searches', {})).status).toBe(400);
  });

  it('counts the characters of a text as the API does', async () => {
    const search = async (name: string) => (await worker.post('/v1/person-searches', { name })).status;
    expect([await search('👋'.repeat(200)), await search('👋'.repeat(201))]).toEqual([200, 400]);
    const named = { givenName: '👋'.repeat(200), familyName: 'Prøvesen' };
    expect((await worker.post('/v1/subjects', named)).status).toBe(201);
  });

  it('says what a profile and the health of the service hold, and they hold no more', async () => {
    for (const path of ['/v1/profile', '/health/live', '/health/ready']) {
      const operation = document.paths[path]?.['get'];
      const { status, body } = await worker.get(path);
      const { properties = {} } = contentOf(operation?.responses[String(status)]);
      expect([path, Object.keys(body as object).toSorted()]).toEqual([
        path,
        Object.keys(properties).toSorted(),
      ]);
    }
  });

  it('says what a demonstration token is refused for', () => {
    const { responses } = document.paths['/demo/token']?.['post'] ?? {};
    expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['201', '400', '404']));
  });

  it('says what fields hold: codes, patterns, lengths and lists', async () => {
    let checked = 0;
    for (const { method, address, schema } of bodies()) {
      for (const [name, of] of Object.entries(schema.properties ?? {})) {
        for (const wrong of wrongFor(resolved(of))) {
          const { status, body } = await send(method, address, {
            ...(sample(schema) as object),
            [name]: wrong,
          });
          const isNamed = pathsIn(body).some((path) => path === name || path.startsWith(`${name}.`));
          expect([address, name, wrong, status, isNamed]).toEqual([address, name, wrong, 400, true]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(150);
  }, 120_000);

  const wrongFor = ({ type, enum: codes, pattern, format, maxLength, maxItems }: Schema): unknown[] => [
    ...([type].flat().includes('null') ? [] : [null]),
    ...([type].flat().includes('string') ? [7, ['a']] : []),
    ...(type === 'boolean' ? ['true'] : []),
    ...(type === 'array' ? ['a'] : []),
    ...(codes === undefined ? [] : ['NO_SUCH_CODE']),
    ...(pattern === undefined ? [] : ['ø ø']),
    ...(format === 'date' ? ['2026-02-30'] : []),
    ...(maxLength === undefined ? [] : ['A'.repeat(maxLength + 1)]),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, (_, i) => `A${i}`)]),
  ];
});
