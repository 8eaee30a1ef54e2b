import { problem } from '../../kernel/refusal.js';

export const notYourOrganisation = problem('not_your_organisation', 'forbidden', {
  en: {
    title: 'Another organisation’s',
    detail: 'Only an administrator of that organisation changes this. Ask them, or switch to your membership there.',
  },
  fr: {
    title: 'À un autre organisme',
    detail:
      'Seule l’administration de cet organisme change cela. Adressez-vous à elle ou passez à votre affiliation là-bas.',
  },
});

export const lastAdministrator = problem('last_administrator', 'conflict', {
  en: {
    title: 'Nobody would be left to administer',
    detail: 'This is the last administrator who can sign in. Give another account that role first, then try again.',
  },
  fr: {
    title: 'Plus personne pour administrer',
    detail:
      'C’est la dernière personne de l’administration qui peut se connecter. Donnez d’abord ce rôle à un autre compte, puis réessayez.',
  },
});

export const notForYourself = problem('not_for_yourself', 'forbidden', {
  en: {
    title: 'Somebody else gives you a role',
    detail:
      'Nobody gives themself a role or changes their own. Another administrator of your organisation does it; if you are the only one, invite a second one first (POST /v1/staff).',
  },
  fr: {
    title: 'Quelqu’un d’autre vous donne un rôle',
    detail:
      'On ne se donne pas de rôle et on ne change pas le sien. Une autre personne de l’administration de votre organisme le fait ; si vous êtes la seule, invitez-en d’abord une deuxième (POST /v1/staff).',
  },
});

export const worksElsewhere = problem('works_elsewhere', 'conflict', {
  en: {
    title: 'Works for others too',
    detail:
      'The account belongs to another organisation as well. End the memberships here; the account is not yours alone.',
  },
  fr: {
    title: 'Travaille aussi ailleurs',
    detail:
      'Le compte appartient aussi à un autre organisme. Mettez fin aux affiliations ici ; le compte n’est pas qu’à vous.',
  },
});

export const membershipStands = problem('membership_stands', 'conflict', {
  en: {
    title: 'Has this role already',
    detail: 'A membership with this role stands. Use it, or choose another role.',
  },
  fr: {
    title: 'A déjà ce rôle',
    detail: 'Une affiliation avec ce rôle est en cours. Utilisez-la ou choisissez un autre rôle.',
  },
});

export const emailTaken = problem('email_taken', 'conflict', {
  en: {
    title: 'This address has an account',
    detail:
      'Somebody signs in with it already. Ask the person for the account id that GET /v1/me shows, and add a membership to it.',
  },
  fr: {
    title: 'Cette adresse a déjà un compte',
    detail:
      'Quelqu’un s’en sert déjà pour se connecter. Demandez à la personne l’identifiant de compte que montre GET /v1/me et ajoutez-y une affiliation.',
  },
});

export const roleMissing = problem('role_missing', 'unprocessable', {
  en: { title: 'Which role?', detail: 'Send the new `role` beside `change_role`.' },
  fr: { title: 'Quel rôle ?', detail: 'Envoyez le nouveau `role` avec `change_role`.' },
});
