import { called, met, no, texted, tried, unknown, yes } from '../acts/contacts.js';
import { goal, goalIs, need, needConfirmed, needIs, section, signs, step, stepIs } from '../acts/plan.js';
import { joins } from '../acts/person.js';
import { action, aside, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';
import { LARK_IS_REFERRED } from './being-referred.js';

const { navigator: ana, counsellor: teo, physician: ines } = DEMO_WORKERS;

const phone = (value: string) => [{ kind: 'phone', value, mayContact: true, mayLeaveVoicemail: true }];

/** Six lives that began with the counsellor or the physician; a peer joins where somebody wants one. */
export const AT_THE_CLINIC: readonly Life[] = [
  {
    goesBy: 'Imogen',
    worker: teo,
    since: 115,
    about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'clinic' },
    channels: phone('403-555-0120'),
    story: [
      [114, '09:00', teo, met('clinic', 50, { answers: { mood_low: yes, sleep_poor: yes, feels_unsafe: no } })],
      [114, '10:00', teo, need('mental_health', { ownWords: 'It is the mornings.', wantsHelp: 'yes', rank: 1 })],
      [113, '09:00', teo, needIs('mental_health', 'begin')],
      [107, '09:00', teo, met('clinic', 50)],
      [100, '09:00', teo, met('clinic', 50, { answers: { mood_low: yes } })],
      [93, '09:00', teo, tried('phone')],
      [
        92,
        '09:00',
        teo,
        task('morning', 'Ask on the phone how the morning was', { due: -90, kind: 'session', class: 'counselling' }),
      ],
      [88, '09:00', teo, done('morning')],
      [86, '09:00', teo, met('clinic', 50, { answers: { mood_low: unknown } })],
      [58, '09:00', teo, met('clinic', 50, { answers: { mood_low: no, sleep_poor: no } })],
      [57, '09:00', teo, section('safety', 'First her sister, then us, then the line. She has the page in her coat.')],
      [30, '09:00', teo, met('clinic', 50)],
      [2, '09:00', teo, met('clinic', 50, { goalToday: 'Sing in the car.' })],
    ],
  },
  {
    goesBy: 'Fenn',
    worker: teo,
    since: 60,
    team: [ines],
    about: { pronouns: 'he/him', languages: ['en'], heardOfUs: 'friend_or_family' },
    channels: phone('403-555-0121'),
    story: [
      [59, '15:00', teo, met('clinic', 45, { answers: { cravings: yes } })],
      [58, '15:00', teo, goal('band', 'Play on a Friday and go home after.', { rank: 1 })],
      [57, '15:00', ines, met('clinic', 20)],
      [52, '15:00', teo, step('band', 'band-friend', 'Tell the drummer', -45)],
      [45, '15:00', teo, stepIs('band-friend', 'finish')],
      [44, '15:00', teo, goalIs('band', 'begin')],
      [31, '15:00', teo, met('clinic', 45, { answers: { cravings: unknown } })],
      [17, '15:00', teo, goalIs('band', 'set_aside', 'The bar changed hands. Not now.')],
      [3, '15:00', teo, met('clinic', 45, { answers: { cravings: no } })],
      [3, '16:00', teo, task('fenn-friday', 'Call on Friday at eleven at night', { due: 3, kind: 'call_her_back' })],
    ],
  },
  {
    goesBy: 'Agnes',
    worker: ines,
    since: 240,
    about: { pronouns: 'she/her', languages: ['en'], birthDate: '1949-12-24', heardOfUs: 'hospital' },
    channels: phone('403-555-0122'),
    story: [
      [239, '10:00', ines, met('hospital', 30, { note: 'Pain, and the tablets for it, for eleven years.' })],
      [225, '10:00', ines, met('home', 40, { answers: { withdrawal: yes, sleep_poor: yes } })],
      [224, '10:00', ines, need('physical_health', { ownWords: 'Knead dough again.', wantsHelp: 'yes' })],
      [210, '10:00', ines, needIs('physical_health', 'begin')],
      [200, '10:00', ines, joins(teo)],
      [195, '10:00', teo, met('home', 50, { answers: { mood_low: no } })],
      [165, '10:00', ines, met('home', 30)],
      [135, '10:00', ines, met('home', 30, { answers: { withdrawal: no, sleep_poor: yes } })],
      [120, '10:00', ines, needIs('physical_health', 'meet')],
      [105, '10:00', ines, needConfirmed('physical_health', 'client')],
      [75, '10:00', ines, met('home', 30, { note: 'Bread.' })],
      [74, '10:00', ines, signs],
      [74, '11:00', teo, signs],
      [15, '10:00', ines, met('home', 30)],
      [15, '11:00', ines, task('agnes-stairs', 'Ask about a rail for the stairs', { due: -5 })],
    ],
  },
  {
    goesBy: 'Tomasz',
    worker: ines,
    since: 70,
    about: { pronouns: 'he/him', languages: ['pl', 'en'], heardOfUs: 'pharmacy' },
    channels: phone('403-555-0123'),
    story: [
      [69, '16:00', ines, met('clinic', 25, { answers: { withdrawal: yes } })],
      [68, '16:00', ines, need('medication_coverage', { wantsHelp: 'yes' })],
      [67, '16:00', ines, joins(ana)],
      [66, '16:00', ana, needIs('medication_coverage', 'begin')],
      [60, '16:00', ana, called(20, { actions: ['made_call_together'] })],
      [55, '16:00', ana, needIs('medication_coverage', 'meet')],
      [48, '16:00', ines, met('clinic', 20, { answers: { withdrawal: no } })],
      [20, '16:00', ines, met('clinic', 20)],
      [6, '16:00', ana, texted({ startedBy: 'client', goalToday: 'Shift, then football.' })],
    ],
  },
  {
    goesBy: 'Lark',
    worker: teo,
    since: 35,
    about: { pronouns: 'she/they', languages: ['en'], birthDate: '2004-02-02', heardOfUs: 'online' },
    channels: [{ kind: 'text', value: '403-555-0124', mayContact: true }],
    story: [
      [34, '16:00', teo, met('clinic', 40, { answers: { feels_unsafe: yes, mood_low: yes } })],
      [34, '17:00', teo, need('safety', { ownWords: 'My street is not mine at night.', wantsHelp: 'yes', rank: 1 })],
      [33, '16:00', teo, needIs('safety', 'begin')],
      [32, '16:00', teo, section('safety', 'Text “L?” She answers “L.” or we call.')],
      [27, '16:00', teo, action('safety', 'lark-route', 'Walk the way home with her once', { due: -20 })],
      [18, '16:00', teo, done('lark-route')],
      [10, '16:00', teo, needIs('safety', 'meet')],
      [3, '16:00', teo, texted({ note: '“L.”' })],
      ...LARK_IS_REFERRED,
    ],
  },
  {
    goesBy: 'Vern',
    worker: ines,
    since: 28,
    about: { pronouns: 'he/him', languages: ['en'], birthDate: '1971-06-17', heardOfUs: 'hospital' },
    channels: phone('403-555-0125'),
    story: [
      [27, '11:00', ines, met('hospital', 20, { answers: { cravings: unknown } })],
      [20, '11:00', ines, tried('phone', 'left_safe_message')],
      [19, '11:00', ines, task('vern-call', 'Call again next week, no hurry', { due: -12, kind: 'call_her_back' })],
      [12, '11:00', ines, tried('phone')],
      [12, '11:10', ines, aside('vern-call', 'could_not_reach', -1)],
    ],
  },
];
