import { met, no, texted, tried, went, yes } from '../acts/contacts.js';
import { goal, goalIs, need, needConfirmed, needIs, needNow, section, step, stepIs } from '../acts/plan.js';
import { action, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, counsellor: teo } = DEMO_WORKERS;

/** Weekends only, and all papers anew. */
export const ZIGGY: Life = {
  goesBy: 'Ziggy',
  worker: ana,
  since: 120,
  team: [teo],
  about: { pronouns: 'he/they', languages: ['en'], heardOfUs: 'shelter_or_housing' },
  channels: [
    {
      kind: 'text',
      value: '403-555-0184',
      mayContact: true,
      safeHours: [{ days: [6, 7], from: '12:00', to: '20:00' }],
    },
  ],
  story: [
    [
      119,
      '14:00',
      ana,
      met('shelter', 35, {
        purposes: ['getting_to_know'],
        naloxone: 'offered',
        answers: { needs_place_tonight: no, substance_use_today: yes },
      }),
    ],
    [
      118,
      '14:00',
      ana,
      need('identity_documents', {
        ownWords: 'Officially I do not exist.',
        wantsHelp: 'yes',
        documents: { birth_certificate: 'held_by_somebody', health_card: 'never_had', bank_account: 'never_had' },
      }),
    ],
    [118, '14:10', ana, need('housing', { housingStatus: 'emergency_sheltered', wantsHelp: 'yes', rank: 2 })],
    [118, '14:20', ana, section('my_strengths', 'Knows every song. Cooks for nineteen without a list.')],
    [117, '10:00', ana, needIs('identity_documents', 'begin')],
    [112, '13:00', ana, went('identity_office', 'together', 70, { actions: ['helped_with_identity_document'] })],
    [104, '13:00', teo, met('shelter', 30, { answers: { mood_low: no, feels_unsafe: yes } })],
    [97, '13:00', ana, tried('text')],
    [
      90,
      '13:00',
      ana,
      needNow('identity_documents', {
        documents: { birth_certificate: 'has', health_card: 'applied_for', bank_account: 'never_had' },
      }),
    ],
    [83, '14:00', ana, went('bank', 'met_there', 40, { note: 'Opened an account with a signature like a rock star.' })],
    [
      76,
      '13:00',
      ana,
      needNow('identity_documents', {
        documents: { birth_certificate: 'has', health_card: 'has', bank_account: 'has' },
      }),
    ],
    [76, '13:10', ana, needIs('identity_documents', 'meet')],
    [69, '13:00', ana, needConfirmed('identity_documents', 'document')],
    [62, '15:00', ana, goal('kitchen', 'Cook in a real kitchen.', { rank: 1 })],
    [62, '15:05', ana, goalIs('kitchen', 'begin')],
    [62, '15:10', ana, step('kitchen', 'kitchen-volunteer', 'Ask the community kitchen about Saturdays', -50)],
    [48, '15:00', ana, stepIs('kitchen-volunteer', 'finish')],
    [41, '15:00', ana, needIs('housing', 'begin')],
    [40, '10:00', ana, action('housing', 'list', 'Put him on the list for the shared house', { due: -34 })],
    [27, '15:00', ana, done('list', 'A week late; they took the date of the first call.')],
    [20, '14:00', ana, met('community', 20, { goalToday: 'Feed people.', naloxone: 'given', naloxoneKits: 2 })],
    [13, '14:00', ana, texted({ startedBy: 'client', note: 'A menu.' })],
    [6, '15:00', teo, met('community', 25, { answers: { feels_unsafe: no } })],
    [6, '16:00', teo, task('house-interview', 'Practise the interview for the shared house', { due: 0, of: ana })],
  ],
};
