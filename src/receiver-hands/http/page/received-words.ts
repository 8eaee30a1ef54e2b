import type { DataClass } from '../../../access/policy.js';
import type { ChannelKind } from '../../../clients/domain/channel.js';
import type { NameSetting } from '../../../clients/domain/client-name.js';
import type { Language } from '../../../platform/http/language.js';
import type { Urgency } from '../../../referrals/domain/referral.codes.js';

type Label = Readonly<Record<Language, string>>;

/** Of one’s own page; nothing in its title says what care this is. */
export const RECEIVED_WORDS = {
  title: { en: 'A request', fr: 'Une demande' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  callBack: { en: 'Call back', fr: 'Rappeler' },
  sent: { en: 'Sent', fr: 'Envoyée le' },
  answerBy: { en: 'Answer hoped for by', fr: 'Réponse espérée d’ici le' },
  asked: { en: 'What is asked', fr: 'Ce qui est demandé' },
  reason: { en: 'Why', fr: 'Pourquoi' },
  ownWords: { en: 'In the person’s own words', fr: 'Dans les mots de la personne' },
  who: { en: 'Who it is about', fr: 'De qui il s’agit' },
  notShared: { en: 'The name is not shared.', fr: 'Le nom n’est pas communiqué.' },
  born: { en: 'born', fr: 'naissance' },
  pronouns: { en: 'pronouns', fr: 'pronoms' },
  reached: { en: 'How to reach the person', fr: 'Comment joindre la personne' },
  anyHour: { en: 'any hour', fr: 'à toute heure' },
  voicemail: { en: 'a message may be left', fr: 'on peut laisser un message' },
  noVoicemail: { en: 'leave no message', fr: 'ne pas laisser de message' },
  say: { en: 'say', fr: 'dire' },
  sayYouAre: { en: 'say that you are', fr: 'dire que vous êtes' },
  told: { en: 'What is told along', fr: 'Ce qui est communiqué' },
  question: { en: 'You asked', fr: 'Vous avez demandé' },
  answered: { en: 'They answered', fr: 'On vous a répondu' },
  yourAnswer: { en: 'Your answer', fr: 'Votre réponse' },
  accept: { en: 'Accept', fr: 'Accepter' },
  decline: { en: 'Say no', fr: 'Dire non' },
  because: { en: 'Because', fr: 'Parce que' },
  ask: { en: 'Ask', fr: 'Demander' },
  askWhat: { en: 'What do you need to know?', fr: 'Que vous faut-il savoir ?' },
  accepted: { en: 'You accepted. The sender has been told.', fr: 'Vous avez accepté. L’expéditeur le sait.' },
  asking: {
    en: 'The sender has your question. You can answer meanwhile.',
    fr: 'L’expéditeur a votre question. Vous pouvez répondre entre-temps.',
  },
  goesOn: {
    en: 'This goes on. Call the sender about it.',
    fr: 'Cela suit son cours. Appelez l’expéditeur à ce sujet.',
  },
  leave: { en: 'Leave', fr: 'Quitter' },
  done: { en: 'Thank you', fr: 'Merci' },
  declinedText: {
    en: 'The sender has been told. Nothing of this is open here any more. Close this window.',
    fr: 'L’expéditeur le sait. Plus rien de ceci n’est ouvert ici. Fermez cette fenêtre.',
  },
  leftText: {
    en: 'Nothing of this is open here any more. Close this window.',
    fr: 'Plus rien de ceci n’est ouvert ici. Fermez cette fenêtre.',
  },
} as const satisfies Record<string, Label>;

export const URGENCY_WORDS: Readonly<Record<Urgency, Label>> = {
  routine: { en: 'when there is a place', fr: 'dès qu’il y a une place' },
  soon: { en: 'soon', fr: 'bientôt' },
  urgent: { en: 'urgent', fr: 'urgent' },
  tonight: { en: 'tonight', fr: 'ce soir' },
};

export const SETTING_WORDS: Readonly<Record<NameSetting, Label>> = {
  goes_by: { en: 'goes by', fr: 'se fait appeler' },
  legal: { en: 'on papers', fr: 'sur les papiers' },
  line: { en: 'on the line', fr: 'au téléphone' },
  community: { en: 'in the community', fr: 'dans le milieu' },
  family: { en: 'in the family', fr: 'en famille' },
  earlier: { en: 'earlier', fr: 'auparavant' },
  other: { en: 'also', fr: 'aussi' },
};

export const KIND_WORDS: Readonly<Record<ChannelKind, Label>> = {
  phone: { en: 'by phone', fr: 'par téléphone' },
  text: { en: 'by text message', fr: 'par message texte' },
  email: { en: 'by e-mail', fr: 'par courriel' },
  letter: { en: 'by letter', fr: 'par lettre' },
  through_person: { en: 'through', fr: 'par l’intermédiaire de' },
  in_person: { en: 'in person', fr: 'en personne' },
  other: { en: 'another way', fr: 'autrement' },
};

/** Of whom it is, the person is not spoken to here. */
export const TOLD_WORDS: Readonly<Record<DataClass, Label>> = {
  identity_name: { en: 'Names', fr: 'Noms' },
  identity_contact: { en: 'How to reach the person', fr: 'Comment joindre la personne' },
  coordination: { en: 'What is being arranged', fr: 'Ce qui s’organise' },
  medication: { en: 'Medicines', fr: 'Médicaments' },
  substance_use: { en: 'Substances', fr: 'Substances' },
  mental_health: { en: 'How the person feels', fr: 'Comment va la personne' },
  counselling: { en: 'Counselling', fr: 'Counseling' },
};

/** Monday first. */
export const DAY_WORDS: readonly Label[] = [
  { en: 'Mon', fr: 'lun' },
  { en: 'Tue', fr: 'mar' },
  { en: 'Wed', fr: 'mer' },
  { en: 'Thu', fr: 'jeu' },
  { en: 'Fri', fr: 'ven' },
  { en: 'Sat', fr: 'sam' },
  { en: 'Sun', fr: 'dim' },
];
