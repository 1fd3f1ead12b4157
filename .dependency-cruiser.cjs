const TEST = '\\.(test|fixture)\\.tsx?$';
/** Features from the bottom up: a feature imports the index of features before it, never after it. */
const ORDER = [
  'shell',
  'catalogue',
  'exams',
  'exchange',
  'people',
  'messages',
  'receipts',
  'ledger',
  'applications',
  'proofs',
  'waivers',
  'intake',
  'status',
  'placement',
  'payments',
  'evaluation',
  'due',
  'staff',
  'analysis',
  'finance',
  'reports',
  'desk',
  'api',
  'demo',
];

const layer = (name, index) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} stands below these features and does not know them.`,
  from: { path: `^src/features/${name}/`, pathNot: [TEST, '/schema\\.ts$'] },
  to: { path: `^src/features/(${ORDER.slice(index + 1).join('|')})/`, pathNot: '/schema\\.ts$' },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      comment: 'kernel is vocabulary: no packages, no other folder.',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'procedure-is-pure',
      severity: 'error',
      comment: 'Rules take values and return values. Pass time, rows and random ids in as arguments.',
      from: { path: '^src/procedure/', pathNot: TEST },
      to: { pathNot: '^src/(procedure|kernel)/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: { path: '^src/(features|procedure|ui|main)/' },
    },
    {
      name: 'ui-is-presentation-only',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: TEST },
      to: { path: '^src/(features|procedure|main)/|^src/platform/(?!i18n/)' },
    },
    {
      name: 'feature-front-door',
      severity: 'error',
      comment: 'Another feature is reached through its index.ts. Tables may be joined in store.ts and queries.ts.',
      from: { path: '^src/features/([^/]+)/', pathNot: [TEST, '/(schema|store|queries)\\.ts$'] },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'tables-are-joined-by-schema',
      severity: 'error',
      comment: 'SQL reads tables of other features by their schema, and nothing else of them behind the front door.',
      from: { path: '^src/features/([^/]+)/(store|queries)\\.ts$' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '/schema\\.ts$', '/index\\.ts$'] },
    },
    {
      name: 'schema-to-schema-only',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/schema\\.ts$' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '/schema\\.ts$'] },
    },
    {
      name: 'sql-lives-in-store-and-queries',
      severity: 'error',
      comment:
        'Only store.ts, queries.ts, schema.ts (also a part of one: links-store.ts) and platform/{db,jobs} may use Drizzle.',
      from: {
        path: '^src/',
        pathNot: [TEST, '^src/features/[^/]+/(store|queries|schema|[a-z]+-store)\\.ts$', '^src/platform/(db|jobs)/'],
      },
      to: { path: 'node_modules/(drizzle-orm|pg|@electric-sql)/' },
    },
    {
      name: 'commands-and-sql-know-no-http',
      severity: 'error',
      from: { path: '^src/features/[^/]+/(commands|store|queries|schema|forms|[a-z]+-store)\\.ts$' },
      to: { path: 'node_modules/hono/|/pages/|^src/ui/|/routes\\.tsx?$' },
    },
    {
      name: 'pages-are-pure',
      severity: 'error',
      comment:
        'A page gets a view and t(); it never loads or decides. Types of views and plain tables of its feature are fine.',
      from: { path: '^src/features/([^/]+)/pages/', pathNot: TEST },
      to: {
        path: '^src/features/[^/]+/([^/]*commands|store|queries|jobs|[^/]*routes)\\.tsx?$|^src/platform/(?!i18n/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-bank-shares-no-code-with-the-biller',
      severity: 'error',
      comment:
        'The demo bank plays the other side of the payment network: a mistake in shared code would hide in both.',
      from: { path: '^src/features/demo/bank/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/features/demo/bank/' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: { pathNot: ['^src/main/', TEST] },
      to: { path: '^src/main/' },
    },
    {
      name: 'no-test-code-in-the-app',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: `${TEST}|^test/` },
    },
    {
      name: 'no-dev-dependency-in-the-app',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    ...ORDER.slice(0, -1).map(layer),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
