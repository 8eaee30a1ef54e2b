import { problem } from '../../kernel/refusal.js';

export const notTakenForClient = problem('not_taken_for_client', 'unprocessable', {
  en: {
    title: 'Not this client’s call',
    detail:
      'Name in `referralId` a referral from a response line that your organisation accepted for this client. Say in its reception for whom it was accepted.',
  },
  fr: {
    title: 'Pas l’appel de cette personne',
    detail:
      'Nommez dans `referralId` un aiguillage d’une ligne d’écoute que votre organisme a accepté pour cette personne. Dites dans son accueil pour qui il l’a été.',
  },
});

export const alreadyLinked = problem('already_linked', 'conflict', {
  en: {
    title: 'Linked already',
    detail: 'This call and this client are linked. To take other parts along, undo that link and make another one.',
  },
  fr: {
    title: 'Déjà relié',
    detail:
      'Cet appel et cette personne sont reliés. Pour emporter autre chose, défaites ce lien et faites-en un autre.',
  },
});

export const callerArrived = problem('caller_arrived', 'conflict', {
  en: {
    title: 'This caller has arrived',
    detail:
      'Whoever sent them learns that they arrived, and no more. Finish this one; the rest belongs in your own record.',
  },
  fr: {
    title: 'Cette personne est arrivée',
    detail:
      'Qui l’a aiguillée apprend son arrivée, et rien de plus. Terminez celui-ci ; la suite va dans votre propre dossier.',
  },
});
