import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom } from '#apps/projector/src/config';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image?: string;
  readonly pull_policy?: string;
  readonly command?: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly init?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

/** `dist/apps/api/src/main.js` is what the build makes of `apps/api/src/main.ts`. */
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

// No container engine is needed: what a typing error would break is checked on the files themselves.
describe('docker/compose.yaml', () => {
  it('runs programs that the build makes', () => {
    const programs = services.flatMap(
      ([, { command }]) => command?.filter((word) => word.startsWith('dist/')) ?? [],
    );
    expect(programs.toSorted()).toEqual(['dist/apps/cli/src/main.js', 'dist/apps/projector/src/main.js']);
    for (const program of programs) {
      expect([program, existsSync(join(root, sourceOf(program)))]).toEqual([program, true]);
    }
  });

  it('waits only for services that it declares, and mounts only secrets that it declares', () => {
    for (const [name, { depends_on = {}, secrets = [] }] of services) {
      for (const other of Object.keys(depends_on)) {
        expect([name, Object.keys(compose.services)]).toEqual([name, expect.arrayContaining([other])]);
      }
      for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
    }
  });

  it('runs API and projector from one image', () => {
    expect(compose.services['api']?.image).toBe('samspor');
    expect(compose.services['projector']?.image).toBe('samspor');
    expect(compose.services['api']?.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile' });
  });

  it('fetches no image of ours from a registry', () => {
    const ours = services.filter(([, { image }]) => image === 'samspor');
    expect(ours.map(([name, { pull_policy }]) => [name, pull_policy])).toEqual(
      ['database-setup', 'projector', 'api'].map((name) => [name, 'never']),
    );
  });

  it('waits for a PostgreSQL that takes connections from elsewhere, not for the one that makes its data', () => {
    expect(compose.services['postgres']?.healthcheck?.test).toEqual(
      expect.arrayContaining(['pg_isready', '-h', '127.0.0.1']),
    );
    expect(compose.services['database-setup']?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
    });
  });

  it('opens no port beyond the machine, and none at all of log and database', () => {
    for (const [name, { ports = [] }] of services) {
      expect([name, ports.length]).toEqual([name, name === 'api' ? 1 : 0]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('gives the municipality key to projector and API alone, where each looks for it', () => {
    const holders = services.filter(([, { secrets = [] }]) => secrets.includes('municipality_key'));
    expect(holders.map(([name]) => name)).toEqual(['projector', 'api']);
    for (const [name, { environment }] of holders) {
      expect([name, environment?.['KEY_FILE']]).toEqual([name, '/run/secrets/municipality_key']);
    }
    expect(compose.services['database-setup']?.environment).not.toHaveProperty('KEY_FILE');
  });

  it('gives each program what it cannot start without', () => {
    const { projector, api } = compose.services;
    expect(() => configFrom({ ...projector?.environment })).not.toThrow();
    expect(Object.keys(api?.environment ?? {})).toEqual(
      expect.arrayContaining([
        'EVENTSTORE_URL',
        'DATABASE_URL',
        'VAULT_DATABASE_URL',
        'KEY_FILE',
        'OIDC_ISSUER',
      ]),
    );
  });

  it('starts the API when the projector lives, and asks both whether they do', () => {
    expect(compose.services['api']?.depends_on).toEqual({ projector: { condition: 'service_healthy' } });
    for (const name of ['projector', 'api']) {
      const { healthcheck, init } = compose.services[name] ?? {};
      expect([name, init, healthcheck?.test.slice(0, 3)]).toEqual([name, true, ['CMD', 'node', '-e']]);
    }
  });
});

describe('docker/Dockerfile', () => {
  const steps = read('docker/Dockerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('uses only instructions that a builder knows', () => {
    for (const step of steps) expect(step).toMatch(/^(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|CMD) \S/);
  });

  it('copies only what is in the repository', () => {
    const sources = steps
      .filter((step) => step.startsWith('COPY ') && !step.includes('--from='))
      .flatMap((step) => step.split(' ').slice(1, -1));
    expect(sources).not.toHaveLength(0);
    for (const source of sources) expect([source, existsSync(join(root, source))]).toEqual([source, true]);
  });

  it('ends as a plain user with a program that the build makes', () => {
    expect(steps).toContain('USER node');
    const command = JSON.parse(steps.at(-1)?.replace('CMD ', '') ?? '[]') as string[];
    expect(existsSync(join(root, sourceOf(command.at(-1) ?? '')))).toBe(true);
  });
});
