import comments from '@eslint-community/eslint-plugin-eslint-comments';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const sentence = (selector, message) => ({ selector, message });

const everywhere = [
  sentence('CatchClause > BlockStatement[body.length=0]', 'Handle the error, or let it rise: an empty catch hides it.'),
  sentence('ExportAllDeclaration', 'No barrels: import from the file that defines the name.'),
];

/** Rules and kernel take the moment as an argument. Only the clock asks for it, and an id, whose time means nothing. */
const noClock = [
  sentence('NewExpression[callee.name="Date"][arguments.length=0]', 'Take the moment from the transaction or a Clock.'),
  sentence('CallExpression[callee.name="Date"]', 'Take the moment from the transaction or a Clock.'),
  sentence(
    'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
    'Take the moment from the transaction or a Clock.',
  ),
  sentence('MemberExpression[object.name="Temporal"][property.name="Now"]', 'Take the moment from a Clock.'),
];

/** Four for what is called. A constructor is given its collaborators by name; a controller has one a use case. */
const parametersWith = (collaborators) => [
  sentence('MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>4]', 'At most four parameters.'),
  sentence(
    `MethodDefinition[kind="constructor"] > FunctionExpression[params.length>${collaborators}]`,
    'Divide this class.',
  ),
  sentence(':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]', 'At most four parameters.'),
];

const fromNest = (importNamePattern, message) => ({ regex: '^@nestjs/', importNamePattern, message });
const noForwardRef = fromNest('^forwardRef$', 'Order the features instead: see dependency-cruiser.config.mjs.');
const noHttpException = fromNest(
  '^HttpException$|Exception$',
  'Throw a Refusal; src/platform/http turns it into HTTP.',
);

const restrictedImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const restrictedSyntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

const size = {
  'max-lines': ['error', 250],
  'max-lines-per-function': ['error', 45],
  complexity: ['error', 8],
};

const habits = {
  eqeqeq: 'error',
  'no-console': 'error',
  'no-empty': ['error', { allowEmptyCatch: false }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  '@eslint-community/eslint-comments/require-description': ['error', { ignore: [] }],
  '@eslint-community/eslint-comments/no-unlimited-disable': 'error',
  ...restrictedImports(noForwardRef, noHttpException),
  ...restrictedSyntax(...everywhere, ...parametersWith(7)),
  ...size,
};

const typed = {
  // Reads the decorator options from tsconfig: in a file with decorators an injected class stays a value import.
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // Rows and options are plain data: an object literal with the right fields is one.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // Type and interface mean different things here: an interface is implemented, a type is data.
  '@typescript-eslint/consistent-type-definitions': 'off',
  // Sealed words and answers of the database are given their type by whoever knows the row.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // The compiler's noPropertyAccessFromIndexSignature asks for the brackets that this rule takes away.
  '@typescript-eslint/dot-notation': 'off',
};

const inTests = {
  'max-lines-per-function': 'off',
  // The body of an HTTP answer is untyped until a test has looked at it.
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/require-await': 'off',
};

const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'Buffer', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
    .concat(['setImmediate', 'structuredClone', 'performance', 'AbortController', 'AbortSignal'])
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.throughline/', 'node_modules/'] },
  {
    plugins: { '@eslint-community/eslint-comments': comments },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: habits,
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error' },
  },
  { files: ['src/main.ts', 'tools/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['src/platform/http/**/*.ts'], rules: restrictedImports(noForwardRef) },
  {
    files: ['src/kernel/**/*.ts', 'src/*/domain/**/*.ts'],
    ignores: ['src/kernel/clock.ts', 'src/kernel/ids.ts', '**/*.spec.ts'],
    rules: {
      ...restrictedSyntax(...everywhere, ...parametersWith(7), ...noClock),
      'no-restricted-globals': ['error', { name: 'process', message: 'Domain and kernel know no process.' }],
    },
  },
  {
    files: ['src/**/*.controller.ts'],
    rules: restrictedSyntax(...everywhere, ...parametersWith(10)),
  },
  // A migration's body is SQL, kept whole so that it can be read as such.
  { files: ['migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', 500] } },
  { files: ['test/**/*.ts', 'src/**/*.spec.ts'], rules: inTests },
  {
    files: ['**/index.{ts,js}'],
    rules: restrictedSyntax(...everywhere, sentence('Program', 'No index files: name a file for what it means.')),
  },
);
