import { met, tried, unknown, yes } from '../acts/contacts.js';
import { need, needIs, section } from '../acts/plan.js';
import { aside, done, handedOver, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, coordinator: mei } = DEMO_WORKERS;

/** Nobody has met Grey for five weeks, and nobody has closed anything. */
export const GREY: Life = {
  goesBy: 'Grey',
  worker: ana,
  since: 140,
  about: { languages: ['en', 'cr'], heardOfUs: 'outreach' },
  knowAboutMe: 'Tuesdays under the bridge, before ten.',
  channels: [{ kind: 'in_person', value: 'Under the Fourth Street bridge', mayContact: true }],
  story: [
    [
      140,
      '09:40',
      ana,
      met('street', 10, {
        purposes: ['outreach'],
        actions: ['gave_food'],
        answers: { needs_food: yes, needs_place_tonight: unknown },
      }),
    ],
    [133, '09:30', ana, met('street', 15, { naloxone: 'given', naloxoneKits: 1 })],
    [126, '09:30', ana, tried('in_person')],
    [119, '09:35', ana, met('street', 30, { goalToday: 'Boots.', actions: ['gave_clothing'] })],
    [119, '10:30', ana, need('household_goods', { ownWords: 'Boots before frost.', wantsHelp: 'yes' })],
    [
      119,
      '10:35',
      ana,
      need('housing', { housingStatus: 'unsheltered', wantsHelp: 'not_now', ownWords: 'I have the bridge.' }),
    ],
    [
      118,
      '10:00',
      ana,
      section('know_about_me', 'Come alone. Stand where you can be seen. Cree first, if you have any.'),
    ],
    [112, '09:30', ana, task('boots', 'Boots, size eleven', { due: -105 })],
    [98, '09:30', ana, done('boots', 'A week late and warm.')],
    [98, '09:40', ana, needIs('household_goods', 'meet')],
    [77, '09:30', ana, met('street', 20, { experienceShared: true })],
    [56, '09:30', ana, met('street', 20, { note: 'Talked about the river, forty years ago.' })],
    [38, '09:35', ana, met('street', 10, { naloxone: 'has_kit' })],
    [31, '09:30', ana, tried('in_person')],
    [
      24,
      '09:30',
      ana,
      tried('in_person', 'no_answer', { note: 'His corner is empty; the neighbours say he packed by himself.' }),
    ],
    [24, '11:00', ana, task('ask-shelters', 'Ask at the shelters, first name only', { due: -20 })],
    [19, '11:00', ana, aside('ask-shelters', 'could_not_reach', -9)],
    [9, '11:00', mei, handedOver('ask-shelters', 'peer_navigator', 'Whoever passes the river first.')],
    [3, '09:30', ana, tried('in_person')],
  ],
};
