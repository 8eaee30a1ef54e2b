import { problem } from '../../kernel/refusal.js';

export const forTheSender = problem('for_the_sender', 'conflict', {
  en: {
    title: 'That is for the sender',
    detail: 'Only the organisation that sent this referral does that. Ask them to.',
  },
  fr: {
    title: 'C’est à l’expéditeur de le faire',
    detail: 'Seul l’organisme qui a envoyé cet aiguillage fait cela. Demandez-le-lui.',
  },
});

export const forTheReceiver = problem('for_the_receiver', 'conflict', {
  en: {
    title: 'That is for the receiver',
    detail:
      'Only whoever received this referral does that. Where they have no account here, say with `onBehalfOfReceiver` that they told you.',
  },
  fr: {
    title: 'C’est au destinataire de le faire',
    detail:
      'Seul le destinataire de cet aiguillage fait cela. S’il n’a pas de compte ici, indiquez avec `onBehalfOfReceiver` qu’il vous l’a dit.',
  },
});

export const notAgreedTo = problem('not_agreed_to', 'conflict', {
  en: {
    title: 'The client has not agreed to this',
    detail:
      'No consent in force now names this receiver and every class that would be shared. Record one, name it in `consentId`, or share less.',
  },
  fr: {
    title: 'La personne accompagnée n’y a pas consenti',
    detail:
      'Aucun consentement en vigueur ne nomme ce destinataire et chaque classe à partager. Inscrivez-en un, nommez-le dans `consentId`, ou partagez moins.',
  },
});

export const receiverGone = problem('receiver_gone', 'conflict', {
  en: {
    title: 'The receiver is no longer there',
    detail: 'This organisation or service has closed. Choose another receiver, or draft another referral.',
  },
  fr: {
    title: 'Le destinataire n’existe plus',
    detail: 'Cet organisme ou ce service a fermé. Choisissez un autre destinataire ou préparez un autre aiguillage.',
  },
});

export const notOfACaller = problem('not_of_a_caller', 'conflict', {
  en: {
    title: 'Not for somebody known by an alias alone',
    detail: 'Waiting lists and dates are for a client’s record. Accept this one, and refer on from there.',
  },
  fr: {
    title: 'Pas pour une personne connue par un seul pseudonyme',
    detail: 'Les listes d’attente et les dates vont avec un dossier. Acceptez celui-ci, puis aiguillez à partir de là.',
  },
});

export const dateStands = problem('date_stands', 'conflict', {
  en: {
    title: 'A date stands',
    detail: 'A date is offered or confirmed. Say in the attempts of this referral what came of it first.',
  },
  fr: {
    title: 'Une date est fixée',
    detail:
      'Une date est offerte ou confirmée. Dites d’abord, dans les essais de cet aiguillage, ce qu’il en est advenu.',
  },
});

export const byItsDate = problem('by_its_date', 'conflict', {
  en: {
    title: 'That follows from a date',
    detail: 'Write it in the attempts of this referral: the referral moves with it.',
  },
  fr: {
    title: 'Cela découle d’une date',
    detail: 'Inscrivez-le dans les essais de cet aiguillage : il avancera avec eux.',
  },
});

export const triedTooLittle = problem('tried_too_little', 'conflict', {
  en: {
    title: 'Tried too little',
    detail:
      'To say that nobody could reach the client takes three tries over two channels in this round. Write down the tries, or go on trying.',
  },
  fr: {
    title: 'Pas assez d’essais',
    detail:
      'Pour dire que personne n’a pu joindre la personne, il faut trois essais par deux moyens dans ce tour. Inscrivez-les ou continuez.',
  },
});

export const notOutside = problem('not_outside', 'conflict', {
  en: {
    title: 'They answer for themselves',
    detail:
      'Only for a receiver who has no account here does the sender say what they said. Leave `onBehalfOfReceiver` out.',
  },
  fr: {
    title: 'Le destinataire répond lui-même',
    detail:
      'L’expéditeur ne dit ce qu’a répondu le destinataire que si celui-ci n’a pas de compte ici. Omettez `onBehalfOfReceiver`.',
  },
});
