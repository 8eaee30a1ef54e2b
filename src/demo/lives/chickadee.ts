import { called } from '../acts/contacts.js';
import { need, section } from '../acts/plan.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';

const { navigator: ana } = DEMO_WORKERS;

/** A voice on the phone, before anybody knew that it was Sparrow's. The two records are joined in Sparrow's own time. */
export const CHICKADEE: Life = {
  goesBy: 'Chickadee',
  worker: ana,
  since: 75,
  isLedTo: true,
  about: { languages: ['en'], heardOfUs: 'response_line' },
  story: [
    [75, '21:00', ana, called(15, { note: 'Gives no name but this one. Asks who would be there after.' })],
    [70, '20:30', ana, need('phone_and_internet', { ownWords: 'They keep the phones.', wantsHelp: 'not_now' })],
    [66, '20:00', ana, called(10)],
    [66, '20:15', ana, section('know_about_me', 'Talks at night, and not about before.')],
  ],
};
