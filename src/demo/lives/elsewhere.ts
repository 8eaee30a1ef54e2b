import { called, met, no, texted, tried, unknown, went, yes } from '../acts/contacts.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section, signs, step, stepIs } from '../acts/plan.js';
import { action, aside, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigatorEstuary: river, physicianEstuary: hana, navigatorElsewhere: kit } = DEMO_WORKERS;

const text = (value: string) => [{ kind: 'text', value, mayContact: true }];

/** Six lives by the estuary, in the other province, and four at the residence: nobody at the first clinic sees them. */
export const ELSEWHERE: readonly Life[] = [
  {
    goesBy: 'Maren',
    worker: river,
    since: 155,
    team: [hana],
    about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'outreach' },
    knowAboutMe: 'Boats, not rooms.',
    channels: text('236-555-0130'),
    story: [
      [154, '10:00', river, met('community', 40, { naloxone: 'given', naloxoneKits: 2 })],
      [
        153,
        '10:00',
        river,
        need('housing', { ownWords: 'My boat leaks.', housingStatus: 'at_risk', wantsHelp: 'yes' }),
      ],
      [150, '10:00', river, needIs('housing', 'begin')],
      [140, '10:00', hana, met('clinic', 30, { answers: { withdrawal: yes } })],
      [120, '10:00', river, action('housing', 'berth', 'Talk to the harbour about the winter berth', { due: -110 })],
      [108, '10:00', river, done('berth')],
      [100, '10:00', river, needIs('housing', 'meet')],
      [90, '10:00', river, needConfirmed('housing', 'client')],
      [60, '10:00', hana, met('clinic', 20, { answers: { withdrawal: no } })],
      [59, '10:00', hana, signs],
      [10, '10:00', river, went('appointment', 'goes_alone', 5)],
    ],
  },
  {
    goesBy: 'Otis',
    worker: river,
    since: 88,
    team: [hana],
    about: { pronouns: 'he/him', languages: ['en'], heardOfUs: 'shelter_or_housing' },
    channels: text('236-555-0131'),
    story: [
      [87, '10:00', river, met('shelter', 30, { answers: { needs_place_tonight: no } })],
      [86, '10:00', river, goal('saw', 'Carve again.', { rank: 1 })],
      [80, '10:00', river, goalIs('saw', 'begin')],
      [79, '10:00', river, step('saw', 'saw-shed', 'Ask at the carving shed', -70)],
      [69, '10:00', river, stepIs('saw-shed', 'finish')],
      [50, '10:00', hana, met('clinic', 20, { answers: { cravings: no } })],
      [20, '10:00', river, met('community', 60, { note: 'A heron, in cedar.' })],
      [14, '10:00', hana, looks],
      [5, '10:00', river, task('market', 'A table at the winter market', { due: 7 })],
    ],
  },
  {
    goesBy: 'Suki',
    worker: river,
    since: 45,
    about: { pronouns: 'she/her', languages: ['ja', 'en'], heardOfUs: 'friend_or_family' },
    channels: text('236-555-0132'),
    story: [
      [44, '10:00', river, met('community', 30)],
      [43, '10:00', river, need('language', { ownWords: 'Slowly, please.', wantsHelp: 'yes' })],
      [40, '10:00', river, needIs('language', 'begin')],
      [30, '10:00', river, tried('text')],
      [24, '10:00', river, texted({ startedBy: 'client' })],
      [8, '10:00', river, needIs('language', 'meet')],
    ],
  },
  {
    goesBy: 'Ike',
    worker: hana,
    since: 132,
    team: [river],
    about: { pronouns: 'he/him', languages: ['en'], birthDate: '1977-08-08', heardOfUs: 'hospital' },
    story: [
      [131, '11:00', hana, met('hospital', 20, { answers: { mood_low: yes } })],
      [130, '11:00', river, met('hospital', 40, { experienceShared: true })],
      [120, '11:00', river, went('appointment', 'together', 60)],
      [100, '11:00', river, went('appointment', 'met_there', 30)],
      [80, '11:00', river, went('appointment', 'goes_alone', 5)],
      [79, '11:00', hana, section('safety', 'Tides and Sundays. Call before noon.')],
      [40, '11:00', hana, met('clinic', 20, { answers: { mood_low: no } })],
      [11, '11:00', hana, task('ike-form', 'Fill in the ferry form with him', { due: 0 })],
    ],
  },
  {
    goesBy: 'Bea',
    worker: river,
    since: 64,
    about: { pronouns: 'she/her', languages: ['en', 'fr'], heardOfUs: 'peer' },
    channels: text('236-555-0134'),
    story: [
      [63, '10:00', river, met('street', 15, { naloxone: 'given', naloxoneKits: 1 })],
      [50, '10:00', river, tried('text')],
      [49, '10:00', river, task('bea', 'Look for her at the market', { due: -42, kind: 'warm_outreach' })],
      [42, '10:00', river, met('community', 20, { purposes: ['warm_outreach'] })],
      [42, '11:00', river, done('bea')],
      [13, '10:00', river, called(5, { startedBy: 'client', answers: { needs_food: yes } })],
      [12, '10:00', river, need('food', { wantsHelp: 'yes' })],
    ],
  },
  {
    goesBy: 'Cass',
    worker: hana,
    since: 18,
    about: { languages: ['en'], heardOfUs: 'clinic' },
    story: [
      [17, '11:00', hana, met('clinic', 25, { answers: { withdrawal: unknown } })],
      [10, '11:00', hana, tried('phone')],
      [9, '11:00', hana, task('cass', 'Offer another morning', { due: -2 })],
    ],
  },
  {
    goesBy: 'Robin',
    worker: kit,
    since: 77,
    about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'clinic' },
    story: [
      [77, '13:00', kit, met('residence', 60, { purposes: ['getting_to_know'], answers: { sleep_poor: yes } })],
      [70, '13:00', kit, goal('run', 'Run to the lake and back.')],
      [60, '13:00', kit, goalIs('run', 'begin')],
      [30, '13:00', kit, met('residence', 30, { answers: { sleep_poor: no } })],
      [12, '13:00', kit, goalIs('run', 'reach', 'Twice.')],
      [8, '13:00', kit, task('robin-out', 'Plan the way out with her', { due: 5 })],
    ],
  },
  {
    goesBy: 'Delphine',
    worker: kit,
    since: 41,
    about: { pronouns: 'elle', languages: ['fr', 'en'], heardOfUs: 'clinic' },
    story: [
      [41, '13:00', kit, met('residence', 45, { answers: { mood_low: unknown } })],
      [34, '13:00', kit, need('child_and_family', { ownWords: 'Entendre mon fils le dimanche.', wantsHelp: 'yes' })],
      [33, '13:00', kit, needIs('child_and_family', 'begin')],
      [26, '13:00', kit, needIs('child_and_family', 'meet')],
      [5, '13:00', kit, met('residence', 30, { answers: { mood_low: no } })],
    ],
  },
  {
    goesBy: 'June',
    worker: kit,
    since: 19,
    about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'friend_or_family' },
    story: [
      [19, '13:00', kit, met('residence', 30)],
      [15, '13:00', kit, need('household_goods', { ownWords: 'A winter coat.', wantsHelp: 'yes' })],
      [14, '13:00', kit, task('coat', 'Coat, small', { due: -9 })],
      [6, '13:00', kit, aside('coat', 'waiting_for_other', 1)],
    ],
  },
  {
    goesBy: 'Nadine',
    worker: kit,
    since: 9,
    about: { languages: ['fr'], heardOfUs: 'response_line' },
    aliases: [{ setting: 'line', name: 'Marée' }],
    story: [
      [9, '13:00', kit, met('residence', 40, { answers: { needs_food: no } })],
      [4, '13:00', kit, section('what_helps', 'La fenêtre ouverte.')],
      [2, '13:00', kit, met('residence', 20)],
    ],
  },
];
