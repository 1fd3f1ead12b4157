import tseslint from 'typescript-eslint';

const wallClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument; only platform/clock reads the wall clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` as an argument.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\b(now\\(\\)|current_(timestamp|date)\\b)/i]',
    message: 'Pass the instant as a parameter, so that tests and the page agree with the query.',
  },
];
const rootHandle = {
  selector:
    "CallExpression[callee.property.name='inTransaction'] :function MemberExpression[property.name='db'][object.property.name='database']",
  message:
    'Inside a transaction use tx: the root handle deadlocks on PGlite and escapes the transaction on PostgreSQL.',
};
const chance = {
  selector: 'CallExpression[callee.property.name=/^(random|randomUUID)$/]',
  message: 'Rules are deterministic: the command makes ids and passes them in.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only platform/config reads the environment.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'tmp/**',
      'node_modules/**',
      'scripts/**',
      'bench/**',
      'assets/**',
      '*.mjs',
      '*.cjs',
      'coverage/**',
    ],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.*', 'src/**/*.fixture.*', 'src/platform/clock/**', 'src/platform/config/**'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-syntax': ['error', ...wallClock, rootHandle, environment],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/procedure/**/*.ts'],
    ignores: ['src/**/*.test.*'],
    rules: { 'no-restricted-syntax': ['error', ...wallClock, rootHandle, environment, chance] },
  },
);
