export const CONTACT_CHANNELS = [
  'in_person',
  'phone',
  'text',
  'video',
  'email',
  'letter',
  'through_person',
  'other',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const STARTED_BY = ['client', 'worker', 'third_party'] as const;
export type StartedBy = (typeof STARTED_BY)[number];

export const OUTCOMES = [
  'reached',
  'no_answer',
  'left_safe_message',
  'wrong_number',
  'not_safe_to_talk',
  'other',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SETTINGS = [
  'street',
  'clinic',
  'home',
  'shelter',
  'pharmacy',
  'hospital',
  'residence',
  'corrections',
  'vehicle',
  'community',
  'online',
  'other',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Warm outreach: after an appointment that she did not attend, an offer. */
export const PURPOSES = [
  'check_in',
  'outreach',
  'warm_outreach',
  'getting_to_know',
  'system_navigation',
  'visit_preparation',
  'accompaniment',
  'needs',
  'harm_reduction',
  'overdose_follow_up',
  'crisis_support',
  'warm_handover',
  'planning',
  'other',
] as const;
export type ContactPurpose = (typeof PURPOSES)[number];

export const ACTIONS = [
  'listened',
  'gave_information',
  'made_call_together',
  'booked_appointment',
  'moved_appointment',
  'filled_form_together',
  'offered_referral',
  'warm_handover',
  'arranged_transport',
  'harm_reduction_supplies',
  'naloxone_training',
  'gave_food',
  'gave_clothing',
  'helped_with_phone',
  'helped_with_identity_document',
  'helped_with_income',
  'helped_with_housing',
  'agreed_on_reminder',
  'looked_at_safety_plan',
  'other',
] as const;
export type ContactAction = (typeof ACTIONS)[number];

export const ACCOMPANIED_TO = [
  'appointment',
  'pharmacy',
  'housing',
  'income_office',
  'court',
  'hospital',
  'identity_office',
  'bank',
  'residential_programme',
  'family',
  'other',
] as const;
export type AccompaniedTo = (typeof ACCOMPANIED_TO)[number];

/** How far she is on the way from being accompanied to going alone. */
export const ACCOMPANIMENTS = ['together', 'met_there', 'goes_alone'] as const;
export type Accompaniment = (typeof ACCOMPANIMENTS)[number];

export const NALOXONE = ['offered', 'given', 'has_kit'] as const;
export type Naloxone = (typeof NALOXONE)[number];
