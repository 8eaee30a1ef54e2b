/** What of a referral only its sender changes, each changed to something else. */
export const OF_SENDER: Readonly<Record<string, string>> = {
  follows_id: `gen_random_uuid()`,
  receiver_kind: `'outside'`,
  receiver_organisation_id: 'sender_organisation_id',
  service_id: 'gen_random_uuid()',
  outside_by: `'phone'`,
  asks_for: `'food'`,
  urgency: `'tonight'`,
  shared_classes: `'{coordination,mental_health}'`,
  consent_id: 'NULL',
  agreed_how: `'phone'`,
  agreed_at: 'app_now()',
  agreed_until: `app_now() + interval '1 year'`,
  agreement_ended_at: 'app_now()',
  answer_by: `app_now() + interval '1 year'`,
  round: '2',
  sent_at: `sent_at - interval '1 day'`,
  known_to_sender_at: 'app_now()',
  words: `'\\x01'`,
};
/** What changes with a step of the receiver's, and with nothing else. */
export const WITH_A_STEP: Readonly<Record<string, string>> = {
  state: `'withdrawn'`,
  because: `'no_capacity'`,
  state_since: `app_now() + interval '1 minute'`,
  review_on: `date '2027-01-01'`,
  place_in_line: '1',
  waiting_since: `app_now() - interval '1 year'`,
  next_step_by: `app_now() + interval '1 year'`,
  ended_at: 'app_now()',
  asked_words: `'\\x01'`,
  known_to_client_at: `app_now() - interval '1 day'`,
  version: 'version + 2',
};
/** Who signs, and when. */
export const FREELY = ['updated_at', 'updated_by'];
