/** What is written for each client, by column. In this order a row comes after those it names. */
export const TABLES = {
  client:
    'id home_organisation_id province time_zone languages heard_of_us words created_at created_by updated_at version',
  sealing_key: 'client_id wrapped created_at',
  care_team_member: 'id client_id membership_id is_primary started_at ended_at ended_because created_by version',
  client_name: 'id client_id setting words created_at created_by version',
  channel: 'id client_id kind may_contact may_leave_voicemail safe_hours words created_at created_by version',
  supporter: 'id client_id may_be_told words created_at created_by version',
  search_token: 'client_id class source_id hmac',
  contact:
    'id client_id class author_id channel started_by outcome happened_at recorded_at minutes setting purposes actions '.concat(
      'accompanied_to accompaniment prepared_visit experience_shared follow_ups state words version',
    ),
  contact_answer: 'id client_id class contact_id question answer words version',
  goal: 'id client_id class state rank worked_on_by worked_on_by_membership_id words created_at created_by updated_at '.concat(
    'updated_by version',
  ),
  goal_step:
    'id client_id class goal_id state worked_on_by due_on words created_at created_by updated_at updated_by version',
  need: 'id client_id class domain state wants_help rank worked_on_by worked_on_by_membership_id housing_status words '.concat(
    'created_at created_by updated_at updated_by version',
  ),
  task: 'id client_id class kind words source_kind source_id owner_organisation_id owner_membership_id owner_role zone '.concat(
    'due_on due_at overdue_at state created_at created_by updated_at updated_by version',
  ),
  task_move:
    'task_id version client_id class move from_state to_state owner_organisation_id owner_membership_id owner_role at '.concat(
      'by_membership',
    ),
  plan_section: 'id client_id class section words written_by written_at version',
  plan_sign_off: 'id client_id membership_id role plan_as_of seen_classes signed_at version',
  consent:
    'id client_id decision recipient_kind recipient_organisation_id classes reach valid_from how_given explained_by '.concat(
      'language copy_given words state created_at created_by updated_at updated_by version',
    ),
  referral:
    'id client_id asked_by sender_organisation_id requested_by receiver_kind receiver_organisation_id asks_for urgency '.concat(
      'shared_classes consent_id state round because state_since next_step_by sent_at words asked_words created_at ',
      'created_by updated_at updated_by version',
    ),
  referral_move: 'id referral_id client_id round move from_state to_state because party by_membership at version',
  audit_entry:
    'id at request_id person_id membership_id organisation_id role client_id event outcome classes ground ground_id '.concat(
      'purpose facts',
    ),
} as const;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly Table[];
const COLUMNS = new Map(TABLE_NAMES.map((table) => [table, TABLES[table].split(' ')]));
export const columnsOf = (table: Table): readonly string[] => COLUMNS.get(table) ?? [];

/** What follows from these rows and is computed in the database: grants, and the history of each record. */
export const DERIVED = ['access_grant', 'consent_history', 'change', 'earlier_version'] as const;
