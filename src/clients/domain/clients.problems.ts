import { problem } from '../../kernel/refusal.js';

export const workerNotHere = problem('worker_not_here', 'unprocessable', {
  en: {
    title: 'Nobody who may join this team',
    detail:
      'Name a standing membership of the organisation that keeps the record (GET /v1/staff lists your own), or of one to which the client agreed to show something: write that down first, with POST …/consents.',
  },
  fr: {
    title: 'Personne qui puisse se joindre à cette équipe',
    detail:
      'Nommez une affiliation en cours de l’organisme qui tient le dossier (GET /v1/staff énumère les vôtres), ou d’un organisme auquel la personne accompagnée a accepté de montrer quelque chose : notez-le d’abord, avec POST …/consents.',
  },
});

export const roleNotOnTeams = problem('role_not_on_teams', 'unprocessable', {
  en: {
    title: 'Not a role of a care team',
    detail: 'The role {role} works without client data. Name a membership as one of: {roles}.',
  },
  fr: {
    title: 'Pas un rôle d’une équipe de soins',
    detail: 'Le rôle {role} travaille sans données des personnes accompagnées. Nommez une affiliation parmi : {roles}.',
  },
});

export const alreadyOnTeam = problem('already_on_team', 'conflict', {
  en: {
    title: 'Already on the team',
    detail: 'This worker is on the care team as {memberId}. Change that entry instead.',
  },
  fr: {
    title: 'Déjà dans l’équipe',
    detail: 'Cette personne est déjà dans l’équipe ({memberId}). Modifiez plutôt cette entrée.',
  },
});

export const leavingNeedsReason = problem('leaving_needs_reason', 'unprocessable', {
  en: { title: 'Why?', detail: 'Say in `because` why this worker’s time on the team ends; `other` will do.' },
  fr: { title: 'Pourquoi ?', detail: 'Dites dans `because` pourquoi cette personne quitte l’équipe ; `other` suffit.' },
});

export const primaryAlready = problem('primary_already', 'conflict', {
  en: { title: 'Already the primary worker', detail: 'Nothing needs to change. Open now: {openMoves}.' },
  fr: { title: 'Déjà la personne principale', detail: 'Rien à changer. Ouvert maintenant : {openMoves}.' },
});

export const primaryNeedsSuccessor = problem('primary_needs_successor', 'conflict', {
  en: {
    title: 'Who comes after?',
    detail: 'The primary worker leaves a team that stays: name in `primaryTo` the entry of the team that takes over.',
  },
  fr: {
    title: 'Qui prend la suite ?',
    detail: 'La personne principale quitte une équipe qui reste : nommez dans `primaryTo` l’entrée qui prend la suite.',
  },
});

export const successorNotOnTeam = problem('successor_not_on_team', 'unprocessable', {
  en: { title: 'The next one is not on the team', detail: 'Name in `primaryTo` another standing entry of this team.' },
  fr: {
    title: 'La relève n’est pas dans l’équipe',
    detail: 'Nommez dans `primaryTo` une autre entrée en cours de cette équipe.',
  },
});

export const nothingToSearch = problem('nothing_to_search', 'unprocessable', {
  en: {
    title: 'Too little to search by',
    detail: 'Send two letters of a name, four digits of a number, or a birth date.',
  },
  fr: {
    title: 'Trop peu pour chercher',
    detail: 'Envoyez deux lettres d’un nom, quatre chiffres d’un numéro ou une date de naissance.',
  },
});
