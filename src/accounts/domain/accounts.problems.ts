import { problem } from '../../kernel/refusal.js';

export const signInNotAccepted = problem('sign_in_not_accepted', 'unauthenticated', {
  en: {
    title: 'Not signed in',
    detail:
      'E-mail address and password do not go together, or the account has no open role. Try again, or ask those who run this service for a link to a new password.',
  },
  fr: {
    title: 'Non connecté',
    detail:
      'L’adresse courriel et le mot de passe ne vont pas ensemble, ou le compte n’a aucun rôle ouvert. Essayez de nouveau ou demandez à ceux qui exploitent ce service un lien vers un nouveau mot de passe.',
  },
});

export const signInSlowed = problem('sign_in_slowed', 'too-many', {
  en: {
    title: 'A little later, please',
    detail: 'Too many tries in a row. Try again in {retryAfter} seconds; trying earlier does not make it longer.',
  },
  fr: {
    title: 'Un peu plus tard, s’il vous plaît',
    detail:
      'Trop d’essais de suite. Essayez de nouveau dans {retryAfter} secondes ; un essai plus tôt n’allonge pas l’attente.',
  },
});

export const signInBusy = problem('sign_in_busy', 'unavailable', {
  en: { title: 'Many sign in at once', detail: 'Try again in {retryAfter} seconds.' },
  fr: { title: 'Beaucoup de connexions à la fois', detail: 'Essayez de nouveau dans {retryAfter} secondes.' },
});

export const refreshNotAccepted = problem('refresh_not_accepted', 'unauthenticated', {
  en: { title: 'This session is over', detail: 'The refresh token no longer stands. Sign in again at /v1/auth/login.' },
  fr: {
    title: 'Cette session est terminée',
    detail: 'Le jeton de renouvellement n’est plus valable. Connectez-vous de nouveau à /v1/auth/login.',
  },
});

export const refreshJustUsed = problem('refresh_just_used', 'conflict', {
  en: {
    title: 'Renewed a moment ago',
    detail:
      'This token was exchanged a moment ago. Use the token that came back then; if it never arrived, ask again in {retryAfter} seconds.',
  },
  fr: {
    title: 'Renouvelé à l’instant',
    detail:
      'Ce jeton vient d’être échangé. Utilisez celui qui a été donné en retour ; s’il n’est jamais arrivé, redemandez dans {retryAfter} secondes.',
  },
});

export const passwordTooShort = problem('password_too_short', 'unprocessable', {
  en: {
    title: 'A longer password, please',
    detail:
      'Take at least {minimum} characters; four or five words in a row do well. Digits and signs are not asked for.',
  },
  fr: {
    title: 'Un mot de passe plus long, s’il vous plaît',
    detail:
      'Prenez au moins {minimum} caractères ; quatre ou cinq mots de suite conviennent bien. Ni chiffres ni signes ne sont exigés.',
  },
});

export const passwordTooEasy = problem('password_too_easy', 'unprocessable', {
  en: {
    title: 'Too easy to guess',
    detail: 'This is among what is tried first. Take four or five words that do not belong together.',
  },
  fr: {
    title: 'Trop facile à deviner',
    detail: 'C’est parmi ce qui s’essaie en premier. Prenez quatre ou cinq mots qui ne vont pas ensemble.',
  },
});

export const passwordNotYours = problem('password_not_accepted', 'forbidden', {
  en: { title: 'Not the present password', detail: 'Send your present password as `currentPassword`.' },
  fr: { title: 'Pas le mot de passe actuel', detail: 'Envoyez votre mot de passe actuel dans `currentPassword`.' },
});

export const membershipPresent = problem('membership_present', 'conflict', {
  en: {
    title: 'You are there already',
    detail: 'This session acts for that membership. Go on with it, or choose another one of GET /v1/me/memberships.',
  },
  fr: {
    title: 'Vous y êtes déjà',
    detail:
      'Cette session agit pour cette affiliation. Continuez avec elle, ou choisissez-en une autre de GET /v1/me/memberships.',
  },
});

export const invitationOver = problem('invitation_over', 'unprocessable', {
  en: {
    title: 'This link no longer stands',
    detail: 'It was used, replaced by a newer one, or is older than a day. Ask whoever sent it for a new one.',
  },
  fr: {
    title: 'Ce lien n’est plus valable',
    detail:
      'Il a servi, un plus récent le remplace, ou il a plus d’une journée. Demandez-en un nouveau à qui l’a envoyé.',
  },
});

export const firstAccountNeeds = problem('first_account_needs', 'unprocessable', {
  en: {
    title: 'More is needed for the first account',
    detail: 'Send `email`, `displayName`, `language` and `organisation` beside the token and the password.',
  },
  fr: {
    title: 'Il faut davantage pour le premier compte',
    detail: 'Envoyez `email`, `displayName`, `language` et `organisation` avec le jeton et le mot de passe.',
  },
});

export const passwordChosen = problem('password_chosen', 'conflict', {
  en: {
    title: 'Has a password already',
    detail:
      'Somebody chose a password for this account, so it takes no more links from an administrator. Who knows the present one changes it at POST /v1/me/password; who no longer does asks those who run the host for a link (npm run password:link).',
  },
  fr: {
    title: 'A déjà un mot de passe',
    detail:
      'Un mot de passe a été choisi pour ce compte ; l’administration ne lui fait donc plus de lien. La personne qui le connaît le change à POST /v1/me/password ; si elle ne le connaît plus, elle demande un lien à ceux qui exploitent le serveur (npm run password:link).',
  },
});

export const accountDisabled = problem('account_disabled', 'conflict', {
  en: { title: 'This account is disabled', detail: 'Enable it first, then make the link.' },
  fr: { title: 'Ce compte est désactivé', detail: 'Activez-le d’abord, puis faites le lien.' },
});
