/**
 * The directions of the house. Inside a feature: http → application → { persistence, domain, access } → kernel.
 * Below the features: kernel · platform · access · audit, each knowing only what stands left of it.
 * Between features: only leftwards in this list, which stands nowhere else; `accounts` is sign-in.
 */
export const FEATURES = [
  ...['organisations', 'accounts', 'tasks', 'clients', 'record-links', 'consents', 'break-glass', 'disclosures'],
  ...['contacts', 'goals', 'needs', 'services', 'appointments', 'pharmacies', 'oat', 'response-line', 'referrals'],
  ...[
    'admissions',
    'care-plan',
    'access-log',
    'retention',
    'client-hands',
    'receiver-hands',
    'today',
    'communities',
    'reports',
    'fhir',
  ],
];

const FOUNDATION = ['kernel', 'platform', 'access', 'audit'];
/** Above the features: what starts the programme, plants its demo and copies its data. Nothing knows them but main. */
const ABOVE = ['start', 'demo', 'backup', 'keys'];
const SPEC = '\\.spec\\.ts$';

const oneOf = (names) => `(${names.join('|')})`;
const feature = `^src/${oneOf(FEATURES)}`;
const above = `^src/${oneOf(ABOVE)}/`;
const rooms = (...names) => `${feature}/${oneOf(names)}/`;
/** The pages of whoever came by a link: the client’s own, and a receiver’s. */
const ownPages = '^src/((?:client|receiver)-hands)/http/';
const moduleFile = '\\.module\\.ts$';

/** `except` are the targets that stay allowed although `to` covers them. */
const forbid = (name, comment, { from, fromExcept = [], to, except = [] }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [SPEC, ...fromExcept] },
  to: { path: to, pathNot: except },
});

const foundation = [
  forbid('kernel-imports-nothing', 'Pure words shared by all: civil time needs its zone data, ids need randomness.', {
    from: '^src/kernel/',
    to: '.',
    except: ['^src/kernel/', '(^|/)node_modules/moment-timezone/', '^(node:)?crypto$'],
  }),
  forbid('platform-knows-no-business', 'The outside world, without a word of the field.', {
    from: '^src/platform/',
    to: '^src/',
    except: ['^src/(platform|kernel)/'],
  }),
  forbid('access-below-features', 'Who may do what is known below every feature.', {
    from: '^src/access/',
    to: '^src/',
    except: ['^src/(access|platform|kernel)/'],
  }),
  forbid('audit-below-features', 'The record of what happened asks no feature.', {
    from: '^src/audit/',
    to: '^src/',
    except: ['^src/(audit|access|platform|kernel)/'],
  }),
  forbid('start-is-imported-by-nothing', 'main, app.module and the rooms of the start stand above everything.', {
    from: '^src/',
    fromExcept: ['^src/(main|app)\\.ts$', above],
    to: `^src/(main|app|app\\.module)\\.ts$|${above}`,
  }),
  forbid('start-meets-domain-and-application', 'What stands above the features uses them as they use each other.', {
    from: above,
    to: rooms('http', 'persistence'),
  }),
];

const insideAFeature = [
  forbid(
    'domain-is-pure',
    'Rules know the kernel, other rules and the words of the policy and of purposes: no Nest, TypeORM, pg, process.',
    {
      from: rooms('domain'),
      to: '.',
      except: ['^src/kernel/', '^src/access/(policy|actor)\\.ts$', rooms('domain')],
    },
  ),
  forbid('persistence-knows-no-caller', 'Stores know rows and domain types, not who asks.', {
    from: rooms('persistence'),
    to: rooms('application', 'http'),
  }),
  forbid('application-knows-no-http', 'A use case can be called without HTTP.', {
    from: rooms('application'),
    to: rooms('http'),
  }),
  forbid('only-http-meets-http', 'What rules and use cases share with HTTP stands in the kernel.', {
    from: rooms('application', 'persistence'),
    to: '^src/platform/http/',
  }),
  forbid('http-never-touches-persistence', 'A controller asks a use case, never a store, own or other.', {
    from: rooms('http'),
    to: rooms('persistence'),
  }),
  forbid('rooms-know-no-module', 'Only a module wires modules together.', {
    from: '^src/.+/.+',
    fromExcept: [moduleFile],
    to: moduleFile,
    except: ['^src/app\\.module\\.ts$'],
  }),
];

const betweenFeatures = [
  ...FEATURES.slice(0, -1).map((name, place) =>
    forbid(`only-leftwards-${name}`, `${name} stands left of these in the written list.`, {
      from: `^src/${name}/`,
      to: `^src/${oneOf(FEATURES.slice(place + 1))}/`,
    }),
  ),
  forbid('others-by-domain-and-application', 'Another feature is met at its domain/ and application/ only.', {
    from: `${feature}/`,
    fromExcept: [moduleFile, ownPages],
    to: `${feature}/`,
    except: ['^src/$1/', rooms('domain', 'application')],
  }),
  forbid(
    'pages-by-page',
    'What a client sees alone frames the pages that others print: those, and no other room of http.',
    {
      from: ownPages,
      to: `${feature}/`,
      except: ['^src/$1/', rooms('domain', 'application'), `${feature}/http/page/`],
    },
  ),
  {
    name: 'every-room-is-listed',
    comment: 'A new folder under src/ is a feature: write it into the list at the top.',
    severity: 'error',
    from: {},
    to: { path: '^src/[^/]+/', pathNot: `^src/${oneOf([...FOUNDATION, ...FEATURES, ...ABOVE])}/` },
  },
];

const hygiene = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no-index-files', severity: 'error', from: {}, to: { path: '/index\\.ts$', pathNot: 'node_modules/' } },
  { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-orphans',
    comment: 'Nothing imports it and it imports nothing: leave it out.',
    severity: 'error',
    from: { orphan: true, path: '^src/', pathNot: [SPEC, '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'src-stands-alone',
    comment: 'What is shipped knows neither its tests nor its benchmarks.',
    severity: 'error',
    from: { path: '^src/', pathNot: SPEC },
    to: { path: '^(test|bench)/' },
  },
  forbid('client-stands-alone', 'The folder can be copied as it is: it imports nothing but itself.', {
    from: '^client/',
    to: '.',
    except: ['^client/'],
  }),
  {
    name: 'no-dev-dependency-at-run-time',
    severity: 'error',
    from: { path: '^src/', pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: 'node_modules/@types/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...foundation, ...insideAFeature, ...betweenFeatures, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
