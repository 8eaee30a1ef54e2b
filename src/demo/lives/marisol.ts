import { called, met, no, texted, went, yes } from '../acts/contacts.js';
import { goal, goalIs, need, needConfirmed, needIs, section, signs, step, stepIs } from '../acts/plan.js';
import { action, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, counsellor: teo } = DEMO_WORKERS;

/** Her children first, and a court date in between. */
export const MARISOL: Life = {
  goesBy: 'Marisol',
  worker: ana,
  since: 145,
  team: [teo],
  about: { pronouns: 'ella', languages: ['es', 'en'], heardOfUs: 'friend_or_family' },
  knowAboutMe: 'My kids come first.',
  channels: [{ kind: 'text', value: '403-555-0191', mayContact: true, sayWho: 'the school' }],
  supporters: [{ name: 'Abuela Inés', relation: 'my grandmother', mayBeTold: 'nothing' }],
  story: [
    [
      144,
      '13:00',
      ana,
      met('community', 50, { startedBy: 'client', goalToday: 'Be home at three.', answers: { needs_food: yes } }),
    ],
    [143, '13:00', ana, goal('school', 'Pick them up at school every day.', { rank: 1 })],
    [143, '13:05', ana, need('child_and_family', { ownWords: 'They watch me.', wantsHelp: 'yes', rank: 1 })],
    [143, '13:10', ana, need('food', { wantsHelp: 'yes' })],
    [140, '10:00', teo, met('clinic', 45, { answers: { mood_low: yes, feels_unsafe: no } })],
    [
      139,
      '10:00',
      ana,
      section('know_about_me', 'Busy from two to five. Speak as the school. Nothing on paper at home.'),
    ],
    [130, '10:00', ana, needIs('food', 'meet')],
    [129, '10:00', ana, needIs('child_and_family', 'begin')],
    [
      128,
      '10:00',
      ana,
      action('child_and_family', 'letter-court', 'Letter for the family court', { due: -110, of: teo }),
    ],
    [112, '10:00', teo, done('letter-court')],
    [104, '09:00', ana, went('court', 'together', 200, { note: 'She spoke. They listened.' })],
    [103, '13:00', ana, needConfirmed('food', 'client')],
    [96, '13:00', teo, met('clinic', 40, { answers: { mood_low: no, cravings: yes } })],
    [80, '13:00', ana, goalIs('school', 'begin')],
    [80, '13:05', ana, step('school', 'school-form', 'Get her name on the pick-up form', -66)],
    [67, '15:30', ana, stepIs('school-form', 'finish')],
    [54, '09:00', ana, went('court', 'met_there', 150)],
    [53, '10:00', ana, goalIs('school', 'reach', 'Every day this week.')],
    [47, '10:00', teo, signs],
    [40, '13:00', ana, texted({ startedBy: 'client', note: 'A drawing, not hers: four people and a dog.' })],
    [26, '13:00', teo, met('clinic', 40, { answers: { cravings: no, mood_low: no } })],
    [18, '10:00', ana, task('court-three', 'Ask the lawyer for the third date', { due: -8 })],
    [9, '09:00', ana, called(20, { followUps: [{ title: 'Winter jackets for the two small ones', due: -1 }] })],
    [2, '13:00', ana, texted({ note: 'Jackets: Saturday, at the hall.' })],
  ],
};
