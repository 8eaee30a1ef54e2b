import { called, met, no, tried, yes } from '../acts/contacts.js';
import { saysNoTo } from '../acts/consents.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section, signs, step } from '../acts/plan.js';
import { action, declined, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigatrice: maude, physician: ines, coordinator } = DEMO_WORKERS;

/** By letter, in plain envelopes. */
export const PETRA: Life = {
  goesBy: 'Petra',
  worker: maude,
  since: 175,
  team: [ines],
  about: { pronouns: 'she/her', languages: ['de', 'en'], birthDate: '1981-11-02', heardOfUs: 'clinic' },
  aliases: [{ setting: 'earlier', name: 'Petra Winkelmann' }],
  channels: [{ kind: 'letter', value: '12 Alder Court', mayContact: true, sayWhat: 'A plain envelope.' }],
  story: [
    [
      174,
      '10:00',
      ines,
      met('clinic', 30, { purposes: ['getting_to_know'], answers: { sleep_poor: yes, mood_low: yes } }),
    ],
    [
      172,
      '10:00',
      maude,
      met('clinic', 40, {
        note: 'She asked for letters: the phone belongs to her husband.',
        answers: { feels_unsafe: yes },
      }),
    ],
    [172, '11:00', maude, need('safety', { ownWords: 'He counts the kilometres on my car.', wantsHelp: 'not_now' })],
    [172, '11:10', maude, need('legal', { ownWords: 'What is mine if I go?', wantsHelp: 'yes' })],
    [
      171,
      '09:00',
      ines,
      section(
        'safety',
        'Never phone. Never mention the clinic on an envelope. “Choir practice” means she needs an hour here.',
      ),
    ],
    [
      171,
      '09:30',
      ines,
      saysNoTo('letters', {
        ...{ at: coordinator, role: 'coordinator', classes: ['identity_contact'] },
        ownWords: 'My address stays with the two of you.',
      }),
    ],
    [
      170,
      '09:00',
      maude,
      action('legal', 'legal-aid', 'Book an hour at legal aid in the clinic’s room', { due: -163 }),
    ],
    [163, '10:00', maude, needIs('legal', 'begin')],
    [162, '10:00', maude, done('legal-aid')],
    [150, '10:30', ines, met('clinic', 20, { note: 'She started today. “Choir practice” on Wednesdays, then.' })],
    [143, '10:30', ines, met('clinic', 15, { answers: { withdrawal: no, sleep_poor: yes } })],
    [129, '10:00', maude, tried('letter', 'other', { note: 'A plain envelope, with a concert date.' })],
    [122, '10:30', ines, met('clinic', 20)],
    [
      101,
      '10:00',
      maude,
      met('clinic', 30, { goalToday: 'Open an account in my name.', actions: ['helped_with_identity_document'] }),
    ],
    [101, '10:40', maude, goal('account', 'Money that he cannot see.', { rank: 1 })],
    [101, '10:45', maude, goalIs('account', 'begin')],
    [100, '10:00', maude, step('account', 'account-bank', 'Bank on the other side of town', -90)],
    [88, '10:30', ines, met('clinic', 20, { answers: { cravings: no, sleep_poor: no } })],
    [80, '10:00', maude, goalIs('account', 'reach')],
    [79, '10:00', maude, task('shelter-place', 'Ask about a place for her and the dog', { due: -72 })],
    [71, '10:00', maude, declined('shelter-place', 'Not this year, she said. She knows how.')],
    [60, '10:00', maude, needIs('legal', 'meet')],
    [53, '10:00', maude, needConfirmed('legal', 'client')],
    [46, '10:30', ines, met('clinic', 20)],
    [32, '10:00', ines, signs],
    [14, '10:00', ines, looks],
    [11, '10:00', maude, called(5, { startedBy: 'client', note: 'From a call box, to say she sings for real now.' })],
    [4, '10:30', ines, met('clinic', 20, { answers: { feels_unsafe: no, mood_low: no } })],
    [4, '11:00', ines, task('holiday', 'Arrange cover for the week of the holidays', { due: 5 })],
  ],
};
