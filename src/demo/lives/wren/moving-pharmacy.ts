import { called, met, no, tried, went, yes } from '../../acts/contacts.js';
import { goalIs, looks, need, section, signs } from '../../acts/plan.js';
import { action, aside, done, handedOver, task } from '../../acts/tasks.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, physician: ines } = DEMO_WORKERS;

/** From the pharmacy downtown, where she used, to one near her room; and a first word about the residence. */
export const WREN_MOVES_PHARMACY: readonly Entry[] = [
  [200, '11:00', ana, called(10, { note: 'She went to the pharmacy without me and sent a picture of the sky.' })],
  [199, '11:00', ana, went('pharmacy', 'goes_alone', 5, { place: 'Second Street Pharmacy' })],
  [
    196,
    '17:30',
    ana,
    called(30, {
      startedBy: 'client',
      note: 'Second Street is where everybody is. She counts the doors until she is through. Asked whether it has to be that one.',
      answers: { cravings: yes },
    }),
  ],
  [
    195,
    '09:00',
    ana,
    task('pharmacy-move', 'Ask about a pharmacy near Juniper Lane', {
      due: -192,
      of: ines,
      note: 'Reason in her words: downtown is where I used.',
    }),
  ],
  [
    192,
    '10:00',
    ines,
    met('clinic', 20, {
      note: 'Prescription moves to Crocus Pharmacy, five minutes from her room. Both pharmacies have answered; no day is doubled and none falls between.',
    }),
  ],
  [192, '10:30', ines, done('pharmacy-move')],
  [
    191,
    '11:00',
    ana,
    went('pharmacy', 'together', 30, {
      place: 'Crocus Pharmacy',
      note: 'New counter, first time, so together once more.',
    }),
  ],
  [190, '11:00', ana, went('pharmacy', 'goes_alone', 5, { place: 'Crocus Pharmacy' })],
  [
    186,
    '13:00',
    ana,
    section('my_strengths', 'Says so when something does not fit. Remembers everybody’s birthday. Draws birds.'),
  ],
  [184, '10:00', ana, went('appointment', 'met_there', 35, { place: 'Cottonwood Clinic' })],
  [
    183,
    '15:00',
    teo,
    met('clinic', 50, {
      note: 'She sleeps five hours in a row. Wrote the page about the bad hour.',
      answers: { sleep_poor: no, mood_low: no },
    }),
  ],
  [
    183,
    '16:00',
    teo,
    section(
      'safety',
      'Sit where she sees the door. Her page about the bad hour is in her bag and with Teo. First Dot, then Ana, then the line. Not alone on payday.',
    ),
  ],
  [
    180,
    '09:00',
    ana,
    need('social_connection', { ownWords: 'Everybody I know is on Second Street.', wantsHelp: 'yes', rank: 2 }),
  ],
  [
    178,
    '14:00',
    ana,
    action('social_connection', 'drawing-group', 'Ask about the drawing evening at the library', { due: -174 }),
  ],
  [174, '18:00', ana, tried('text')],
  [172, '18:00', ana, aside('drawing-group', 'client_asked', -165)],
  [
    166,
    '12:00',
    ana,
    went('appointment', 'goes_alone', 5, {
      place: 'Cottonwood Clinic',
      note: 'Told me afterwards how it was. I was not needed, and she noticed first.',
    }),
  ],
  [165, '11:00', ana, done('drawing-group', 'Thursdays. She knew already.')],
  [164, '09:30', ines, goalIs('mornings', 'begin')],
  [162, '10:00', ines, looks],
  [162, '10:20', ines, signs],
  [
    160,
    '17:50',
    ana,
    called(35, {
      startedBy: 'client',
      note: 'Five weeks, then three days without. Her brother’s birthday. She came back to the pharmacy by herself and asked for the doctor.',
      answers: { cravings: yes, mood_low: yes, substance_use_today: no },
    }),
  ],
  [
    159,
    '10:00',
    ines,
    met('clinic', 30, {
      note: 'Fourth start, on the day she asked. She would like somewhere quiet for a while, with other women her age.',
    }),
  ],
  [158, '10:00', ines, task('larch-house', 'Talk through Larch House with her', { due: -150, of: teo })],
  [152, '11:00', teo, handedOver('larch-house', ana, 'She would rather hear it from Ana.')],
  [
    150,
    '17:00',
    ana,
    met('home', 60, {
      purposes: ['planning'],
      actions: ['offered_referral', 'gave_information'],
      note: 'Ninety days, young women, own rooms, treatment goes on inside. She read the page twice and kept it.',
    }),
  ],
  [150, '18:10', ana, done('larch-house')],
];
