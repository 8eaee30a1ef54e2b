import { called, met, no, texted, tried, unknown, went, yes } from '../../acts/contacts.js';
import { joins, knows } from '../../acts/person.js';
import {
  goal,
  goalIs,
  member,
  need,
  needConfirmed,
  needIs,
  needNow,
  section,
  signs,
  step,
  stepIs,
} from '../../acts/plan.js';
import { action, done, task } from '../../acts/tasks.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, physician: ines, coordinator: mei } = DEMO_WORKERS;

/** The line referred her at her own wish. Ana meets her; what she needs is found and worked on before the first visit. */
export const WREN_ARRIVES: readonly Entry[] = [
  [272, '10:00', ana, tried('phone')],
  [271, '17:20', ana, tried('phone', 'left_safe_message', { note: 'Through Dot: “Ana from the library called.”' })],
  [
    ...([270, '14:10', ana] as const),
    met('community', 70, {
      startedBy: 'client',
      purposes: ['getting_to_know', 'warm_handover'],
      actions: ['listened', 'gave_food', 'gave_information'],
      goalToday: 'See if you are for real.',
      note:
        'First time face to face, after the line referred her. Thirty-four calls in six months as Bluebird; on the last ' +
        'one an ambulance came. She was told it was an overdose and says she thinks so too. She asked them to send her ' +
        'to us. Met in the back of the library, where nobody looks.',
      naloxone: 'given',
      naloxoneKits: 2,
      experienceShared: true,
      answers: { needs_place_tonight: yes, needs_food: yes, feels_unsafe: unknown, substance_use_today: yes },
    }),
  ],
  [270, '15:40', ana, goal('door', 'I want a place with a door that I can lock.', { rank: 1 })],
  [
    270,
    '15:45',
    ana,
    need('housing', {
      ownWords: 'I cannot sleep at the shelter.',
      housingStatus: 'emergency_sheltered',
      wantsHelp: 'yes',
      rank: 1,
    }),
  ],
  [270, '15:50', ana, need('food', { ownWords: 'One meal a day would do.', wantsHelp: 'yes' })],
  [
    268,
    '18:05',
    ana,
    texted({ startedBy: 'client', note: 'She wrote first. Wants to know whether the clinic asks for a card.' }),
  ],
  [
    267,
    '13:00',
    ana,
    need('identity_documents', {
      ownWords: 'My bag went with everything in it.',
      wantsHelp: 'yes',
      rank: 2,
      documents: { birth_certificate: 'lost', provincial_identity_card: 'lost', health_card: 'lost' },
    }),
  ],
  [
    267,
    '13:05',
    ana,
    need('income', { ownWords: 'They cut me off when I missed a letter.', wantsHelp: 'yes', rank: 3 }),
  ],
  [
    267,
    '13:10',
    ana,
    need('medication_coverage', {
      teamNote: 'None since her address ended. Needed before any prescription.',
      wantsHelp: 'yes',
    }),
  ],
  [267, '13:20', ana, need('phone_and_internet', { ownWords: 'Dot’s phone is not my phone.', wantsHelp: 'yes' })],
  [
    267,
    '13:30',
    ana,
    section('know_about_me', 'Do not call in the morning. Say you are from the library. Dot may know when, not why.'),
  ],
  [
    267,
    '13:40',
    ana,
    action('identity_documents', 'birth-certificate', 'Order her birth certificate together', { due: -262 }),
  ],
  [265, '11:00', ana, needIs('identity_documents', 'begin')],
  [
    ...([264, '11:00', ana] as const),
    went('identity_office', 'together', 95, {
      place: 'Registry on Ninth',
      setting: 'community',
      actions: ['filled_form_together', 'helped_with_identity_document'],
      note: 'Birth certificate ordered. She answered every question herself.',
    }),
  ],
  [264, '13:00', ana, done('birth-certificate', 'Ordered; three weeks.')],
  [
    264,
    '13:05',
    ana,
    needNow('identity_documents', {
      documents: { birth_certificate: 'applied_for', provincial_identity_card: 'lost', health_card: 'lost' },
    }),
  ],
  [263, '09:30', ana, needIs('income', 'begin')],
  [263, '09:35', ana, action('income', 'income-interview', 'Go to the income office with her', { due: -258 })],
  [
    ...([259, '10:00', ana] as const),
    went('income_office', 'together', 130, {
      place: 'Income office, east door',
      actions: ['filled_form_together', 'helped_with_income'],
      note: 'Emergency payment today, the rest after the interview. She was angry at the window, then proud.',
      answers: { needs_food: no },
    }),
  ],
  [259, '12:30', ana, done('income-interview')],
  [259, '12:40', ana, needIs('food', 'meet', 'Groceries bought; the community kitchen knows her.')],
  [
    258,
    '16:00',
    teo,
    met('clinic', 45, {
      purposes: ['getting_to_know'],
      note: 'She would rather talk walking than sitting. So we walked.',
      answers: { mood_low: yes, sleep_poor: yes },
    }),
  ],
  [
    258,
    '17:00',
    teo,
    need('mental_health', {
      ownWords: 'Nights are the worst.',
      teamNote: 'Sleep first, she says; the rest later.',
      wantsHelp: 'yes',
    }),
  ],
  [
    258,
    '17:10',
    teo,
    section(
      'safety',
      'Sit where she sees the door. If she goes quiet, ask “walk?” before anything else. Not alone on payday.',
    ),
  ],
  [257, '10:00', ana, needIs('medication_coverage', 'begin')],
  [
    256,
    '10:10',
    ana,
    called(20, {
      actions: ['made_call_together'],
      note: 'Coverage: on the phone with them together, forty minutes on hold, ten of talk.',
    }),
  ],
  [254, '14:00', ana, needIs('medication_coverage', 'meet', 'Active from today; letter comes to the clinic.')],
  [253, '15:00', ana, needConfirmed('medication_coverage', 'document')],
  [253, '15:05', ana, joins(ines)],
  [
    252,
    '17:30',
    ana,
    texted({
      purposes: ['visit_preparation'],
      preparedVisit: true,
      note: 'Wrote down with her the three things she wants to say to the doctor.',
    }),
  ],
  [252, '17:40', ana, section('what_helps', 'Short visits. One question at a time. Being told what happens next.')],
  [251, '09:00', ines, goal('mornings', 'Wake up without feeling sick.', { rank: 2, workedOnBy: member(ines) })],
  [
    ...([251, '09:15', ines] as const),
    met('clinic', 40, {
      purposes: ['planning'],
      preparedVisit: true,
      note: 'Intake. Coverage stands, papers and income are on their way, she has eaten: all of it before she came here. So there was time for what she wants.',
      answers: { withdrawal: yes, cravings: yes, mood_low: yes },
    }),
  ],
  [
    251,
    '09:20',
    ana,
    went('appointment', 'together', 90, {
      place: 'Cottonwood Clinic, first visit',
      note: 'Waited outside with her until her name was not called out loud.',
    }),
  ],
  [250, '12:00', ana, goalIs('door', 'begin')],
  [250, '12:05', ana, step('door', 'door-shelter', 'Ask the shelter for the quiet room', -246)],
  [249, '12:00', ana, needIs('housing', 'begin')],
  [246, '18:00', ana, stepIs('door-shelter', 'finish')],
  [245, '10:00', ana, needConfirmed('food', 'client')],
  [244, '16:00', mei, signs],
  [243, '16:20', ana, signs],
  [242, '12:20', ines, signs],
  [
    241,
    '11:00',
    ana,
    knows.name({ setting: 'legal', name: 'Renata Castellane', note: 'Only for cards and the pharmacy.' }),
  ],
  [241, '11:10', ana, need('legal', { ownWords: 'There is a fine. Not now.', wantsHelp: 'not_now' })],
  [240, '10:00', ana, task('health-card', 'Pick up the health card with her', { due: -236, kind: 'accompany' })],
  [235, '15:00', ana, done('health-card', 'A day later; she had slept in for the first time in weeks.')],
];
