import { called, met, tried, went, yes } from '../acts/contacts.js';
import { opensInEmergency, reviewsEmergency } from '../acts/emergency.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section } from '../acts/plan.js';
import { isAlso } from '../acts/person.js';
import { action, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana, physician: ines, counsellor: teo, physicianEstuary: hana, privacy: olu } = DEMO_WORKERS;

/** Known by an alias alone; out of custody on a Friday. */
export const SPARROW: Life = {
  goesBy: 'Sparrow',
  worker: ana,
  since: 48,
  team: [ines],
  about: { languages: ['en'], heardOfUs: 'corrections' },
  aliases: [{ setting: 'line', name: 'Sparrow' }],
  story: [
    [
      48,
      '10:00',
      ana,
      called(10, { startedBy: 'third_party', note: 'From inside: out on Friday, wants somebody at the gate.' }),
    ],
    [47, '10:00', ana, need('transport', { wantsHelp: 'yes' })],
    [47, '10:05', ana, action('transport', 'gate', 'Be at the gate with a coat', { due: -44 })],
    [
      44,
      '09:00',
      ana,
      met('corrections', 90, {
        purposes: ['getting_to_know'],
        actions: ['arranged_transport', 'gave_clothing', 'gave_food'],
        naloxone: 'given',
        naloxoneKits: 2,
        answers: { needs_place_tonight: yes },
      }),
    ],
    [44, '11:00', ana, done('gate')],
    [44, '11:10', ana, needConfirmed('transport', 'worker')],
    [44, '11:20', ana, need('housing', { housingStatus: 'provisionally_accommodated', wantsHelp: 'yes', rank: 1 })],
    [
      44,
      '13:00',
      ines,
      met('clinic', 30, {
        note: 'Same day: so that nothing is left out over the weekend.',
        answers: { withdrawal: yes },
      }),
    ],
    [43, '11:00', ana, went('pharmacy', 'together', 30)],
    [40, '11:00', ana, went('pharmacy', 'met_there', 20)],
    [33, '11:00', ana, went('pharmacy', 'goes_alone', 5)],
    [30, '10:00', ana, goal('nobody', 'Be nobody’s number.')],
    [29, '10:00', ana, goalIs('nobody', 'begin')],
    [28, '09:45', ana, isAlso('Chickadee', 28)],
    [28, '10:00', ana, section('know_about_me', 'Sparrow. Only Sparrow.')],
    [21, '10:00', ana, needIs('housing', 'begin')],
    [14, '11:00', ines, looks],
    [13, '10:00', ana, tried('in_person')],
    [
      11,
      '23:40',
      hana,
      opensInEmergency(
        'hospital',
        'cannot_be_asked',
        'Brought in from the bus station, asleep. A card with this number.',
      ),
    ],
    [10, '09:15', olu, reviewsEmergency('hospital', 'appropriate', 'The hospital’s letter says the same.')],
    [8, '10:00', ana, met('shelter', 20)],
    [8, '10:30', ana, task('probation', 'Go along to the Monday appointment', { due: 1, kind: 'accompany' })],
    [5, '10:00', ana, tried('in_person')],
    [
      1,
      '20:50',
      teo,
      opensInEmergency('bridge', 'life_in_danger', 'A call from the bridge, and Ana’s phone is off until morning.'),
    ],
  ],
};
