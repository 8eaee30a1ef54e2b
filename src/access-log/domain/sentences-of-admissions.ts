import type { Sentence } from '../../kernel/refusal.js';

/** Dates that were offered, who waits for a service, its beds, and stays. */
export const OF_ADMISSIONS: Readonly<Record<string, Sentence>> = {
  'attempt.offered': { en: 'Offered you a date.', fr: 'Vous a offert une date.' },
  'attempt.written_down': {
    en: 'Wrote down a date that had been, and what came of it.',
    fr: 'A noté une date passée et ce qui en est advenu.',
  },
  'attempt.read': {
    en: 'Looked at a date that was offered to you.',
    fr: 'A consulté une date qui vous a été offerte.',
  },
  'attempt.listed': {
    en: 'Looked at the dates that were offered to you.',
    fr: 'A consulté les dates qui vous ont été offertes.',
  },
  'attempt.arranged': {
    en: 'Arranged how you get there, or what comes before.',
    fr: 'A organisé votre déplacement ou ce qui vient avant.',
  },
  'attempt.moved': { en: 'Noted where a date of yours stands.', fr: 'A noté où en est une de vos dates.' },
  'reach_attempt.noted': { en: 'Noted that they tried to reach you.', fr: 'A noté avoir cherché à vous joindre.' },
  'reach_attempt.listed': {
    en: 'Looked at when somebody tried to reach you.',
    fr: 'A consulté quand on a cherché à vous joindre.',
  },
  'waiting_list.read': { en: 'Saw you on a waiting list.', fr: 'Vous a vue ou vu sur une liste d’attente.' },
  'waiting_list.offers_read': {
    en: 'Looked at which places were offered to whom.',
    fr: 'A consulté quelles places ont été offertes à qui.',
  },
  'bed.added': { en: 'Added a bed to a service.', fr: 'A ajouté un lit à un service.' },
  'bed.changed': { en: 'Changed the entry of a bed.', fr: 'A modifié la fiche d’un lit.' },
  'stay.begun': { en: 'Noted that a stay of yours began.', fr: 'A noté qu’un séjour a commencé.' },
  'stay.read': { en: 'Looked at a stay of yours.', fr: 'A consulté un de vos séjours.' },
  'stay.listed': { en: 'Looked at your stays.', fr: 'A consulté vos séjours.' },
  'stay.changed': {
    en: 'Changed until when you mean to stay, or where you sleep.',
    fr: 'A modifié la fin prévue de votre séjour, ou votre lit.',
  },
  'stay.moved': {
    en: 'Noted that you left for a while, came back, or went on.',
    fr: 'A noté une absence, un retour ou la fin de votre séjour.',
  },
};
