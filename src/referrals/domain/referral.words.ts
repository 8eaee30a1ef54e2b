import type { Sentence } from '../../kernel/refusal.js';
import type { ReferralState } from './referral.lifecycle.js';

const word = (en: string, fr: string): Sentence => ({ en, fr });

/** How each state reads for the client herself. None of them is about what she did or did not do. */
export const STATE_WORDS: Readonly<Record<ReferralState, Sentence>> = {
  drafted: word('being prepared', 'en préparation'),
  sent: word('asked, and not answered yet', 'demandé, sans réponse encore'),
  info_requested: word('they have a question', 'ils ont une question'),
  accepted: word('they said yes', 'ils ont dit oui'),
  waitlisted: word('on the waiting list', 'sur la liste d’attente'),
  date_offered: word('a date is offered', 'une date est offerte'),
  date_confirmed: word('a date is set', 'une date est fixée'),
  preadmission_pending: word('something comes first', 'une étape vient d’abord'),
  date_not_attended: word('another date can be found', 'une autre date peut être trouvée'),
  next_date_owed: word('the next date is being found', 'la prochaine date est à trouver'),
  in_progress: word('it has begun', 'c’est commencé'),
  declined: word('they said no', 'ils ont dit non'),
  completed: word('done', 'terminé'),
  left_early: word('ended before its time', 'terminé avant la fin prévue'),
  withdrawn: word('taken back', 'retiré'),
  stopped: word('goes no further', 'ne va pas plus loin'),
  entered_in_error: word('written by mistake', 'inscrit par erreur'),
};
