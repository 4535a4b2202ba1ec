import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wcPlugin from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// The stream files: the only ones of protocol/ that stand on @xmpp/client and WebCrypto.
const streamFiles = ['src/protocol/*stream*.ts', 'src/protocol/client*.ts', 'src/protocol/sasl/**'];

const lit = { regex: '^(lit|@lit|@lit-labs|@tanstack)(/|$)', message: 'protocol/ and state/ never know Lit.' };
const xmpp = { regex: '^@xmpp/', message: 'Only the stream files of protocol/ import @xmpp/*.' };
const layer = (name, message) => ({ regex: `^\\.{1,2}/(.*/)?${name}/`, message });
const upwards = (name) => layer(name, 'Imports go elements → context → state → protocol and never back.');
const node = { regex: '^node:', message: 'src/ runs in browsers.' };

const imports = (files, patterns, extra = {}) => ({
  files,
  ...extra,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const layers = [
  imports(['src/protocol/**/*.ts'], [node, lit, xmpp, upwards('state'), upwards('context'), upwards('elements')], { ignores: streamFiles }),
  imports(streamFiles, [node, lit, upwards('state'), upwards('context'), upwards('elements')]),
  imports(['src/state/**/*.ts'], [node, lit, xmpp, upwards('context'), upwards('elements')]),
  imports(['src/context/**/*.ts'], [node, xmpp, upwards('elements')]),
  imports(['src/elements/**/*.ts'], [
    node,
    xmpp,
    { ...layer('protocol', 'Elements take types from protocol/; what it does they reach through the session.'), allowTypeImports: true },
  ]),
];

// tsconfig.pure.json does not know these names; the rule also says why.
const pageGlobals = [
  'window', 'self', 'document', 'navigator', 'location', 'history', 'customElements', 'localStorage', 'sessionStorage', 'indexedDB', 'caches',
  'fetch', 'WebSocket', 'BroadcastChannel', 'Worker', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'queueMicrotask',
  'requestAnimationFrame', 'requestIdleCallback', 'performance', 'crypto', 'DOMParser', 'XMLSerializer', 'process', 'Buffer', 'console',
].map((name) => ({ name, message: 'Clock, storage, sockets, locks and channels are handed in.' }));

const focused = 'Every test runs: no .skip, .only, .todo, and no x/f forms.';
const forbiddenInTests = [
  { selector: 'CallExpression > MemberExpression[object.name=/^(it|test|describe|suite|context|specify)$/][property.name=/^(skip|only|todo|fixme)$/]', message: focused },
  { selector: 'CallExpression[callee.name=/^(xit|xdescribe|xcontext|xspecify|fit|fdescribe)$/]', message: focused },
  { selector: 'CallExpression[callee.name=/^(it|test|describe|suite)$/] > ObjectExpression > Property[key.name=/^(skip|only|todo)$/]', message: focused },
  { selector: 'CallExpression > MemberExpression[object.type="ThisExpression"][property.name="skip"]', message: focused },
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.eslintRecommended],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      // an async method turns what it throws into a rejection, with or without an await
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    ignores: ['demo/server/**'],
    extends: [litPlugin.configs['flat/recommended'], wcPlugin.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    // LitElement has the lifecycle callbacks; a guard before calling them would be noise
    rules: { ...litA11y.configs.recommended.rules, 'wc/guard-super-call': 'off' },
  },
  ...layers,
  { files: ['src/protocol/**/*.ts', 'src/state/**/*.ts'], ignores: streamFiles, rules: { 'no-restricted-globals': ['error', ...pageGlobals] } },
  {
    files: ['scripts/**', 'test/**', 'demo/server/**', '*.config.{js,ts}'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...forbiddenInTests],
      // chai's `expect(x).to.be.true` is an expression, and node:test's `test()` returns a promise nobody awaits
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['it', 'test', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] }] }],
    },
  },
);
