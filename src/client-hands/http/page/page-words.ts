import type { Language } from '../../../platform/http/language.js';

type Label = Readonly<Record<Language, string>>;

/** Nothing here says what care this is: a browser shows a title to whoever looks over a shoulder. */
export const PAGE_WORDS = {
  welcome: { en: 'Hello', fr: 'Bonjour' },
  askCode: {
    en: 'Type the six digits that you were told. This page opens once, for whoever has both the link and the code.',
    fr: 'Saisissez les six chiffres qu’on vous a donnés. Cette page s’ouvre une seule fois, pour qui a le lien et le code.',
  },
  code: { en: 'Six digits', fr: 'Six chiffres' },
  open: { en: 'Open', fr: 'Ouvrir' },
  plan: { en: 'My plan', fr: 'Mon plan' },
  consents: { en: 'What I agreed to', fr: 'Ce à quoi j’ai consenti' },
  givenOut: { en: 'What was given out', fr: 'Ce qui a été communiqué' },
  log: { en: 'Who looked', fr: 'Qui a consulté' },
  older: { en: 'Earlier ones', fr: 'Plus anciens' },
  leave: { en: 'Leave', fr: 'Quitter' },
  left: { en: 'You have left', fr: 'Vous avez quitté' },
  leftText: {
    en: 'Nothing of yours is open here any more. Close this window.',
    fr: 'Plus rien de vous n’est ouvert ici. Fermez cette fenêtre.',
  },
  notYet: { en: 'Not quite yet', fr: 'Pas tout à fait' },
  again: { en: 'Try again', fr: 'Réessayer' },
  nothing: { en: 'Nothing yet.', fr: 'Rien pour l’instant.' },
  takeBack: { en: 'Take it back', fr: 'Le retirer' },
  permit: { en: 'may see', fr: 'peut voir' },
  deny: { en: 'may not see', fr: 'ne peut pas voir' },
  referrals: { en: 'only what a referral of yours carries', fr: 'seulement ce que transmet un aiguillage' },
  active: { en: 'holds', fr: 'en vigueur' },
  expired: { en: 'its time is over', fr: 'son délai est passé' },
  withdrawn: { en: 'taken back', fr: 'retiré' },
  entered_in_error: { en: 'written down by mistake', fr: 'noté par erreur' },
  from: { en: 'from', fr: 'du' },
  until: { en: 'until', fr: 'jusqu’au' },
  toYou: { en: 'for you', fr: 'pour vous' },
  export: { en: 'an export', fr: 'une exportation' },
  referral_package: { en: 'a referral', fr: 'un aiguillage' },
  feed: { en: 'a feed', fr: 'un flux' },
  printed_page: { en: 'a printed page', fr: 'une page imprimée' },
  access_log: { en: 'the list of who looked', fr: 'la liste de qui a consulté' },
} as const satisfies Record<string, Label>;
