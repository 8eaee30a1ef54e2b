import { called, met, no, texted, tried, went, yes } from '../acts/contacts.js';
import {
  goal,
  goalBecomes,
  goalIs,
  looks,
  need,
  needConfirmed,
  needIs,
  section,
  signs,
  step,
  stepIs,
} from '../acts/plan.js';
import { action, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, physician: ines } = DEMO_WORKERS;

/** Few words, mostly by text. A goal becomes another one. */
export const MAC: Life = {
  goesBy: 'Mac',
  worker: ana,
  since: 160,
  team: [ines],
  about: { pronouns: 'he/him', languages: ['en'], heardOfUs: 'peer' },
  channels: [{ kind: 'text', value: '403-555-0118', mayContact: true, sayWhat: 'Only yes or no questions.' }],
  story: [
    [
      160,
      '11:00',
      ana,
      met('street', 20, {
        purposes: ['outreach'],
        naloxone: 'given',
        naloxoneKits: 1,
        note: 'Took a coffee and the kit. Said he would think about it.',
      }),
    ],
    [154, '15:00', ana, texted({ startedBy: 'client', note: '“Yes.”' })],
    [153, '10:00', ana, goal('truck', 'Get my truck back.', { rank: 1 })],
    [153, '10:05', ana, need('income', { ownWords: 'Cash jobs only.', wantsHelp: 'not_now' })],
    [153, '10:10', ana, need('transport', { ownWords: 'Two buses to get here.', wantsHelp: 'yes' })],
    [
      153,
      '10:20',
      ana,
      section('know_about_me', 'Text, do not call. Yes or no questions. He reads everything, answers some.'),
    ],
    [150, '12:00', ana, action('transport', 'pass', 'Apply for the low-income bus pass with him', { due: -143 })],
    [141, '12:00', ana, done('pass', 'Two days late, the office was closed.')],
    [141, '12:10', ana, needIs('transport', 'meet')],
    [133, '09:00', ana, needConfirmed('transport', 'client')],
    [130, '10:30', ana, went('appointment', 'together', 60, { place: 'Cottonwood Clinic' })],
    [
      130,
      '10:40',
      ines,
      met('clinic', 20, { note: 'Knee first, he said. So the knee first.', answers: { substance_use_today: yes } }),
    ],
    [118, '16:00', ana, tried('text')],
    [112, '16:00', ana, tried('text')],
    [
      104,
      '13:00',
      ana,
      met('street', 15, {
        purposes: ['harm_reduction'],
        actions: ['harm_reduction_supplies'],
        note: 'Gave me half his sandwich.',
      }),
    ],
    [90, '10:30', ines, met('clinic', 25, { note: 'He asked about the medicine his cousin takes. Took the leaflet.' })],
    [
      76,
      '10:30',
      ines,
      met('clinic', 30, {
        note: 'Started today. He wants the same pharmacy as his cousin.',
        answers: { withdrawal: yes },
      }),
    ],
    [74, '12:00', ana, texted({ note: '“OK?” “OK.”' })],
    [60, '10:00', ana, goal('drive', 'Drive my kid to hockey.', { rank: 1 })],
    [60, '10:05', ana, goalBecomes('truck', 'drive')],
    [60, '10:10', ana, goalIs('drive', 'begin')],
    [60, '10:15', ana, step('drive', 'drive-licence', 'Ask what the licence needs', -30)],
    [58, '16:00', ines, signs],
    [31, '09:00', ana, stepIs('drive-licence', 'finish')],
    [30, '09:00', ana, task('licence-fee', 'Find the fund for licence fees', { due: -3 })],
    [26, '10:00', ines, looks],
    [
      17,
      '10:30',
      ines,
      met('clinic', 15, { note: 'Eight weeks. Knee again.', answers: { withdrawal: no, cravings: no } }),
    ],
    [5, '15:00', ana, texted({ startedBy: 'client', goalToday: 'Hockey Saturday?', note: 'Four words, a record.' })],
    [4, '12:00', ana, called(5, { note: 'He called. He never calls. His kid made the team.' })],
  ],
};
