import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { parse } from 'yaml';
import { isForAccess, lifeOf } from '#apps/api/src/auth/access-token';
import { loginOf } from '#apps/api/src/auth/token-verifier';
import { oidcFromEnv } from '#apps/api/src/config';
import { HttpMetrics } from '#apps/api/src/observability/metrics';
import { serverConfigFrom } from '#apps/server-config';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/operations.md');

/** The blocks of a language that follow a line which begins so. */
const blocksAfter = (start: string, language: string) => {
  const from = page.indexOf(`\n${start}`);
  if (from < 0) throw new Error(`operations.md has no line that begins with ${start}`);
  return [...page.slice(from).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , text = '']) => text);
};
const settingsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)='?(.*?)'?$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

describe('E12 the units for systemd', () => {
  const folder = 'docker/systemd';
  const units = readdirSync(join(root, folder));
  const settings = (unit: string) =>
    new Map(
      [...read(join(folder, unit)).matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );

  it('are those that the page names', () => {
    expect(units.toSorted()).toEqual([
      'samspor-api.service',
      'samspor-feed.service',
      'samspor-projector.service',
      'samspor.service',
    ]);
    for (const unit of units) expect(page).toContain(`\`${unit.replace('.service', '')}\``);
  });

  it.each(units)('B5 %s starts a program that the build makes again, however often it ends', (unit) => {
    const its = settings(unit);
    const [, program = ''] = /dist\/(\S+)\.js$/.exec(its.get('ExecStart') ?? '') ?? [];
    expect([unit, existsSync(join(root, `${program}.ts`))]).toEqual([unit, true]);
    expect(its.get('Restart')).toBe('always');
    expect(its.get('StartLimitIntervalSec')).toBe('0');
    // Longer than the program takes.
    expect(Number(its.get('TimeoutStopSec'))).toBeGreaterThan(5);
  });

  it('B5 leave it to the program to stop its PostgreSQL', () =>
    expect(settings('samspor.service').get('KillMode')).toBe('mixed'));
});

describe('E12 the rules for Prometheus', () => {
  const rules = (
    parse(read('docker/monitoring/alerts.yaml')) as {
      groups: { rules: { alert: string; expr: string }[] }[];
    }
  ).groups.flatMap((group) => group.rules);

  it('look at figures that there are', async () => {
    const { registry } = new HttpMetrics();
    const figures = registry instanceof Registry ? await registry.getMetricsAsJSON() : [];
    const names = figures.map(({ name }) => name);
    for (const { expr } of rules) {
      for (const [figure] of expr.matchAll(/samspor_\w+/g)) {
        expect(names).toContain(figure.replace(/_(count|bucket|sum)$/, ''));
      }
    }
  });

  it('are told of on the page, each', () => {
    const told = [...page.matchAll(/^\| `(Samspor\w+)`/gm)].map(([, name]) => name);
    expect(told).toEqual(rules.map(({ alert }) => alert));
  });
});

describe('E12 the tokens that are shown', () => {
  it.each(['**Entra**', '**Keycloak**'])(
    'of %s let a caseworker in as the settings beside them say',
    (provider) => {
      const [environment = ''] = blocksAfter(provider, 'sh');
      const [shown = ''] = blocksAfter(provider, 'json');
      const payload = JSON.parse(shown) as { iss: string; aud: string | string[]; iat: number };
      const config = oidcFromEnv(settingsIn(environment));
      if (config === undefined) throw new Error('they name no issuer');
      expect(payload.iss).toBe(config.issuer);
      expect([payload.aud].flat()).toContain(config.audience);
      expect(isForAccess({ typ: 'JWT' }, payload)).toBe(true);
      expect(lifeOf(payload, payload.iat)).toBeLessThanOrEqual(config.longestLife);
      expect(loginOf(payload, config)).toMatchObject({
        name: 'Testine Saksbehandler',
        roles: ['CASEWORKER'],
        tenants: ['1576'],
      });
    },
  );
});

describe('E12 the environment of the two programs', () => {
  it('is what they start with', () => {
    const [environment = ''] = blocksAfter('### The programs', 'ini');
    const settings = settingsIn(environment);
    expect(serverConfigFrom(settings, 'The API')).toMatchObject({ keyFile: '/etc/samspor/municipality.key' });
    expect(oidcFromEnv(settings)).toMatchObject({ audience: 'samspor' });
  });
});

describe('E12 what the page refers to', () => {
  it.each(
    [...page.matchAll(/\bdocker\/[\w./-]+/g)]
      .map(([path]) => path)
      .filter((path) => !/\.(env|key)$/.test(path)),
  )('%s is there', (path) => expect(existsSync(join(root, path))).toBe(true));

  it('has a heading where it points within itself', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[`:]/g, '')
        .replaceAll(/[^\w]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
    );
    for (const [, anchor] of page.matchAll(/\]\(#([\w-]+)\)/g)) expect(headings).toContain(anchor);
  });
});
