import { called, met, texted, tried, yes } from '../acts/contacts.js';
import { goal, need, section } from '../acts/plan.js';
import { aside, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigatrice: maude } = DEMO_WORKERS;

/** Trois semaines, presque rien encore, et c’est bien ainsi. */
export const LOU: Life = {
  goesBy: 'Lou',
  worker: maude,
  since: 22,
  about: { languages: ['fr'], heardOfUs: 'online' },
  channels: [{ kind: 'text', value: '403-555-0165', mayContact: true }],
  story: [
    [22, '21:00', maude, texted({ startedBy: 'client', note: '« C’est anonyme ? » Oui.' })],
    [20, '20:30', maude, texted({ startedBy: 'client', answers: { needs_place_tonight: yes } })],
    [20, '20:40', maude, task('abri', 'Trouver un lit pour cette nuit', { due: -20 })],
    [19, '09:00', maude, aside('abri', 'client_asked', -12)],
    [15, '20:00', maude, tried('text')],
    [11, '20:00', maude, called(30, { startedBy: 'client', goalToday: 'Parler à quelqu’un qui ne note pas tout.' })],
    [10, '09:00', maude, section('know_about_me', 'Écrire le soir. Pas de nom de famille.')],
    [6, '19:00', maude, met('community', 45, { naloxone: 'given', naloxoneKits: 1, experienceShared: true })],
    [6, '20:00', maude, goal('dormir', 'Dormir une nuit entière.')],
    [6, '20:10', maude, need('housing', { housingStatus: 'unknown', wantsHelp: 'unknown' })],
    [2, '20:00', maude, tried('text')],
  ],
};
