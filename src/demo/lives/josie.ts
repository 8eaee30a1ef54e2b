import { called, met, no, texted, tried, went, yes } from '../acts/contacts.js';
import { goal, goalIs, need, needIs, section, signs, step, stepIs } from '../acts/plan.js';
import { action, aside, done, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';
import { JOSIE_IS_REFERRED } from './being-referred.js';

const { navigatrice: maude, counsellor: teo } = DEMO_WORKERS;

/** En français. Elle veut revoir la mer. */
export const JOSIE: Life = {
  goesBy: 'Josie',
  worker: maude,
  since: 190,
  team: [teo],
  about: { pronouns: 'elle', languages: ['fr', 'en'], heardOfUs: 'hospital' },
  knowAboutMe: 'Je veux revoir la mer.',
  aliases: [{ setting: 'legal', name: 'Josiane Thibodeau' }],
  channels: [
    { kind: 'text', value: '403-555-0133', mayContact: true },
    { kind: 'email', value: 'josie@demo.example', mayContact: true },
  ],
  story: [
    [
      190,
      '14:00',
      maude,
      met('hospital', 40, {
        purposes: ['getting_to_know'],
        note: 'Rencontrée à l’urgence, la veille de sa sortie. Elle a gardé ma carte dans son soulier.',
        naloxone: 'given',
        naloxoneKits: 2,
      }),
    ],
    [188, '10:00', maude, called(15, { startedBy: 'client', answers: { needs_place_tonight: yes, needs_food: yes } })],
    [188, '10:30', maude, goal('mer', 'Revoir la mer avant l’hiver.', { rank: 1 })],
    [
      188,
      '10:35',
      maude,
      need('housing', {
        ownWords: 'Je dors chez l’un, chez l’autre.',
        housingStatus: 'provisionally_accommodated',
        wantsHelp: 'yes',
        rank: 1,
      }),
    ],
    [188, '10:40', maude, need('language', { ownWords: 'Au guichet, personne ne parle français.', wantsHelp: 'yes' })],
    [
      187,
      '09:00',
      maude,
      section('know_about_me', 'En français s’il vous plaît. Texto plutôt qu’appel. Ne pas écrire à l’hôpital.'),
    ],
    [
      185,
      '13:00',
      maude,
      went('housing', 'together', 80, {
        place: 'Doorstep Housing',
        actions: ['helped_with_housing', 'filled_form_together'],
        note: 'J’ai traduit, elle a négocié.',
      }),
    ],
    [184, '09:00', maude, needIs('housing', 'begin')],
    [
      180,
      '15:00',
      teo,
      met('clinic', 45, {
        note: 'We found that drawing the map of a day works in both languages.',
        answers: { mood_low: yes, sleep_poor: yes },
      }),
    ],
    [171, '11:00', maude, tried('text')],
    [168, '11:00', maude, texted({ startedBy: 'client', note: 'Elle était chez sa sœur, sans réseau.' })],
    [150, '10:00', maude, needIs('language', 'meet', 'Une interprète est inscrite à son dossier du revenu.')],
    [139, '10:00', maude, action('housing', 'visite', 'Visiter la chambre rue des Peupliers avec elle', { due: -132 })],
    [132, '14:00', maude, went('housing', 'met_there', 50, { place: 'Rue des Peupliers' })],
    [132, '16:00', maude, done('visite')],
    [125, '10:00', maude, needIs('housing', 'meet')],
    [96, '10:00', maude, needIs('housing', 'reopen', 'La maison est vendue ; elle doit partir à la fin du mois.')],
    [95, '10:00', maude, needIs('housing', 'begin')],
    [
      88,
      '13:30',
      teo,
      met('community', 60, {
        note: 'Walked to the river: “not the sea, but it goes there.”',
        answers: { mood_low: no },
      }),
    ],
    [70, '10:00', maude, goalIs('mer', 'begin')],
    [70, '10:05', maude, step('mer', 'mer-train', 'Demander le prix du train jusqu’à la côte', -40)],
    [52, '17:00', maude, texted({ goalToday: 'Trouver un sac à dos.' })],
    [45, '10:00', teo, signs],
    [40, '12:00', maude, stepIs('mer-train', 'finish')],
    [40, '12:10', maude, step('mer', 'mer-argent', 'Mettre vingt dollars par semaine de côté', 20)],
    [20, '10:00', maude, task('bail', 'Relire le bail avec elle', { due: -6 })],
    [
      12,
      '14:00',
      maude,
      went('housing', 'goes_alone', 5, {
        place: 'Doorstep Housing',
        note: 'Elle y est allée seule et m’a tout raconté.',
      }),
    ],
    [6, '10:00', maude, aside('bail', 'waiting_for_other', 1)],
    [
      3,
      '18:00',
      maude,
      called(20, {
        startedBy: 'client',
        answers: { cravings: no, mood_low: no },
        note: 'Le bail arrive lundi. Elle a compté jusqu’à la mer : six semaines.',
      }),
    ],
    ...JOSIE_IS_REFERRED,
  ],
};
