import { problem } from '../../kernel/refusal.js';

export const consentOver = problem('consent_over', 'conflict', {
  en: {
    title: 'It is over already',
    detail: 'Its time has passed, so nobody sees anything by it any more, and there is nothing to take back.',
  },
  fr: {
    title: 'Il est déjà échu',
    detail: 'Son temps est passé : plus personne ne voit rien grâce à lui, et il n’y a rien à retirer.',
  },
});

export const withdrawalIsNow = problem('withdrawal_is_now', 'unprocessable', {
  en: {
    title: 'It holds from now',
    detail:
      'A withdrawal holds from the moment it is written down, neither earlier nor later: what was seen until now was seen with consent. Leave `at` out, and put into `note` when the client said it.',
  },
  fr: {
    title: 'Valable dès maintenant',
    detail:
      'Un retrait vaut dès qu’il est consigné, ni avant ni après : ce qui a été vu jusqu’ici l’a été avec consentement. Omettez `at` et notez dans `note` quand la personne accompagnée l’a dit.',
  },
});

export const addsNothing = problem('consent_adds_nothing', 'conflict', {
  en: {
    title: 'That is agreed already',
    detail:
      'The consent {consentId} says all of this: the same recipient and decision, these classes and purposes, this time. Leave it as it is, or send what is to be different; to go on from it when it ends, send it as `renews`.',
  },
  fr: {
    title: 'C’est déjà convenu',
    detail:
      'Le consentement {consentId} dit déjà tout cela : même destinataire, même décision, mêmes classes, mêmes fins, même période. Laissez-le tel quel ou envoyez ce qui doit changer ; pour le prolonger à son terme, indiquez-le dans `renews`.',
  },
});

export const recipientUnknown = problem('recipient_unknown', 'unprocessable', {
  en: {
    title: 'No such recipient',
    detail:
      'Nobody is there under {recipientId} now: the organisation is unknown or closed, or that person no longer works in that role. GET /v1/organisations lists those there are.',
  },
  fr: {
    title: 'Destinataire inconnu',
    detail:
      'Il n’y a personne sous {recipientId} : l’organisme est inconnu ou fermé, ou cette personne n’y travaille plus dans ce rôle. Consultez la liste des organismes.',
  },
});

export const explainerUnknown = problem('explainer_unknown', 'unprocessable', {
  en: {
    title: 'Explained by whom?',
    detail:
      'No membership has the id in `explainedBy`. Send the one of whoever explained it, or leave it out: then it is you.',
  },
  fr: {
    title: 'Expliqué par qui ?',
    detail:
      'Aucune affiliation n’a l’identifiant de `explainedBy`. Envoyez celle de la personne qui l’a expliqué, ou omettez-la : ce sera la vôtre.',
  },
});

export const overBeforeItBegins = problem('consent_over_before_it_begins', 'unprocessable', {
  en: {
    title: 'It would never hold',
    detail:
      'Send an `until` that is still to come and after `from`, or leave `until` out: it then holds until it is taken back.',
  },
  fr: {
    title: 'Il ne vaudrait jamais',
    detail:
      'Envoyez un `until` à venir et postérieur à `from`, ou omettez `until` : le consentement vaut alors jusqu’à son retrait.',
  },
});

export const denialIsOfAll = problem('denial_is_of_all', 'unprocessable', {
  en: {
    title: 'A no holds for everything',
    detail:
      'What the client says no to is shared in no way, by a referral neither. Leave `reach` out, or send `decision` permit for what a referral may carry.',
  },
  fr: {
    title: 'Un refus vaut pour tout',
    detail:
      'Ce que la personne choisit de ne pas partager ne l’est d’aucune façon, pas même par un aiguillage. Omettez `reach`, ou envoyez une `decision` permit pour ce qu’un aiguillage peut transmettre.',
  },
});

export const nothingToRenew = problem('nothing_to_renew', 'conflict', {
  en: {
    title: 'Nothing to renew',
    detail:
      'Only a consent of the same client, recipient and decision that has an end, was not taken back and was not renewed yet can be gone on from. Leave `renews` out to write down a new one.',
  },
  fr: {
    title: 'Rien à prolonger',
    detail:
      'Seul un consentement de la même personne, du même destinataire et de la même décision, qui a un terme, n’a pas été retiré et n’a pas encore été prolongé, peut l’être. Omettez `renews` pour en consigner un nouveau.',
  },
});

export const keptAtHome = problem('consent_kept_at_home', 'forbidden', {
  en: {
    title: 'Kept where the record is kept',
    detail:
      'Consents are written down by the organisation that keeps this record: nobody widens their own access. Ask the client to tell them. What was given to you, you can give back with the move withdraw.',
  },
  fr: {
    title: 'Consigné là où le dossier est tenu',
    detail:
      'Les consentements sont consignés par l’organisme qui tient ce dossier : personne n’élargit son propre accès. Demandez à la personne accompagnée de le lui dire. Ce qui vous a été accordé peut être rendu par l’étape withdraw.',
  },
});

export const forOthersOnly = problem('consent_for_oneself', 'forbidden', {
  en: {
    title: 'Somebody else writes this down',
    detail:
      'This would let you yourself see more. Nobody widens their own access: ask a colleague who keeps this record, or its privacy officer. `explainedBy` may name you.',
  },
  fr: {
    title: 'À consigner par quelqu’un d’autre',
    detail:
      'Cela vous ouvrirait à vous-même un accès plus large. Personne n’élargit son propre accès : adressez-vous à une ou un collègue qui tient ce dossier, ou à la personne responsable de la protection des renseignements. `explainedBy` peut vous nommer.',
  },
});

export const denialEndedTogether = problem('denial_ended_together', 'forbidden', {
  en: {
    title: 'With somebody of your team',
    detail:
      'What you said no to keeps holding until you tell somebody of your care team. They write down that it ends. What you agreed to you can take back here.',
  },
  fr: {
    title: 'Avec quelqu’un de votre équipe',
    detail:
      'Ce que vous avez refusé de partager reste en vigueur jusqu’à ce que vous le disiez à quelqu’un de votre équipe, qui en consigne la fin. Ce que vous avez accepté peut être retiré ici.',
  },
});
