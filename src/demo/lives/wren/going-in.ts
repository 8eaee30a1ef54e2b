import { called, met, no, texted, tried, went, yes } from '../../acts/contacts.js';
import { goal, goalIs, looks, needIs, signs, step, stepIs } from '../../acts/plan.js';
import { aside, done, handedOver, task } from '../../acts/tasks.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, physician: ines, coordinator: mei } = DEMO_WORKERS;

/** Three dates for the residence. Each is what happened, none is the end of it; on the third she goes in. */
export const WREN_GOES_IN: readonly Entry[] = [
  [149, '10:00', ana, goal('larch', 'Ninety days where nobody knows my street name.', { rank: 1 })],
  [149, '10:05', ana, goalIs('larch', 'begin')],
  [149, '10:10', ana, step('larch', 'larch-first', 'First date at Larch House', -138)],
  [
    147,
    '13:00',
    teo,
    met('clinic', 40, {
      purposes: ['visit_preparation'],
      preparedVisit: true,
      note: 'What to bring, who keeps the plant, whom she may call.',
    }),
  ],
  [
    138,
    '12:00',
    ana,
    went('residential_programme', 'together', 150, {
      place: 'Larch House',
      setting: 'residence',
      note: 'A test result lay outside what the house takes on that day. They said it kindly, and offered another date before we left.',
    }),
  ],
  [138, '13:00', ana, stepIs('larch-first', 'drop')],
  [
    137,
    '17:00',
    ana,
    called(20, {
      note: 'Disappointed, mostly in the drive. Still wants it.',
      answers: { mood_low: yes, feels_unsafe: no },
    }),
  ],
  [136, '10:00', teo, step('larch', 'larch-second', 'Second date at Larch House', -119)],
  [
    131,
    '11:00',
    ines,
    met('clinic', 20, {
      note: 'Went through the result with her. What to wait for, what to leave, in her words on her page.',
    }),
  ],
  [126, '17:30', ana, texted({ startedBy: 'client', note: 'A drawing of a heron.' })],
  [119, '09:00', ana, tried('phone')],
  [
    119,
    '09:40',
    ana,
    tried('in_person', 'no_answer', { setting: 'home', note: 'Knocked softly, left a note in the plant.' }),
  ],
  [119, '10:30', ana, task('heron', 'Find her and ask how she is, nothing else', { due: -118, kind: 'warm_outreach' })],
  [
    118,
    '18:20',
    ana,
    met('street', 45, {
      purposes: ['warm_outreach'],
      actions: ['listened', 'gave_food'],
      goalToday: 'Not talk about yesterday.',
      note: 'So we did not. She asked at the end whether there is another date. There is.',
      naloxone: 'has_kit',
    }),
  ],
  [118, '19:30', ana, done('heron')],
  [117, '09:00', teo, stepIs('larch-second', 'drop')],
  [116, '09:30', teo, step('larch', 'larch-third', 'Third date at Larch House', -98)],
  [
    112,
    '10:00',
    ines,
    met('clinic', 25, {
      note: 'Fifth start since the birthday week. She laughed about the number. A restart is ordinary.',
      answers: { withdrawal: yes },
    }),
  ],
  [110, '11:00', ana, went('pharmacy', 'goes_alone', 5, { place: 'Crocus Pharmacy' })],
  [
    105,
    '15:00',
    teo,
    met('community', 55, {
      note: 'Payday plan: Dot’s kitchen, phone off, soup.',
      answers: { mood_low: no, sleep_poor: no },
    }),
  ],
  [104, '10:00', ana, task('keep-room', 'Ask Doorstep Housing to hold her room', { due: -100 })],
  [101, '12:00', ana, done('keep-room', 'Sixty days they can promise, not ninety.')],
  [101, '12:10', ana, task('room-after', 'Look for a room in time for her return', { due: -20 })],
  [
    99,
    '17:00',
    ana,
    met('home', 60, {
      purposes: ['visit_preparation'],
      actions: ['arranged_transport'],
      preparedVisit: true,
      note: 'Packed together. The plant goes to Dot.',
    }),
  ],
  [
    98,
    '11:30',
    ana,
    went('residential_programme', 'together', 160, {
      place: 'Larch House',
      setting: 'residence',
      note: 'She went in. At the door she turned around and said: see you Thursday.',
    }),
  ],
  [98, '13:00', ana, stepIs('larch-third', 'finish')],
  [
    97,
    '09:00',
    ines,
    called(15, {
      note: 'Spoke with the house, with her listening: the medicine goes on inside, with no day left out.',
    }),
  ],
  [94, '15:00', ana, met('residence', 60, { goalToday: 'Show you my window.' })],
  [90, '10:00', ana, signs],
  [87, '15:00', ana, met('residence', 45, { note: 'Two tables of birds on the wall by now.' })],
  [80, '15:00', ana, called(20)],
  [73, '15:00', ana, met('residence', 45, { answers: { mood_low: no, cravings: yes, sleep_poor: no } })],
  [66, '15:00', teo, called(40, { note: 'She reads her page aloud to the group now and then.' })],
  [60, '10:00', ines, looks],
  [60, '10:15', ines, signs],
  [59, '15:00', ana, called(15)],
  [
    52,
    '15:00',
    ana,
    met('residence', 60, {
      purposes: ['planning'],
      note: 'Began the list for after: room, pharmacy, Thursdays, whom to call.',
    }),
  ],
  [45, '15:00', ana, called(10)],
  [41, '10:00', ana, needIs('housing', 'reopen', 'The room could be held until today.')],
  [40, '09:00', ana, needIs('housing', 'begin')],
  [38, '14:00', ana, aside('room-after', 'waiting_for_other', -31)],
  [
    31,
    '15:00',
    teo,
    met('residence', 50, {
      note: 'Tolerance is lower now than it ever was: said plainly, by her, to me.',
      answers: { feels_unsafe: no },
    }),
  ],
  [30, '10:00', mei, handedOver('room-after', 'peer_navigator', 'Ana is away for a week.')],
  [24, '15:00', ana, called(15, { startedBy: 'client' })],
  [22, '10:00', mei, handedOver('room-after', ana)],
  [
    16,
    '13:00',
    ana,
    went('housing', 'met_there', 70, {
      place: 'Juniper Lane, first floor',
      note: 'A day pass. The same house, one floor down, with a morning window.',
    }),
  ],
  [
    15,
    '11:00',
    ines,
    met('residence', 25, {
      note: 'What she wants on the way out: the same pharmacy, a kit in every bag, and somebody on day two.',
    }),
  ],
  [14, '10:00', ines, looks],
  [14, '10:10', ines, signs],
];
