import { demoId } from './demo-id.js';
import { DEMO_WORKERS, type DemoWorker } from './demo-places.js';

/** One request that makes something: as whom, where and with what. Its own id makes it the same thing when sent again. */
export interface DemoRequest {
  readonly as: DemoWorker;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface DemoClient {
  readonly goesBy: string;
  readonly worker: DemoWorker;
  readonly team: readonly DemoWorker[];
  readonly about: Readonly<Record<string, unknown>>;
  readonly aliases?: readonly Readonly<Record<string, string>>[];
  readonly channels?: readonly Readonly<Record<string, unknown>>[];
  readonly supporters?: readonly Readonly<Record<string, string>>[];
}

const { navigator, navigatrice, counsellor, physician } = DEMO_WORKERS;

const evenings = [{ days: [1, 2, 3, 4, 5], from: '17:00', to: '21:00' }];
const text = (value: string, more: object = {}) => ({ kind: 'text', value, mayContact: true, ...more });
const phone = (value: string, more: object = {}) => ({ kind: 'phone', value, mayContact: true, ...more });

/** Invented people; the numbers are of the range that is set aside for stories. */
const CLIENTS: readonly DemoClient[] = [
  {
    goesBy: 'Wren',
    worker: navigator,
    team: [counsellor, physician],
    about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'response_line', note: 'I want a place with a door.' },
    aliases: [
      { setting: 'line', name: 'Bluebird' },
      { setting: 'legal', name: 'Renata Castellane' },
    ],
    channels: [
      phone('403-555-0142', { safeHours: evenings, sayWho: 'Ana from the library', mayLeaveVoicemail: false }),
      { kind: 'through_person', person: 'Dot', value: '403-555-0171', mayContact: true, sayWhat: 'That Ana called.' },
    ],
    supporters: [{ name: 'Dot', relation: 'my aunt, sort of', mayBeTold: 'appointments' }],
  },
  {
    goesBy: 'Mac',
    worker: navigator,
    team: [physician],
    about: { pronouns: 'he/him', languages: ['en'], heardOfUs: 'peer' },
    channels: [text('403-555-0118', { sayWhat: 'Only yes or no questions.' })],
  },
  {
    goesBy: 'Josie',
    worker: navigatrice,
    team: [counsellor],
    about: { pronouns: 'elle', languages: ['fr', 'en'], heardOfUs: 'hospital', note: 'Je veux revoir la mer.' },
    aliases: [{ setting: 'legal', name: 'Josiane Thibodeau' }],
    channels: [text('403-555-0133'), { kind: 'email', value: 'josie@demo.example', mayContact: true }],
  },
  {
    goesBy: 'Tess',
    worker: navigator,
    team: [counsellor, physician],
    about: { pronouns: 'they/them', languages: ['en'], birthDate: '1998-03-14', heardOfUs: 'friend_or_family' },
    channels: [phone('403-555-0126', { mayLeaveVoicemail: true, sayWho: 'the bike shop' })],
    supporters: [{ name: 'Ori', relation: 'roommate', mayBeTold: 'only_that_we_try_to_reach' }],
  },
  {
    goesBy: 'Grey',
    worker: navigator,
    team: [],
    about: { languages: ['en', 'cr'], heardOfUs: 'outreach', note: 'Tuesdays under the bridge, before ten.' },
    channels: [{ kind: 'in_person', value: 'Under the Fourth Street bridge', mayContact: true }],
  },
  {
    goesBy: 'Petra',
    worker: navigatrice,
    team: [physician],
    about: { pronouns: 'she/her', languages: ['de', 'en'], birthDate: '1981-11-02', heardOfUs: 'clinic' },
    aliases: [{ setting: 'earlier', name: 'Petra Winkelmann' }],
    channels: [{ kind: 'letter', value: '12 Alder Court', mayContact: true, sayWhat: 'A plain envelope.' }],
  },
  {
    goesBy: 'Ziggy',
    worker: navigator,
    team: [counsellor],
    about: { pronouns: 'he/they', languages: ['en'], heardOfUs: 'shelter_or_housing' },
    channels: [text('403-555-0184', { safeHours: [{ days: [6, 7], from: '12:00', to: '20:00' }] })],
  },
  {
    goesBy: 'Noor',
    worker: navigatrice,
    team: [counsellor, physician],
    about: { pronouns: 'she/her', languages: ['fr', 'ar'], birthDate: '1990-07-21', heardOfUs: 'pharmacy' },
    channels: [phone('403-555-0157', { mayContact: false, note: 'Seulement si je le demande.' })],
    supporters: [{ name: 'Samira', relation: 'ma sœur', mayBeTold: 'ask_each_time' }],
  },
  {
    goesBy: 'Hank',
    worker: navigator,
    team: [physician],
    about: { pronouns: 'he/him', languages: ['en'], birthDate: '1964-01-30', heardOfUs: 'hospital' },
    aliases: [{ setting: 'community', name: 'Old Hank' }],
    channels: [phone('403-555-0109', { mayLeaveVoicemail: true })],
  },
  {
    goesBy: 'Lou',
    worker: navigatrice,
    team: [],
    about: { languages: ['fr'], heardOfUs: 'online' },
    channels: [text('403-555-0165')],
  },
  {
    goesBy: 'Marisol',
    worker: navigator,
    team: [counsellor],
    about: { pronouns: 'ella', languages: ['es', 'en'], heardOfUs: 'friend_or_family', note: 'My kids come first.' },
    channels: [text('403-555-0191', { sayWho: 'the school' })],
    supporters: [{ name: 'Abuela Inés', relation: 'my grandmother', mayBeTold: 'nothing' }],
  },
  {
    goesBy: 'Sparrow',
    worker: navigator,
    team: [physician],
    about: { languages: ['en'], heardOfUs: 'corrections' },
    aliases: [{ setting: 'line', name: 'Sparrow' }],
  },
];

/** What each of the demo's clients is made of, in order. */
export function demoClients(): readonly (readonly DemoRequest[])[] {
  return CLIENTS.map(requestsOf);
}

function requestsOf({ goesBy, worker: as, team, about, ...parts }: DemoClient): DemoRequest[] {
  const id = demoId(`client/${goesBy}`);
  const each = (kind: string, items: readonly object[] = []) =>
    items.map((item, place) => ({
      as,
      path: `/v1/clients/${id}/${kind}`,
      body: { id: demoId(`client/${goesBy}/${kind}/${place}`), ...item },
    }));
  return [
    { as, path: '/v1/clients', body: { id, goesBy, ...about } },
    ...each('aliases', parts.aliases),
    ...each('channels', parts.channels),
    ...each('supporters', parts.supporters),
    ...each(
      'care-team',
      team.map(({ membershipId }) => ({ membershipId })),
    ),
  ];
}
