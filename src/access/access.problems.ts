import { problem } from '../kernel/refusal.js';

export const notSignedIn = problem('not_signed_in', 'unauthenticated', {
  en: {
    title: 'Not signed in',
    detail: 'Sign in at /v1/auth/login and send the access token as `Authorization: Bearer …`.',
  },
  fr: {
    title: 'Non connecté',
    detail: 'Connectez-vous à /v1/auth/login et envoyez le jeton d’accès dans `Authorization: Bearer …`.',
  },
});

export const sessionOver = problem('session_over', 'unauthenticated', {
  en: { title: 'This session is over', detail: 'The session, the role or the account changed. Sign in again.' },
  fr: {
    title: 'Cette session est terminée',
    detail: 'La session, le rôle ou le compte a changé. Connectez-vous de nouveau.',
  },
});

export const notFound = problem('not_found', 'not-found', {
  en: { title: 'Not found', detail: 'There is nothing here for you. Check the address, or ask whoever sent it.' },
  fr: {
    title: 'Introuvable',
    detail: 'Il n’y a rien ici pour vous. Vérifiez l’adresse ou demandez à la personne qui l’a envoyée.',
  },
});

export const roleMayNot = problem('role_may_not', 'forbidden', {
  en: {
    title: 'Not part of this role',
    detail: 'The role {role} does not do this ({permission}). Ask somebody whose role does.',
  },
  fr: {
    title: 'Hors de ce rôle',
    detail: 'Le rôle {role} ne permet pas cette action ({permission}). Demandez à une personne dont le rôle le permet.',
  },
});

export const stepUpNeeded = problem('step_up_needed', 'forbidden', {
  en: {
    title: 'Show your second factor again',
    detail:
      'This asks for a second factor that was shown within the last {withinMinutes} minutes. Send the code of the moment to {stepUpAt}, then ask again.',
  },
  fr: {
    title: 'Montrez de nouveau votre second facteur',
    detail:
      'Cette action demande un second facteur montré dans les {withinMinutes} dernières minutes. Envoyez le code du moment à {stepUpAt}, puis redemandez.',
  },
});

export const onlyForLooking = problem('token_only_for_looking', 'forbidden', {
  en: {
    title: 'Not with this token',
    detail:
      'This token ends with the programme that printed it, so it makes nothing that lasts longer: no session, no password, no membership. Sign in at /v1/auth/login with one of the logins printed beside it.',
  },
  fr: {
    title: 'Pas avec ce jeton',
    detail:
      'Ce jeton prend fin avec le programme qui l’a affiché ; il ne crée rien qui dure davantage : ni session, ni mot de passe, ni affiliation. Connectez-vous à /v1/auth/login avec un des comptes affichés à côté.',
  },
});

export const classWithheld = problem('class_not_held', 'forbidden', {
  en: {
    title: 'Not yours to change',
    detail:
      'You see this record, but changing it takes the class {class}, which your access does not hold. Ask somebody of the client’s care team whose access does.',
  },
  fr: {
    title: 'Modification non permise',
    detail:
      'Vous voyez ce dossier, mais le modifier demande la classe {class}, que votre accès ne comprend pas. Adressez-vous à quelqu’un de l’équipe de soins dont l’accès la comprend.',
  },
});
