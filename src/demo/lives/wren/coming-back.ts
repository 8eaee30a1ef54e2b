import { called, met, no, texted, tried, went, yes } from '../../acts/contacts.js';
import { goal, goalIs, need, needConfirmed, needIs, needNow, section, signs, step } from '../../acts/plan.js';
import { action, aside, done, task } from '../../acts/tasks.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, physician: ines } = DEMO_WORKERS;

/** Since the physician last looked: out of the residence, into the new room, and the road goes on. */
export const WREN_COMES_BACK: readonly Entry[] = [
  [12, '15:00', ana, called(20, { note: 'Nervous in a good way. Wants Dot there on the day.' })],
  [
    11,
    '10:00',
    teo,
    section(
      'safety',
      'Her body is used to much less now than before: what was ordinary then is dangerous today. Never alone on payday; the line on speaker if she is. A kit in every bag. Her page about the bad hour is with Teo. First Dot, then Ana, then the line.',
    ),
  ],
  [
    11,
    '10:20',
    teo,
    task('day-two', 'Call her on the second evening at home', { due: -7, of: ana, kind: 'after_care' }),
  ],
  [11, '10:25', teo, task('week-two', 'Go through the plan for after with her', { due: 2, kind: 'after_care' })],
  [10, '14:00', ana, needIs('housing', 'meet', 'Keys handed over: Juniper Lane, first floor.')],
  [10, '14:05', ana, done('room-after', 'Later than planned, in time for her.')],
  [
    9,
    '11:00',
    ana,
    went('residential_programme', 'together', 150, {
      place: 'Larch House to Juniper Lane',
      setting: 'vehicle',
      actions: ['arranged_transport'],
      note: 'Ninety days. Out with three boxes and forty-one birds. Dot had soup on.',
      naloxone: 'given',
      naloxoneKits: 3,
    }),
  ],
  [9, '15:00', ana, goalIs('larch', 'reach', '“I did the whole thing.”')],
  [9, '15:10', ana, goal('quiet', 'Keep it this quiet.', { rank: 1 })],
  [9, '15:15', ana, goalIs('quiet', 'begin')],
  [9, '15:20', ana, step('quiet', 'quiet-thursday', 'Thursday drawing evening, third time in a row', 6)],
  [9, '15:25', ana, needNow('housing', { housingStatus: 'housed', ownWords: 'Morning sun. And it locks.' })],
  [
    8,
    '11:00',
    ana,
    went('pharmacy', 'together', 25, {
      place: 'Crocus Pharmacy',
      note: 'First time since. Lena at the counter remembered her.',
    }),
  ],
  [
    7,
    '18:30',
    ana,
    called(25, {
      purposes: ['check_in'],
      note: 'Second evening. Quiet, a bit too quiet, she says, then laughs.',
      answers: { cravings: yes, mood_low: no, feels_unsafe: no, substance_use_today: no },
    }),
  ],
  [8, '12:00', ana, task('plant', 'Fetch the plant from Dot', { due: -1 })],
  [7, '18:55', ana, done('day-two')],
  [6, '10:00', ana, needConfirmed('housing', 'client')],
  [6, '10:05', ana, went('pharmacy', 'goes_alone', 5, { place: 'Crocus Pharmacy' })],
  [6, '10:10', ana, task('health-card-copy', 'Bring her a copy of the health card', { due: -2 })],
  [
    5,
    '15:00',
    teo,
    met('home', 50, { note: 'Tea at her own table. She poured.', answers: { sleep_poor: no, mood_low: no } }),
  ],
  [5, '16:10', teo, needIs('mental_health', 'meet', '“Nights are just nights.”')],
  [
    5,
    '16:20',
    teo,
    task('grief', 'Ask about the anniversary before it comes', { due: 9, class: 'counselling', kind: 'session' }),
  ],
  [
    4,
    '11:30',
    ana,
    need('child_and_family', { ownWords: 'I want to write to my brother.', wantsHelp: 'yes', rank: 2 }),
  ],
  [4, '11:35', ana, action('child_and_family', 'letter', 'Sit with her while she writes to her brother', { due: 0 })],
  [4, '11:40', ana, aside('health-card-copy', 'waiting_for_other', 3)],
  [
    3,
    '10:00',
    ana,
    went('appointment', 'goes_alone', 5, {
      place: 'Cottonwood Clinic',
      note: 'She prefers to go alone now. She said it in so many words and thanked me for all the waiting rooms.',
    }),
  ],
  [
    3,
    '10:10',
    ana,
    section(
      'what_helps',
      'Short visits. One question at a time. Being told what happens next. She goes alone now; ask only whether she wants company.',
    ),
  ],
  [3, '12:00', ana, task('visit', 'Tell Dr. Okafor what she wants from the next visit', { due: 1, of: ines })],
  [2, '17:40', ana, tried('phone')],
  [
    2,
    '18:10',
    ana,
    texted({
      startedBy: 'client',
      goalToday: 'Draw. Sleep. Same again.',
      note: 'Was at the drawing evening, phone off.',
    }),
  ],
  [
    1,
    '16:00',
    ana,
    called(15, {
      preparedVisit: true,
      purposes: ['visit_preparation'],
      note: 'For the visit: how long does one stay on it, and may she travel to her brother?',
      answers: { cravings: no, needs_food: no },
      followUps: [{ title: 'Look up the train times with her', due: 3 }],
    }),
  ],
  [1, '16:30', ana, signs],
];
