import { problem } from '../../kernel/refusal.js';

export const codeNotAccepted = problem('code_not_accepted', 'forbidden', {
  en: {
    title: 'Not the code of the moment',
    detail:
      'Send the six digits that your app shows now, or one of your recovery codes. When they do not fit, check the clock of the device.',
  },
  fr: {
    title: 'Pas le code du moment',
    detail:
      'Envoyez les six chiffres que votre application affiche maintenant, ou un de vos codes de secours. S’ils ne conviennent pas, vérifiez l’heure de l’appareil.',
  },
});

export const codeUsed = problem('code_used', 'conflict', {
  en: {
    title: 'This code has been used',
    detail:
      'Each code is good once. Wait for the next one, half a minute at most; if it was not you who used it, change your password.',
  },
  fr: {
    title: 'Ce code a déjà servi',
    detail:
      'Chaque code vaut une fois. Attendez le suivant, une demi-minute au plus ; si ce n’est pas vous qui l’avez utilisé, changez votre mot de passe.',
  },
});

export const pendingOver = problem('sign_in_half_over', 'unauthenticated', {
  en: {
    title: 'Begin again with the password',
    detail:
      'This sign-in was finished, is older than ten minutes, or the account changed meanwhile. Sign in again at /v1/auth/login.',
  },
  fr: {
    title: 'Recommencez par le mot de passe',
    detail:
      'Cette connexion est terminée, a plus de dix minutes, ou le compte a changé entre-temps. Connectez-vous de nouveau à /v1/auth/login.',
  },
});

export const noSecondFactor = problem('no_second_factor', 'conflict', {
  en: {
    title: 'There is no second factor yet',
    detail: 'Begin one at POST /v1/me/second-factor and confirm it with a code of your app.',
  },
  fr: {
    title: 'Il n’y a pas encore de second facteur',
    detail: 'Commencez-en un à POST /v1/me/second-factor et confirmez-le avec un code de votre application.',
  },
});

export const nothingToConfirm = problem('no_second_factor_begun', 'conflict', {
  en: {
    title: 'Nothing is waiting to be confirmed',
    detail:
      'Begin at POST /v1/me/second-factor, put the secret into your app, and confirm with the code that it shows.',
  },
  fr: {
    title: 'Rien n’attend d’être confirmé',
    detail:
      'Commencez à POST /v1/me/second-factor, mettez le secret dans votre application et confirmez avec le code qu’elle affiche.',
  },
});

export const secondFactorRequired = problem('second_factor_required', 'conflict', {
  en: {
    title: 'Your role asks for a second factor',
    detail: 'It can be replaced, not removed: begin another one at POST /v1/me/second-factor and confirm it.',
  },
  fr: {
    title: 'Votre rôle demande un second facteur',
    detail:
      'Il se remplace, mais ne se retire pas : commencez-en un autre à POST /v1/me/second-factor et confirmez-le.',
  },
});

export const ownSecondFactor = problem('own_second_factor', 'conflict', {
  en: {
    title: 'Not your own',
    detail:
      'Replace your own second factor at POST /v1/me/second-factor with a code or a recovery code; if both are lost, ask another administrator.',
  },
  fr: {
    title: 'Pas le vôtre',
    detail:
      'Remplacez votre propre second facteur à POST /v1/me/second-factor avec un code ou un code de secours ; si les deux sont perdus, demandez à une autre personne de l’administration.',
  },
});
