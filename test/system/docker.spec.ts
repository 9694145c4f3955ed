import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '#apps/projector/src/config';
import { addressIn } from '#event-sourcing/eventstoredb/index';
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
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly networks?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly init?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const secretsOf = ({ secrets = [] }: Service) =>
  secrets.map((secret) => (typeof secret === 'string' ? secret : secret.source));

/** `dist/apps/api/src/main.js` is what the build makes of `apps/api/src/main.ts`. */
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

// No container engine is needed: what a typing error would break is checked on the files themselves.
describe('docker/compose.yaml', () => {
  it('runs programs that the build makes', () => {
    const programs = services.flatMap(
      ([, { command }]) => command?.filter((word) => word.startsWith('dist/')) ?? [],
    );
    expect([...new Set(programs)].toSorted()).toEqual([
      'dist/apps/cli/src/main.js',
      'dist/apps/feed/src/main.js',
      'dist/apps/projector/src/main.js',
    ]);
    for (const program of programs) {
      expect([program, existsSync(join(root, sourceOf(program)))]).toEqual([program, true]);
    }
  });

  it('waits only for services that it declares, and mounts only secrets that it declares', () => {
    for (const [name, service] of services) {
      const { depends_on = {} } = service;
      for (const other of Object.keys(depends_on)) {
        expect([name, Object.keys(compose.services)]).toEqual([name, expect.arrayContaining([other])]);
      }
      for (const secret of secretsOf(service)) expect(Object.keys(compose.secrets)).toContain(secret);
    }
  });

  it('runs API, projector and feed from one image', () => {
    expect(compose.services['api']?.image).toBe('samspor');
    expect(compose.services['projector']?.image).toBe('samspor');
    expect(compose.services['feed']?.image).toBe('samspor');
    expect(compose.services['api']?.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile' });
  });

  it('fetches no image of ours from a registry', () => {
    const ours = services.filter(([, { image }]) => image === 'samspor');
    expect(ours.map(([name, { pull_policy }]) => [name, pull_policy])).toEqual(
      ['log-setup', 'database-setup', 'projector', 'api', 'feed'].map((name) => [name, 'never']),
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
      expect([name, ports.length]).toEqual([name, name === 'api' || name === 'feed' ? 1 : 0]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('gives the municipality key to projector, API and feed alone, where each looks for it', () => {
    const holders = services.filter(([, service]) => secretsOf(service).includes('municipality_key'));
    expect(holders.map(([name]) => name)).toEqual(['projector', 'api', 'feed']);
    for (const [name, { environment }] of holders) {
      expect([name, environment?.['KEY_FILE']]).toEqual([name, '/run/secrets/municipality_key']);
    }
    expect(compose.services['database-setup']?.environment).not.toHaveProperty('KEY_FILE');
  });

  it('gives each program what it cannot start without', () => {
    const { projector, api, feed } = compose.services;
    for (const service of [projector, api, feed]) {
      const named = Object.entries(service?.environment ?? {}).filter(([name]) => name.endsWith('_URL_FILE'));
      expect(named.map(([name]) => name).toSorted()).toEqual([
        ...(service === feed ? [] : ['DATABASE_URL_FILE']),
        'EVENTSTORE_URL_FILE',
        ...(service === projector ? ['SMTP_URL_FILE'] : []),
        'VAULT_DATABASE_URL_FILE',
      ]);
    }
    expect(Object.keys(projector?.environment ?? {})).toEqual(
      expect.arrayContaining(['MAIL_FROM', 'PUBLIC_URL']),
    );
    expect(Object.keys(api?.environment ?? {})).toEqual(expect.arrayContaining(['KEY_FILE', 'OIDC_ISSUER']));
  });

  it('B17 holds no secret: what one is read from is a file of the service that reads it', () => {
    expect(read('docker/compose.yaml')).not.toMatch(/:\/\/[^\s'"]*:[^\s'"]*@|\$\{[A-Z_]*(PASSWORD|SECRET)/);
    for (const [name, service] of services) {
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|SECRET|DATABASE|ADMIN_URL|SUPERUSER|EVENTSTORE_URL|SMTP_URL/.test(variable)) {
          expect([name, variable]).toEqual([name, expect.stringMatching(/_FILE$/)]);
        }
        const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(value) ?? [];
        if (secret) expect([name, secretsOf(service)]).toEqual([name, expect.arrayContaining([secret])]);
      }
    }
  });

  it('B17 lets no container write to its image, be root or reach what it does not need', () => {
    for (const [name, { read_only, cap_drop, security_opt }] of services) {
      expect([name, read_only, cap_drop, security_opt]).toEqual([
        name,
        true,
        ['ALL'],
        ['no-new-privileges:true'],
      ]);
    }
    expect(Object.entries(compose.networks).map(([name, about]) => [name, about?.internal ?? false])).toEqual(
      [
        ['log', true],
        ['database', true],
        ['outside', false],
        ['mail', false],
      ],
    );
    const on = (network: string) =>
      services.filter(([, { networks = [] }]) => networks.includes(network)).map(([name]) => name);
    expect(on('log')).toEqual(['eventstore', 'log-setup', 'projector', 'api', 'feed']);
    expect(on('database')).toEqual(['postgres', 'database-setup', 'projector', 'api', 'feed']);
    expect(on('outside')).toEqual(['api', 'feed']);
    expect(on('mail')).toEqual(['projector']);
  });

  it('B17 asks for TLS and a login at log and database', () => {
    const { eventstore, postgres } = compose.services;
    expect(eventstore?.environment).not.toHaveProperty('EVENTSTORE_INSECURE');
    expect(eventstore?.environment).toMatchObject({
      EVENTSTORE_CERTIFICATE_FILE: '/run/secrets/eventstore_certificate',
      EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: '/run/secrets/eventstore_key',
    });
    expect(postgres?.command).toEqual(
      expect.arrayContaining(['-cssl=on', '-chba_file=/etc/samspor/pg_hba.conf']),
    );
    expect(read('docker/compose.yaml')).toMatch(/hostssl all all all scram-sha-256/);
    expect(read('docker/compose.yaml')).not.toMatch(/^ *host +all/m);
  });

  it('starts the API when the projector lives, and asks each whether it does', () => {
    expect(compose.services['api']?.depends_on).toEqual({ projector: { condition: 'service_healthy' } });
    for (const name of ['projector', 'api', 'feed']) {
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

describe('docker/secrets.sh', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'secrets-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const make = () => {
    const { status, stderr } = spawnSync('sh', [join(root, 'docker/secrets.sh'), folder], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  };

  it('B17 makes every secret of compose.yaml, for its reader alone, and leaves what is there', () => {
    const made = make();
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect([...made.keys()]).toContain(name);
      const isSeen = name.endsWith('_certificate');
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, isSeen ? 0o644 : 0o600]);
    }
    expect(made.get('municipality_key')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(make()).toEqual(made);
  });

  it('B17 makes addresses over TLS, a login each, and certificates that they are checked by', () => {
    const made = make();
    const text = (name: string) => made.get(name) ?? '';
    expect(addressIn(text('eventstore_url'))).toEqual({
      discover: false,
      hosts: [{ address: 'eventstore', port: 2113 }],
      login: { username: 'samspor', password: text('eventstore_password') },
      tls: true,
      tlsCAFile: '/run/secrets/ca_certificate',
    });
    const databases = ['writer_url', 'reader_url', 'vault_url'].map((name) => new URL(text(name)));
    expect(databases.map(({ username, pathname }) => [username, pathname])).toEqual([
      ['samspor_app', '/samspor'],
      ['samspor_app_reader', '/samspor'],
      ['samspor_app_vault', '/samspor_vault'],
    ]);
    for (const { search } of databases) expect(search).toMatch(/^\?sslmode=verify-full&sslrootcert=/);
    const config = configFrom({
      EVENTSTORE_URL: text('eventstore_url'),
      DATABASE_URL: text('writer_url'),
      VAULT_DATABASE_URL: text('vault_url'),
      KEY_FILE: '/run/secrets/municipality_key',
    });
    expect(config.databaseUrl).toBe(text('writer_url'));
    const authority = new X509Certificate(text('ca_certificate'));
    for (const service of ['eventstore', 'postgres']) {
      const certificate = new X509Certificate(text(`${service}_certificate`));
      expect(certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.checkHost(service)).toBe(service);
    }
  });
});
