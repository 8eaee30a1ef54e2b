import { called, met, no, tried, went, yes } from '../acts/contacts.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section, signs } from '../acts/plan.js';
import { action, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, physician: ines } = DEMO_WORKERS;

/** Twelve years on his medicine: the road after is long, and quiet most of the time. */
export const HANK: Life = {
  goesBy: 'Hank',
  worker: ana,
  since: 260,
  team: [ines],
  about: { pronouns: 'he/him', languages: ['en'], birthDate: '1964-01-30', heardOfUs: 'hospital' },
  aliases: [{ setting: 'community', name: 'Old Hank' }],
  channels: [{ kind: 'phone', value: '403-555-0109', mayContact: true, mayLeaveVoicemail: true }],
  story: [
    [
      259,
      '10:00',
      ines,
      met('clinic', 40, {
        note: 'Moved here with his medicine of twelve years. Nothing to change, something to keep.',
        answers: { withdrawal: no },
      }),
    ],
    [258, '11:00', ana, called(20, { purposes: ['getting_to_know'] })],
    [257, '11:00', ana, need('physical_health', { ownWords: 'The hip.', wantsHelp: 'yes', rank: 1 })],
    [257, '11:10', ana, need('social_connection', { ownWords: 'I talk to the radio.', wantsHelp: 'yes' })],
    [250, '11:00', ana, goal('garden', 'A bit of soil to dig.', { rank: 1 })],
    [
      240,
      '10:00',
      ana,
      action('social_connection', 'garden-plot', 'Ask for a plot in the community garden', { due: -230 }),
    ],
    [229, '10:00', ana, done('garden-plot', 'Plot fourteen.')],
    [228, '10:00', ana, goalIs('garden', 'begin')],
    [210, '10:00', ines, met('clinic', 20)],
    [180, '10:00', ines, met('clinic', 20, { answers: { cravings: no } })],
    [170, '10:00', ana, needIs('physical_health', 'begin')],
    [
      150,
      '10:00',
      ana,
      went('hospital', 'together', 180, {
        note: 'The hip. He told the ward himself what he takes, and they wrote it down right.',
      }),
    ],
    [148, '10:00', ana, called(15, { startedBy: 'client' })],
    [120, '10:00', ines, met('clinic', 20)],
    [119, '10:00', ana, needIs('physical_health', 'meet')],
    [118, '10:00', ana, needConfirmed('physical_health', 'client')],
    [100, '10:00', ana, goalIs('garden', 'reach', 'Beans.')],
    [99, '10:00', ana, needConfirmed('social_connection', 'client')],
    [90, '10:00', ines, section('what_helps', 'Leave well alone. Ask about the beans.')],
    [60, '10:00', ines, met('clinic', 20)],
    [60, '10:30', ines, signs],
    [36, '10:00', ana, tried('phone', 'left_safe_message')],
    [30, '10:00', ines, looks],
    [29, '10:00', ines, met('clinic', 15, { answers: { sleep_poor: yes } })],
    [7, '10:00', ana, called(10, { note: 'Garlic is in the ground.' })],
    [7, '10:20', ana, task('snow', 'Find somebody to clear his path', { due: 4 })],
  ],
};
