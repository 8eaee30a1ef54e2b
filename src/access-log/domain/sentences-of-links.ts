import type { Sentence } from '../../kernel/refusal.js';

const says = (en: string, fr: string): Sentence => ({ en, fr });

/** What is done by the links by which somebody without an account answers a referral. */
export const LINKS: Readonly<Record<string, Sentence>> = {
  'receiver_link.made': says(
    'Made a link by which a referral of yours can be answered.',
    'A créé un lien pour qu’on puisse répondre à un de vos aiguillages.',
  ),
  'receiver_link.read': says(
    'Looked at a link to one of your referrals.',
    'A consulté un lien vers un de vos aiguillages.',
  ),
  'receiver_link.listed': says(
    'Looked at the links to one of your referrals.',
    'A consulté les liens vers un de vos aiguillages.',
  ),
  'receiver_link.taken_back': says(
    'Took a link to one of your referrals back.',
    'A retiré un lien vers un de vos aiguillages.',
  ),
  'receiver_link.opened': says(
    'Opened what one of your referrals shares, with its code.',
    'A ouvert, avec son code, ce que partage un de vos aiguillages.',
  ),
  'receiver_link.not_opened': says(
    'Came with the link of one of your referrals, which did not open.',
    'A présenté le lien d’un de vos aiguillages, qui ne s’est pas ouvert.',
  ),
  'receiver_session.ended': says(
    'Left what one of your referrals shares.',
    'A quitté ce que partage un de vos aiguillages.',
  ),
  'receiver_session.not_let_in': says(
    'Came back to one of your referrals when its time was over.',
    'A redemandé un de vos aiguillages quand son temps était passé.',
  ),
  'received_referral.read': says(
    'Read what one of your referrals shares, and nothing else.',
    'A lu ce que partage un de vos aiguillages, et rien d’autre.',
  ),
};
