import type { Sentence } from '../kernel/refusal.js';
import type { Role } from './policy.js';

/** What a role is called where a client reads it. */
export const ROLE_WORDS: Readonly<Record<Role, Sentence>> = {
  line_operator: { en: 'operator of the response line', fr: 'intervention à la ligne d’écoute' },
  peer_navigator: { en: 'peer navigator', fr: 'paire aidante ou pair aidant' },
  counsellor: { en: 'counsellor', fr: 'conseil et accompagnement' },
  physician: { en: 'physician', fr: 'médecin' },
  pharmacist: { en: 'pharmacist', fr: 'pharmacie' },
  intake_worker: { en: 'intake', fr: 'accueil' },
  coordinator: { en: 'coordinator', fr: 'coordination' },
  privacy_officer: { en: 'privacy officer', fr: 'protection de la vie privée' },
  community_partner: { en: 'community partner', fr: 'partenaire de la communauté' },
  administrator: { en: 'administrator', fr: 'administration' },
  client: { en: 'client', fr: 'personne accompagnée' },
  receiver: { en: 'receiver of a referral, by a link', fr: 'destinataire d’un aiguillage, par un lien' },
};
