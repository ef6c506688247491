import { builtinModules } from 'node:module'
import boundaries from 'eslint-plugin-boundaries'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What each folder of the core may import, besides itself and src/words. docs/decisions/0002-import-rules.md */
const coreMayImport = {
  words: [],
  form: [],
  report: ['form'],
  narrative: ['form', 'report'],
  checks: ['form', 'report', 'narrative'],
  intake: ['form', 'report', 'checks'],
  document: ['form', 'report'],
  workbook: ['form', 'report'],
  actions: ['form', 'report', 'narrative', 'checks', 'intake', 'document', 'workbook'],
}
const core = Object.keys(coreMayImport)
/** Google's host has everything through src/actions, which keeps its bundle to what the menu needs. */
const mayImport = { ...coreMayImport, google: ['actions'], desk: core }
const coreFiles = ['src/index.ts', ...core.map((folder) => `src/${folder}/**/*.ts`)]

const importPolicies = [
  ...Object.entries(mayImport).map(([folder, allowed]) => ({
    from: { element: { type: folder } },
    allow: { to: { element: { type: [folder, 'words', ...allowed] } } },
  })),
  { from: { file: { categories: 'library' } }, allow: { to: { element: { type: core } } } },
  ...['fflate', 'node-diff3'].map((source) => ({
    from: { element: { type: core } },
    allow: { to: { module: { origin: 'external', source } } },
  })),
  { from: { element: { type: 'desk' } }, allow: { to: { module: { origin: ['external', 'core'] } } } },
]

const impureGlobals = [
  ...['console', 'process', 'Buffer', 'globalThis', 'window', 'document', 'fetch', 'crypto', 'performance'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'require', '__dirname'],
  ...['TextEncoder', 'TextDecoder', 'URL', 'atob', 'btoa'],
]
const googleGlobals = [
  ...['SpreadsheetApp', 'DriveApp', 'Drive', 'DocumentApp', 'HtmlService', 'Utilities', 'Session', 'Logger'],
  ...['PropertiesService', 'CacheService', 'LockService', 'ScriptApp', 'UrlFetchApp', 'Browser', 'MailApp'],
]
const forbid = (names, message) => names.map((name) => ({ name, message }))

export default defineConfig(
  globalIgnores(['dist/', 'dist-staging-*/', 'out/', 'coverage/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(mayImport).map((folder) => ({ type: folder, pattern: `src/${folder}` })),
      'boundaries/files': [{ category: 'library', pattern: 'src/index.ts' }],
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies: importPolicies }],
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      complexity: ['error', 15],
    },
  },
  {
    // The form is one data file: its length is that of the official tables.
    files: ['src/form/edition-*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // The core is pure: no clock, no chance, no output, no host. docs/decisions/0002-import-rules.md
    files: coreFiles,
    rules: {
      'no-restricted-globals': [
        'error',
        ...forbid(impureGlobals, 'The core is pure and runs where this does not exist: take it in as an argument.'),
        ...forbid(googleGlobals, 'Only src/google names Google’s globals.'),
      ],
      'no-restricted-imports': ['error', { patterns: [{ regex: `^(node:|(${builtinModules.join('|')})$)` }] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock: take the time in as an argument.' },
        { object: 'Math', property: 'random', message: 'The core has no chance: take a generator in as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
          message: 'The core has no clock: take the time in as an argument.',
        },
      ],
    },
  },
  {
    files: ['src/desk/**/*.ts'],
    ignores: ['src/desk/page/**'],
    rules: { 'no-restricted-globals': ['error', ...forbid(['document', 'window'], 'The desk has no browser page.')] },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }] },
  },
  {
    // What starts a process says so in its name, so that `npm run test:fast` leaves it out.
    files: ['test/**/*.ts'],
    ignores: ['test/**/*.process.test.ts', 'test/**/*.process.ts', 'test/browser/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?:node:)?child_process$|^(?:node:)?cluster$|^playwright-core|/browser/|\\.process$',
              message:
                'This starts a process or a browser: name the file *.process.test.ts, or put it into test/browser.',
            },
          ],
        },
      ],
    },
  },
)
