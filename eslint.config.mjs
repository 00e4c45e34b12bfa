import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/**
 * The dependency rule: extension → features → host → forges, node → core, cli → forges, node → core. Arrows never turn
 * back or sideways, type imports included. Each folder names what it must not reach.
 */
const reach = (folder, forbidden, message) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', { patterns: forbidden.map((group) => ({ group: [group].flat(), message })) }],
  },
});

const notFeatures = ['**/features/**'];
const onlyTheDoor = { regex: '(^|/)core/(?!index$).+', message: 'Core has one door: core/index.ts.' };
const onlyTheDoorOfForges = {
  regex: '(^|/)forges/(?!index$).+',
  message: 'The forges have one door: forges/index.ts.',
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test/data/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return report(…)` in a function that returns nothing reads well.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Code points are what is meant where a text is spread here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  reach(
    'core',
    ['vscode', 'node:*', '**/host/**', '**/node/**', '**/cli/**', '**/forges/**', '**/features/**'],
    'Core is pure: text and paths in, data out.',
  ),
  reach(
    'node',
    ['vscode', '**/host/**', '**/cli/**', '**/forges/**', '**/features/**'],
    'node/ is shared by the command line and the editor.',
  ),
  reach(
    'forges',
    ['vscode', '**/host/**', '../**/node/**', '**/cli/**', '**/features/**'],
    'Forges know the core, and the network.',
  ),
  reach('cli', ['vscode', '**/host/**', '**/features/**'], 'The command line runs without an editor.'),
  reach('host', ['**/cli/**', ...notFeatures], 'The host knows no feature.'),
  reach('features', ['**/cli/**', '../[a-z]*/**'], 'Features meet through the store or a command id, never directly.'),
  {
    files: ['src/{cli,host,features,node}/**/*.ts', 'src/extension.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [onlyTheDoor, onlyTheDoorOfForges] }] },
  },
  {
    files: ['src/forges/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [onlyTheDoor] }] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'import-x/no-default-export': 'off' },
  },
);
