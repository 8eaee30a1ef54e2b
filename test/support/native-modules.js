import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import config from '../../jest.config.js';

/** Where the runner leaves what `@jest/globals` gives to the test file that is loaded next. */
export const JEST = Symbol.for('throughline.jest');

const swc = config.transform['^.+\\.ts$'][1];
const SCHEME = 'jest-globals:';
const NAMES = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'test'];
const GLOBALS = `export const { ${NAMES.join(', ')} } = globalThis[Symbol.for('${JEST.description}')];`;
let imports = 0;

/** TypeScript for `import`, compiled as it is for the programme; and `@jest/globals`, for each who imports it anew. */
export function loadTypeScript() {
  registerHooks({ resolve, load });
}

function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return found(`${SCHEME}${(imports += 1)}`);
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const source = new URL(`${specifier.slice(0, -'.js'.length)}.ts`, context.parentURL);
    if (existsSync(source)) return found(source.href);
  }
  return next(specifier, context);
}

function load(url, context, next) {
  if (url.startsWith(SCHEME)) return moduleOf(GLOBALS);
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  return moduleOf(transformSync(source, { ...swc, swcrc: false, configFile: false, filename }).code);
}

const found = (url) => ({ url, format: 'module', shortCircuit: true });
const moduleOf = (source) => ({ source, format: 'module', shortCircuit: true });
