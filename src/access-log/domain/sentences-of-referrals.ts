import type { Sentence } from '../../kernel/refusal.js';

const says = (en: string, fr: string): Sentence => ({ en, fr });

export const OF_REFERRALS: Readonly<Record<string, Sentence>> = {
  'referral.read': says('Looked at a referral of yours.', 'A consulté un de vos aiguillages.'),
  'referral.listed': says('Saw a referral of yours in a list.', 'A vu un de vos aiguillages dans une liste.'),
  'referral.drafted': says('Prepared a referral for you.', 'A préparé un aiguillage pour vous.'),
  'referral.changed': says('Changed a referral before it was sent.', 'A modifié un aiguillage avant son envoi.'),
  'referral.moved': says('Took a referral of yours a step further.', 'A fait avancer un de vos aiguillages.'),
  'referral.history_read': says(
    'Looked at what was done with a referral of yours.',
    'A consulté le parcours d’un de vos aiguillages.',
  ),
  'referral.chain_read': says(
    'Looked at which of your referrals follow from one another.',
    'A consulté la suite de vos aiguillages.',
  ),
  'referral.outcome_known': says(
    'Wrote down who knows what came of a referral.',
    'A noté qui connaît l’issue d’un aiguillage.',
  ),
  'referral.agreement_ended': says(
    'Wrote down that you no longer share what a referral carries.',
    'A noté que vous ne partagez plus ce que porte un aiguillage.',
  ),
  'referral.sharing_ended': says(
    'What a referral carries is shared no more: the day came until which you had agreed.',
    'Ce que porte un aiguillage n’est plus partagé : le jour est venu jusqu’auquel vous aviez consenti.',
  ),
  'referral.agreed_again': says(
    'Wrote down that you agreed again to what a referral shares.',
    'A noté que vous consentez de nouveau à ce qu’un aiguillage partage.',
  ),
  'referral.caller_received': says(
    'Wrote down that a referral from the line is about you.',
    'A noté qu’un aiguillage de la ligne vous concerne.',
  ),
  'referrals.listed': says('Looked at a list of referrals.', 'A consulté une liste d’aiguillages.'),
  'referrals.counted': says('Looked at how many referrals there are.', 'A consulté le nombre d’aiguillages.'),
};
