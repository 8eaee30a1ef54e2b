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
      'No consent in force now names this receiver and every class that would be shared. Record one, name it in `consentId`, or share less. For a caller, or a receiver without an account, say in `agreedHow` how they agreed.',
  },
  fr: {
    title: 'La personne accompagnée n’y a pas consenti',
    detail:
      'Aucun consentement en vigueur ne nomme ce destinataire et chaque classe à partager. Inscrivez-en un, nommez-le dans `consentId`, ou partagez moins. Pour qui appelle la ligne, ou un destinataire sans compte, dites dans `agreedHow` comment cela fut convenu.',
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
    detail:
      'A date is offered or confirmed. Say in the attempts of this referral what came of it first: `offer_not_taken` where it is no longer wanted.',
  },
  fr: {
    title: 'Une date est fixée',
    detail:
      'Une date est offerte ou confirmée. Dites d’abord, dans les essais de cet aiguillage, ce qu’il en est advenu : `offer_not_taken` si elle n’est plus voulue.',
  },
});

export const stayGoesOn = problem('stay_goes_on', 'conflict', {
  en: {
    title: 'A stay goes on',
    detail: 'Somebody is inside because of this referral. End the stay first, so that what follows it is not lost.',
  },
  fr: {
    title: 'Un séjour se poursuit',
    detail:
      'Quelqu’un séjourne grâce à cet aiguillage. Terminez d’abord le séjour, pour que rien de ce qui le suit ne se perde.',
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
      'To say that nobody could reach the client takes three tries over two channels on two days since the client was last reached. Write down the tries, or go on trying.',
  },
  fr: {
    title: 'Pas assez d’essais',
    detail:
      'Pour dire que personne n’a pu joindre la personne, il faut trois essais par deux moyens, sur deux jours, depuis le dernier contact. Inscrivez-les ou continuez.',
  },
});

export const stillShared = problem('still_shared', 'conflict', {
  en: {
    title: 'It is still shared',
    detail:
      'That the client no longer shares it is for the sender to say, once it is so: write down that it ended (POST …/agreement), or stop it for another reason.',
  },
  fr: {
    title: 'C’est encore partagé',
    detail:
      'Que la personne ne partage plus ceci, l’expéditeur le dit, une fois que c’est le cas : inscrivez que l’accord a pris fin (POST …/agreement), ou arrêtez pour un autre motif.',
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

export const receiverUnknown = problem('receiver_unknown', 'unprocessable', {
  en: {
    title: 'No such receiver',
    detail:
      'No organisation or service that takes referrals now has the id {receiverId}. GET /v1/services and GET /v1/organisations list those there are; for somebody without an account, send `outside`.',
  },
  fr: {
    title: 'Destinataire inconnu',
    detail:
      'Aucun organisme ni service qui reçoit actuellement des aiguillages n’a l’identifiant {receiverId}. Consultez les listes des services et des organismes ; pour quelqu’un sans compte, envoyez `outside`.',
  },
});

export const followsUnknown = problem('follows_unknown', 'unprocessable', {
  en: {
    title: 'It follows from which referral?',
    detail:
      'Name in `followsId` another referral of the same client that you see, or the one of a caller that your house received.',
  },
  fr: {
    title: 'Il fait suite à quel aiguillage ?',
    detail:
      'Nommez dans `followsId` un autre aiguillage de la même personne que vous voyez, ou celui d’une personne qui a appelé la ligne et que votre organisme a reçu.',
  },
});

export const notLinked = problem('not_linked', 'conflict', {
  en: {
    title: 'Nobody has said that they are one person',
    detail:
      'The caller and the client stay apart until the client agrees to a link that carries referrals. Leave `followsId` out, or write the link down first.',
  },
  fr: {
    title: 'Personne n’a dit que c’est la même personne',
    detail:
      'L’appelante ou l’appelant et la personne accompagnée restent séparés jusqu’à ce que celle-ci consente à un lien qui porte les aiguillages. Omettez `followsId` ou consignez d’abord le lien.',
  },
});

export const servedUnknown = problem('served_unknown', 'unprocessable', {
  en: {
    title: 'Not one of this client’s goals or needs',
    detail: 'Name in `goalIds` and `needIds` goals and needs of the same client that you see.',
  },
  fr: {
    title: 'Ni un but ni un besoin de cette personne',
    detail:
      'Nommez dans `goalIds` et `needIds` des buts et des besoins de la même personne accompagnée, que vous voyez.',
  },
});

export const notADraft = problem('not_a_draft', 'conflict', {
  en: {
    title: 'It has been sent',
    detail:
      'What was sent stays as it was sent. Answer a question with the move answer, or withdraw it and draft another.',
  },
  fr: {
    title: 'Il a été envoyé',
    detail:
      'Ce qui a été envoyé reste tel quel. Répondez à une question par l’étape answer, ou retirez-le et préparez-en un autre.',
  },
});

export const outcomeOpen = problem('outcome_open', 'conflict', {
  en: {
    title: 'There is no outcome yet',
    detail: 'This referral goes on. Say who knows the outcome once there is one.',
  },
  fr: {
    title: 'Il n’y a pas encore d’issue',
    detail: 'Cet aiguillage se poursuit. Dites qui en connaît l’issue quand il y en aura une.',
  },
});

export const byItsConsent = problem('by_its_consent', 'conflict', {
  en: {
    title: 'By the consent',
    detail:
      'What this shares stands on the consent {consentId}. To take it back, move that consent to withdrawn; to go on under another one, name it in `consentId`.',
  },
  fr: {
    title: 'Par le consentement',
    detail:
      'Ce qui est partagé repose sur le consentement {consentId}. Pour y mettre fin, retirez ce consentement ; pour poursuivre sous un autre, nommez-le dans `consentId`.',
  },
});

export const notToReceive = problem('not_to_receive', 'conflict', {
  en: {
    title: 'There is nobody to make a record of',
    detail:
      'Only whoever accepted a referral of a caller says whom they took the caller for, once, and it has to be a client of their own house whose record they write on.',
  },
  fr: {
    title: 'Il n’y a personne à inscrire',
    detail:
      'Seul l’organisme qui a accepté l’aiguillage d’une personne qui a appelé la ligne dit, une fois, quel est son dossier ; ce doit être celui d’une personne accompagnée chez lui, dans lequel vous pouvez écrire.',
  },
});

export const callerErased = problem('caller_erased', 'conflict', {
  en: {
    title: 'This caller was erased',
    detail:
      'Nothing more is written about this caller, sent or shared. You may still withdraw or stop this referral, without a note.',
  },
  fr: {
    title: 'Cette personne a été effacée',
    detail:
      'On n’écrit, n’envoie ni ne partage plus rien sur cette personne qui avait appelé. Vous pouvez encore retirer ou arrêter cet aiguillage, sans note.',
  },
});
