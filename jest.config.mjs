import { existsSync } from 'node:fs';

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const common = {
  transform,
  setupFiles: ['<rootDir>/test/support/property-runs.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  watchPathIgnorePatterns: ['/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
if (chromium === undefined) {
  process.stderr.write(
    'The tests of the pages are left out: there is no Chromium here (CHROMIUM names where it is).\n',
  );
} else process.env['CHROMIUM'] = chromium;

process.env['TEST_SEED'] ??= String(Date.now() % 1_000_000);
process.stderr.write(
  process.env['TEST_ROUNDS'] === 'full'
    ? `All of what is long, TEST_SEED=${process.env['TEST_SEED']}.\n`
    : `Of what is long, a sample is taken, TEST_SEED=${process.env['TEST_SEED']}; \`npm run test:full\` takes all.\n`,
);

/**
 * The file's suffix names what a test needs: `.spec` nothing, `.int.spec` PostgreSQL or a node, `.system.spec` the built program,
 * `.pages.spec` the built program and Chromium.
 */
export default {
  // Two cores: a third worker only makes the suites wait for each other's databases.
  maxWorkers: 2,
  // Modules of suites that have run stay in a worker's memory; near 4 GB everything after them takes ten times as long.
  workerIdleMemoryLimit: '2GB',
  // What has no limit of its own, such as a property; whole it takes ten times as long.
  testTimeout: process.env['TEST_ROUNDS'] === 'full' ? 900_000 : 180_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,projections,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(int|system|faults|pages)\\.spec\\.ts$', '/node_modules/', '/dist/'],
    },
    {
      ...common,
      displayName: 'integration',
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
      testMatch: ['<rootDir>/{libs,apps,projections,test}/**/*.{int,system}.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...common,
      displayName: 'faults',
      testMatch: ['<rootDir>/{libs,apps,test}/**/*.faults.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    ...(chromium === undefined
      ? []
      : [
          {
            ...common,
            displayName: 'pages',
            testMatch: ['<rootDir>/test/pages/**/*.pages.spec.ts'],
            testPathIgnorePatterns: ['/node_modules/', '/dist/'],
          },
        ]),
  ],
};
