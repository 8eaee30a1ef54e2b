import type { Sentence } from '../../kernel/refusal.js';

/** What a client does on her own pages, and what is done about the links to them. */
export const OWN_PAGES: Readonly<Record<string, Sentence>> = {
  'hand_link.made': { en: 'Made a link for you.', fr: 'A créé un lien pour vous.' },
  'hand_link.read': { en: 'Looked at a link that was made for you.', fr: 'A consulté un lien créé pour vous.' },
  'hand_link.listed': {
    en: 'Looked at the links that were made for you.',
    fr: 'A consulté les liens créés pour vous.',
  },
  'hand_link.taken_back': { en: 'Took a link of yours back.', fr: 'A retiré un de vos liens.' },
  'hand_link.opened': { en: 'Opened your page with its code.', fr: 'A ouvert votre page avec son code.' },
  'hand_link.not_opened': {
    en: 'Came with a link of yours, which did not open.',
    fr: 'A présenté un de vos liens, qui ne s’est pas ouvert.',
  },
  'hand_session.read': { en: 'Looked at which page is open.', fr: 'A consulté quelle page est ouverte.' },
  'hand_session.ended': { en: 'Left your page.', fr: 'A quitté votre page.' },
  'hand_session.not_let_in': {
    en: 'Came back to your page when its time was over.',
    fr: 'A redemandé votre page quand son temps était passé.',
  },
};
