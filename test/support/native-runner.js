import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { ModuleMocker } from 'jest-mock';
import { JEST, loadTypeScript } from './native-modules.js';

const require = createRequire(import.meta.url);
const HANDLERS = Symbol.for('EVENT_HANDLERS');
const mocker = new ModuleMocker(globalThis);

loadTypeScript();

/**
 * jest's own runner, except that Node itself imports a test file and all that it needs, where jest would evaluate NestJS,
 * TypeORM and the whole programme anew for each test file, in a `vm` context: half of all the time that the tests took.
 * Here a worker loads a module once, as the programme does. Databases and applications are still those of one file; what
 * a module holds for itself is shared, as it is among the requests of a server.
 *
 * Its arguments are those of every test runner of jest: globalConfig, config, environment, runtime, testPath, send.
 */
export default async function runNatively(...[globalConfig, config, environment, runtime, ...rest]) {
  const { console } = globalThis;
  const { prepareStackTrace } = Error;
  globalThis.console = environment.global.console;
  // Node maps the lines of what it loads; jest's mapping knows only what jest has compiled.
  process.setSourceMapsEnabled(true);
  delete Error.prepareStackTrace;
  try {
    return await circus.default(globalConfig, config, environment, native(runtime), ...rest);
  } finally {
    mocker.restoreAllMocks();
    globalThis.console = console;
    Error.prepareStackTrace = prepareStackTrace;
    for (const symbol of statesOfJest()) delete globalThis[symbol];
  }
}

function native(runtime) {
  const own = {
    requireInternalModule: requireAnew,
    setGlobalsForRuntime: (globals) => (globalThis[JEST] = { ...globals, jest: mocker }),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
  };
  return new Proxy(runtime, {
    get(target, name) {
      const value = own[name] ?? Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The part of jest that knows the tests of one file: for each file its own. */
function requireAnew(path) {
  delete globalThis[HANDLERS];
  delete require.cache[path];
  return require(path);
}

/** They hold every closure of a file that is done, and with it its application. */
function statesOfJest() {
  return Object.getOwnPropertySymbols(globalThis).filter(({ description }) => description === 'JEST_STATE_SYMBOL');
}
