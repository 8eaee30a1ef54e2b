import { met, no, tried, unknown, went, yes } from '../acts/contacts.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section, signs } from '../acts/plan.js';
import { action, aside, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigatrice: maude, counsellor: teo, physician: ines } = DEMO_WORKERS;

/** On ne l’appelle que si elle le demande. */
export const NOOR: Life = {
  goesBy: 'Noor',
  worker: maude,
  since: 230,
  team: [teo, ines],
  about: { pronouns: 'she/her', languages: ['fr', 'ar'], birthDate: '1990-07-21', heardOfUs: 'pharmacy' },
  channels: [{ kind: 'phone', value: '403-555-0157', mayContact: false, note: 'Seulement si je le demande.' }],
  supporters: [{ name: 'Samira', relation: 'ma sœur', mayBeTold: 'ask_each_time' }],
  story: [
    [
      229,
      '13:00',
      maude,
      met('pharmacy', 25, {
        purposes: ['getting_to_know'],
        note: 'À l’arrière de la pharmacie, à sa demande.',
        answers: { needs_food: no, withdrawal: yes },
      }),
    ],
    [
      228,
      '13:00',
      maude,
      need('medication_coverage', { ownWords: 'Je paie tout de ma poche.', wantsHelp: 'yes', rank: 1 }),
    ],
    [228, '13:10', maude, goal('calme', 'Que mes filles ne remarquent rien de mauvais.', { rank: 1 })],
    [222, '10:00', maude, needIs('medication_coverage', 'begin')],
    [
      221,
      '10:00',
      maude,
      action('medication_coverage', 'formulaire', 'Remplir la demande de couverture avec elle', { due: -214 }),
    ],
    [214, '10:00', maude, done('formulaire')],
    [205, '10:00', maude, needIs('medication_coverage', 'meet')],
    [200, '10:00', maude, needConfirmed('medication_coverage', 'document')],
    [
      199,
      '11:00',
      ines,
      met('clinic', 30, {
        preparedVisit: true,
        note: 'First visit, Maude beside her. Coverage was there before she was.',
        answers: { withdrawal: yes, mood_low: unknown },
      }),
    ],
    [192, '11:00', ines, met('clinic', 20)],
    [190, '14:00', teo, met('clinic', 45, { answers: { mood_low: yes } })],
    [189, '10:00', teo, section('safety', 'Nobody at home knows. Samira knows a little. Letters only by hand.')],
    [
      188,
      '10:00',
      maude,
      section('know_about_me', 'Ne pas appeler. Je passe le mardi. Si je ne viens pas, attendez le mardi suivant.'),
    ],
    [164, '13:00', maude, went('appointment', 'together', 60)],
    [136, '13:00', maude, went('appointment', 'met_there', 30)],
    [108, '13:00', maude, went('appointment', 'goes_alone', 5, { note: 'Elle a préféré entrer seule.' })],
    [107, '10:00', maude, goalIs('calme', 'begin')],
    [80, '11:00', ines, met('clinic', 20, { answers: { withdrawal: no, cravings: unknown } })],
    [79, '10:00', ines, signs],
    [78, '10:00', teo, signs],
    [52, '13:00', maude, need('child_and_family', { ownWords: 'Une gardienne le mardi.', wantsHelp: 'yes' })],
    [50, '13:00', maude, needIs('child_and_family', 'begin')],
    [45, '13:00', maude, task('gardienne', 'Demander à la halte-garderie pour le mardi', { due: -38 })],
    [38, '13:00', maude, aside('gardienne', 'waiting_for_other', -17)],
    [31, '13:00', maude, tried('in_person', 'no_answer', { setting: 'pharmacy' })],
    [24, '13:00', maude, met('pharmacy', 15, { answers: { mood_low: no } })],
    [16, '13:00', maude, done('gardienne', 'Une place, dès la semaine prochaine.')],
    [14, '10:30', ines, looks],
    [10, '13:00', maude, needIs('child_and_family', 'meet')],
    [3, '11:00', ines, met('clinic', 20, { answers: { withdrawal: no, sleep_poor: no } })],
    [3, '11:30', ines, task('renouvellement', 'Write the renewal letter with her', { due: 1 })],
  ],
};
