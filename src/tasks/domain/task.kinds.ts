interface Label {
  readonly en: string;
  readonly fr: string;
}

/**
 * What has to be done, as a code: it stands in the clear and in the audit, so it is chosen and never written. What is
 * meant in particular stands in the title, which is sealed.
 */
export const KINDS_TO_CHOOSE = {
  follow_up: { en: 'Follow up', fr: 'Faire suite' },
  call_her_back: { en: 'Call back', fr: 'Rappeler' },
  visit: { en: 'Visit', fr: 'Rendre visite' },
  accompany: { en: 'Go along', fr: 'Accompagner' },
  book_appointment: { en: 'Book an appointment', fr: 'Prendre un rendez-vous' },
  bring_papers: { en: 'Get or bring papers', fr: 'Obtenir ou apporter des papiers' },
  warm_outreach: { en: 'Reach out, asking for nothing', fr: 'Prendre des nouvelles, sans rien demander' },
  session: { en: 'Prepare or hold a session', fr: 'Préparer ou tenir une séance' },
  after_care: { en: 'Stay in touch after a programme', fr: 'Garder le lien après un programme' },
  other: { en: 'Something else', fr: 'Autre chose' },
} as const satisfies Readonly<Record<string, Label>>;

/** Those that a feature opens by itself. */
const KINDS_OF_FEATURES = {
  contact_follow_up: { en: 'Follow up on a contact', fr: 'Faire suite à un contact' },
  need_action: { en: 'Act on a need', fr: 'Agir pour un besoin' },
  renew_consent: { en: 'Ask whether a consent goes on', fr: 'Demander si un consentement continue' },
  debrief_offer: { en: 'Offer a debrief', fr: 'Offrir un retour sur l’appel' },
  review_rule_pack: { en: 'Review the rules', fr: 'Relire les règles' },
} as const satisfies Readonly<Record<string, Label>>;

export const TASK_KIND_LABELS = { ...KINDS_TO_CHOOSE, ...KINDS_OF_FEATURES } as const;
export type TaskKind = keyof typeof TASK_KIND_LABELS;

export const TASK_KINDS = Object.keys(TASK_KIND_LABELS) as readonly TaskKind[];
export const CHOSEN_TASK_KINDS = Object.keys(KINDS_TO_CHOOSE) as readonly (keyof typeof KINDS_TO_CHOOSE)[];
