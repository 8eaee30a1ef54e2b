import { called, met, no, texted, tried, went, yes } from '../../acts/contacts.js';
import { goalIs, needConfirmed, needIs, needNow, step, stepIs } from '../../acts/plan.js';
import { done, task } from '../../acts/tasks.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, physician: ines } = DEMO_WORKERS;

/** The first starts of the medicine, a room of her own, and the first ways that she goes alone. */
export const WREN_STARTS: readonly Entry[] = [
  [
    249,
    '10:00',
    ines,
    met('clinic', 30, {
      purposes: ['planning'],
      note: 'Start of opioid agonist treatment, her choice between two. She asked good questions. Second Street Pharmacy for now, because it opens early.',
      answers: { withdrawal: yes },
    }),
  ],
  [
    249,
    '11:00',
    ana,
    went('pharmacy', 'together', 50, {
      place: 'Second Street Pharmacy',
      note: 'First day. Stood beside her at the counter.',
    }),
  ],
  [248, '11:00', ana, went('pharmacy', 'together', 35, { place: 'Second Street Pharmacy' })],
  [
    247,
    '11:00',
    ana,
    went('pharmacy', 'together', 35, {
      place: 'Second Street Pharmacy',
      note: 'Somebody from before was at the door. She went in all the same.',
    }),
  ],
  [246, '11:10', ana, tried('phone')],
  [
    245,
    '17:30',
    ana,
    called(15, {
      startedBy: 'client',
      note: 'She stopped after four days: it made her too sleepy to be safe at the shelter. Good reason. A start is a start, and the next one is another.',
    }),
  ],
  [244, '09:40', ines, called(10, { note: 'Thanked her for saying so. We try again when she says, slower.' })],
  [238, '13:00', ana, needIs('identity_documents', 'meet', 'Birth certificate and card are in her own hands.')],
  [
    238,
    '13:05',
    ana,
    needNow('identity_documents', {
      documents: { birth_certificate: 'has', provincial_identity_card: 'has', health_card: 'has' },
    }),
  ],
  [236, '13:30', ana, needConfirmed('identity_documents', 'document')],
  [233, '18:10', ana, texted({ startedBy: 'client', goalToday: 'Try again Monday.', note: 'Her words, not mine.' })],
  [
    232,
    '10:00',
    ines,
    met('clinic', 25, { note: 'Second start. Same medicine, a plan for the sleepy days, a call on day two.' }),
  ],
  [232, '11:00', ana, went('pharmacy', 'together', 40, { place: 'Second Street Pharmacy' })],
  [
    230,
    '11:00',
    ana,
    went('pharmacy', 'met_there', 25, { place: 'Second Street Pharmacy', note: 'She said: meet me there.' }),
  ],
  [226, '11:00', ana, went('pharmacy', 'met_there', 20, { place: 'Second Street Pharmacy' })],
  [
    222,
    '17:45',
    ana,
    called(25, {
      startedBy: 'client',
      note: 'Nine days. Then payday, and an old friend on Second Street. She used, alone, with the line on speaker. She is all right and wants to know whether she is still welcome. She is.',
      naloxone: 'has_kit',
      answers: { substance_use_today: no, cravings: yes, mood_low: yes },
    }),
  ],
  [
    221,
    '12:00',
    ana,
    met('street', 30, {
      purposes: ['warm_outreach', 'harm_reduction'],
      actions: ['listened', 'harm_reduction_supplies'],
      naloxone: 'given',
      naloxoneKits: 1,
    }),
  ],
  [
    220,
    '15:00',
    teo,
    met('community', 50, {
      note: 'Walked along the river. She wants to write down what the bad hour feels like before it comes.',
      answers: { mood_low: yes, feels_unsafe: no },
    }),
  ],
  [219, '15:30', teo, needIs('mental_health', 'begin')],
  [214, '10:30', ana, task('room-viewing', 'See the room on Juniper Lane with her', { due: -209, kind: 'accompany' })],
  [212, '10:00', ana, needIs('income', 'meet', 'Monthly from now on.')],
  [211, '10:00', ana, needConfirmed('income', 'document')],
  [
    209,
    '14:00',
    ana,
    went('housing', 'together', 110, {
      place: 'Juniper Lane, second floor',
      actions: ['helped_with_housing'],
      note: 'A room with a door. She tried the lock four times.',
    }),
  ],
  [209, '16:00', ana, done('room-viewing')],
  [209, '16:05', ana, step('door', 'door-papers', 'Sign for the room at Doorstep Housing', -205)],
  [
    206,
    '11:00',
    ana,
    went('housing', 'met_there', 40, { place: 'Doorstep Housing', actions: ['filled_form_together'] }),
  ],
  [206, '12:00', ana, stepIs('door-papers', 'finish')],
  [
    205,
    '09:50',
    ines,
    met('clinic', 25, { note: 'Third start. She says the room makes it possible: somewhere to be sleepy.' }),
  ],
  [205, '11:00', ana, went('pharmacy', 'met_there', 20, { place: 'Second Street Pharmacy' })],
  [203, '16:00', ana, needIs('housing', 'meet', 'Moved in. Two bags and a plant.')],
  [203, '16:05', ana, needNow('housing', { housingStatus: 'housed' })],
  [203, '16:10', ana, goalIs('door', 'reach', '“It locks.”')],
  [201, '17:00', ana, needConfirmed('housing', 'client')],
];
