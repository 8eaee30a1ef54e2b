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
  again: { en: 'Try again', fr: 'Réessayer' },
  nothing: { en: 'Nothing yet.', fr: 'Rien pour l’instant.' },
  print: { en: 'Your browser prints this page.', fr: 'Votre navigateur imprime cette page.' },
} as const satisfies Record<string, Label>;
