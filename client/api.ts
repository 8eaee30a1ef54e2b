// Written by `npm run client` from the OpenAPI document. Change the API instead, and write it again.
/* eslint-disable max-lines -- one file, so that it can be copied as it is */

/** A UUID in lower case. */
export type Id = string;
/** RFC 3339 with an offset: `2026-11-23T09:00:00-07:00`. */
export type Instant = string;
/** A day on a calendar, wherever that is: `2026-11-23`. */
export type CivilDate = string;

export interface AcceptInvitationRequest {
  readonly token: string;
  readonly password: string;
  readonly email?: string;
  readonly displayName?: string;
  readonly language?: 'en' | 'fr';
  readonly organisation?: FirstOrganisationPart;
}

export interface AcceptedResponse {
  readonly accountId: Id;
  readonly email: string;
  readonly signInAt: string;
}

export interface AddChannelRequest {
  readonly id?: Id;
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  readonly value?: string;
  readonly person?: string;
  readonly mayContact: boolean;
  readonly mayLeaveVoicemail?: boolean;
  readonly safeHours?: readonly {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
  }[];
  readonly sayWhat?: string;
  readonly sayWho?: string;
  readonly note?: string;
}

export interface AddGoalRequest {
  readonly id?: Id;
  readonly ownWords: string;
  readonly teamNote?: string;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly rank?: number;
}

export interface AddNameRequest {
  readonly id?: Id;
  readonly setting: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name: string;
  readonly note?: string;
}

export interface AddStepRequest {
  readonly id?: Id;
  readonly text: string;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly dueOn?: CivilDate;
}

export interface AddSupporterRequest {
  readonly id?: Id;
  readonly name: string;
  readonly mayBeTold: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
  readonly relation?: string;
  readonly reachedBy?: string;
  readonly note?: string;
}

export interface AllowancePart {
  readonly permissions: readonly PermissionPart[];
  /** The most, where a grant stands. */
  readonly mayRead: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  readonly mayWrite: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
}

export interface AmendContactRequest {
  readonly channel?: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly outcome?: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt?: Instant;
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  readonly minutes?: number | null;
  readonly setting?:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other'
    | null;
  readonly purposes?: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions?: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo?:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other'
    | null;
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone' | null;
  readonly place?: string | null;
  readonly preparedVisit?: boolean;
  readonly naloxone?: 'offered' | 'given' | 'has_kit' | null;
  readonly naloxoneKits?: number | null;
  readonly experienceShared?: boolean;
  readonly goalToday?: string | null;
  readonly note?: string | null;
  readonly answers?: AnswersChangeRequest;
}

export interface AnswerRequest {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly note?: string;
}

export interface AnswersChangeRequest {
  readonly mood_low?: AnswerRequest | null;
  readonly sleep_poor?: AnswerRequest | null;
  readonly feels_unsafe?: AnswerRequest | null;
  readonly cravings?: AnswerRequest | null;
  readonly withdrawal?: AnswerRequest | null;
  readonly substance_use_today?: AnswerRequest | null;
  readonly needs_place_tonight?: AnswerRequest | null;
  readonly needs_food?: AnswerRequest | null;
}

export interface AnswersRequest {
  readonly mood_low?: AnswerRequest;
  readonly sleep_poor?: AnswerRequest;
  readonly feels_unsafe?: AnswerRequest;
  readonly cravings?: AnswerRequest;
  readonly withdrawal?: AnswerRequest;
  readonly substance_use_today?: AnswerRequest;
  readonly needs_place_tonight?: AnswerRequest;
  readonly needs_food?: AnswerRequest;
}

export interface AsidePart {
  readonly reason:
    'waiting_for_client' | 'waiting_for_other' | 'client_asked' | 'not_yet' | 'could_not_reach' | 'other';
  /** From this day on the task is open again. */
  readonly until: CivilDate;
}

export interface BatchContactRequest {
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt?: Instant;
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  readonly minutes?: number;
  readonly setting?:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other';
  readonly purposes?: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions?: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo?:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other';
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone';
  readonly place?: string;
  readonly preparedVisit?: boolean;
  readonly naloxone?: 'offered' | 'given' | 'has_kit';
  readonly naloxoneKits?: number;
  readonly experienceShared?: boolean;
  readonly goalToday?: string;
  readonly note?: string;
  readonly answers?: AnswersRequest;
  readonly followUps?: readonly FollowUpRequest[];
  readonly id: Id;
  readonly clientId: Id;
}

export interface BatchResultPart {
  /** Which item of the batch, from 0. */
  readonly index: number;
  readonly id: Id | null;
  /** After `saved` and `already_saved`, take it out of the outbox. */
  readonly status: 'saved' | 'already_saved' | 'not_saved';
  /** With `not_saved`: why, and the mend. Pointers begin at the batch: `/items/3/minutes`. */
  readonly problem?: Problem;
}

export interface CarePlanResponse {
  readonly clientId: Id;
  /** When this is what the plan says. */
  readonly asOf: Instant;
  readonly person: PlanPerson;
  readonly sections: readonly PlanSectionResponse[];
  /** In her own order. */
  readonly goals: readonly PlanGoal[];
  /** In her own order. */
  readonly needs: readonly PlanNeed[];
  /** What is owed next, what falls due first, first. */
  readonly nextSteps: readonly PlanTask[];
  /** The newest. */
  readonly contacts: readonly PlanContact[];
  /** The newest of each profession. */
  readonly signOffs: readonly PlanSignOffResponse[];
  readonly changed: ChangedPart;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldPart[];
  /** Why you see this. */
  readonly ground: GroundPart;
  readonly openMoves: readonly (
    'log_contact' | 'name_goal' | 'note_need' | 'open_task' | 'write_section' | 'write_safety' | 'sign'
  )[];
}

export interface CareTeamResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  /** Who is on it now first; then who was. */
  readonly items: readonly TeamMemberResponse[];
}

export interface CaseloadResponse {
  readonly items: readonly ClientResponse[];
  readonly next?: string;
}

export interface ChangeChannelRequest {
  readonly value?: string | null;
  readonly person?: string | null;
  readonly mayContact?: boolean;
  readonly mayLeaveVoicemail?: boolean;
  readonly safeHours?: readonly {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
  }[];
  readonly sayWhat?: string | null;
  readonly sayWho?: string | null;
  readonly note?: string | null;
}

export interface ChangeClientRequest {
  readonly pronouns?: string | null;
  readonly birthDate?: CivilDate | null;
  readonly languages?: readonly string[];
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone?: string;
  readonly heardOfUs?:
    | 'response_line'
    | 'friend_or_family'
    | 'peer'
    | 'clinic'
    | 'hospital'
    | 'pharmacy'
    | 'shelter_or_housing'
    | 'outreach'
    | 'corrections'
    | 'online'
    | 'other'
    | null;
  readonly note?: string | null;
}

export interface ChangeGoalRequest {
  readonly ownWords?: string;
  readonly teamNote?: string | null;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly rank?: number | null;
  readonly reviewedAt?: Instant;
}

export interface ChangeNameRequest {
  readonly setting?: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name?: string;
  readonly note?: string | null;
}

export interface ChangeNeedRequest {
  readonly ownWords?: string | null;
  readonly teamNote?: string | null;
  readonly wantsHelp?: 'yes' | 'not_now' | 'unknown';
  readonly rank?: number | null;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly since?: CivilDate | null;
  readonly housingStatus?:
    'unsheltered' | 'emergency_sheltered' | 'provisionally_accommodated' | 'at_risk' | 'housed' | 'unknown' | null;
  readonly documents?: {
    readonly birth_certificate?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly provincial_identity_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly health_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly social_insurance_number?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly status_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly immigration_papers?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly bank_account?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly tax_return?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly other?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
  } | null;
}

export interface ChangeOrganisationRequest {
  readonly name?: string;
  readonly kind?:
    | 'response_line'
    | 'clinic'
    | 'peer_organisation'
    | 'residential_programme'
    | 'pharmacy'
    | 'housing_agency'
    | 'income_office'
    | 'health_authority'
    | 'community_action_team'
    | 'other';
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone?: string;
  readonly languages?: readonly string[];
}

export interface ChangePasswordRequest {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export interface ChangeResponse {
  /** Of the change. */
  readonly id: Id;
  /** What sort of record. */
  readonly kind:
    | 'client'
    | 'client_name'
    | 'channel'
    | 'supporter'
    | 'care_team_member'
    | 'task'
    | 'contact'
    | 'contact_answer'
    | 'goal'
    | 'goal_step'
    | 'need'
    | 'plan_section'
    | 'plan_sign_off';
  readonly recordId: Id;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly what: 'made' | 'changed';
  readonly at: Instant;
  /** When what it tells of took place. */
  readonly occurredAt: Instant;
  readonly byMembershipId: Id | null;
  readonly byName: string | null;
  readonly byRole:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator'
    | null;
}

export interface ChangeSectionRequest {
  readonly text: string;
}

export interface ChangeStaffRequest {
  readonly email?: string;
  readonly displayName?: string;
  readonly language?: 'en' | 'fr';
}

export interface ChangeStepRequest {
  readonly text?: string;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly dueOn?: CivilDate | null;
}

export interface ChangeSupporterRequest {
  readonly name?: string;
  readonly mayBeTold?: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
  readonly relation?: string | null;
  readonly reachedBy?: string | null;
  readonly note?: string | null;
}

export interface ChangeTaskRequest {
  readonly title?: string;
  readonly note?: string | null;
  readonly due?:
    | (
        | {
            readonly on: CivilDate;
          }
        | {
            readonly at: Instant;
          }
      )
    | null;
  readonly zone?: string;
}

export interface ChangedPart {
  /** Your last look that is older than 30 minutes; null: never. */
  readonly since: Instant | null;
  /** What others made or changed, the newest first. */
  readonly items: readonly ChangeResponse[];
  /** Whether there is more at /care-plan/changes. */
  readonly more: boolean;
}

export interface ChangesResponse {
  readonly items: readonly ChangeResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  readonly withheld: readonly WithheldPart[];
}

export interface ChannelResponse {
  readonly id: Id;
  readonly note: string | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  readonly version: number;
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  readonly value: string | null;
  readonly person: string | null;
  readonly mayContact: boolean;
  readonly mayLeaveVoicemail: boolean;
  /** In her own time zone; none: any hour. */
  readonly safeHours: readonly WeekHoursResponse[];
  readonly sayWhat: string | null;
  /** Who to say one is. */
  readonly sayWho: string | null;
  readonly contactableNow: boolean;
  readonly notNowBecause: 'ended' | 'asked_not_to' | 'outside_safe_hours' | 'zone_withheld' | null;
  readonly nextSafeAt: Instant | null;
}

export interface ChannelsResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly items: readonly ChannelResponse[];
}

export interface ChoiceResponse {
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly organisation: string;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
}

export interface ClientResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  readonly pronouns: string | null;
  readonly birthDate: CivilDate | null;
  readonly languages: readonly string[];
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly heardOfUs:
    | 'response_line'
    | 'friend_or_family'
    | 'peer'
    | 'clinic'
    | 'hospital'
    | 'pharmacy'
    | 'shelter_or_housing'
    | 'outreach'
    | 'corrections'
    | 'online'
    | 'other'
    | null;
  /** In her words. */
  readonly note: string | null;
  readonly homeOrganisationId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

export interface ContactAnswer {
  /** Unknown is an answer of its own and never a no. */
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly note: string | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
}

export interface ContactAnswers {
  readonly mood_low?: ContactAnswer;
  readonly sleep_poor?: ContactAnswer;
  readonly feels_unsafe?: ContactAnswer;
  readonly cravings?: ContactAnswer;
  readonly withdrawal?: ContactAnswer;
  readonly substance_use_today?: ContactAnswer;
  readonly needs_place_tonight?: ContactAnswer;
  readonly needs_food?: ContactAnswer;
}

export interface ContactBatchRequest {
  readonly items: readonly BatchContactRequest[];
}

export interface ContactBatchResponse {
  /** In the order of the batch. */
  readonly items: readonly BatchResultPart[];
}

export interface ContactResponse {
  readonly id: Id;
  readonly clientId: Id;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly authorId: Id;
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly startedBy: 'client' | 'worker' | 'third_party';
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  readonly minutes: number | null;
  readonly setting:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other'
    | null;
  readonly purposes: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other'
    | null;
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  readonly place: string | null;
  readonly preparedVisit: boolean;
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** Her goal that day, in her own words. */
  readonly goalToday: string | null;
  readonly note: string | null;
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  readonly version: number;
  /** `amend`: PATCH /v1/contacts/{id}. */
  readonly openMoves: readonly 'amend'[];
  readonly withheld: readonly ContactWithheld[];
}

export interface ContactVersionPart {
  readonly id: Id;
  readonly clientId: Id;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly authorId: Id;
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly startedBy: 'client' | 'worker' | 'third_party';
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  readonly minutes: number | null;
  readonly setting:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other'
    | null;
  readonly purposes: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other'
    | null;
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  readonly place: string | null;
  readonly preparedVisit: boolean;
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** Her goal that day, in her own words. */
  readonly goalToday: string | null;
  readonly note: string | null;
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  readonly version: number;
  readonly writtenAt: Instant;
  /** The membership that wrote this version. */
  readonly writtenBy: Id | null;
}

export interface ContactVersionsResponse {
  /** Newest first; the last is as it was first written down. */
  readonly items: readonly ContactVersionPart[];
  readonly withheld: readonly ContactWithheld[];
}

export interface ContactWithheld {
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly rule: 'role' | 'consent';
}

export interface ContactsResponse {
  readonly items: readonly ListedContactResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  readonly withheld: readonly ContactWithheld[];
}

export interface CreateClientRequest {
  readonly id?: Id;
  readonly goesBy: string;
  readonly pronouns?: string;
  readonly birthDate?: CivilDate;
  readonly languages?: readonly string[];
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone?: string;
  readonly heardOfUs?:
    | 'response_line'
    | 'friend_or_family'
    | 'peer'
    | 'clinic'
    | 'hospital'
    | 'pharmacy'
    | 'shelter_or_housing'
    | 'outreach'
    | 'corrections'
    | 'online'
    | 'other';
  readonly note?: string;
}

export interface CreatedClientResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  readonly pronouns: string | null;
  readonly birthDate: CivilDate | null;
  readonly languages: readonly string[];
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly heardOfUs:
    | 'response_line'
    | 'friend_or_family'
    | 'peer'
    | 'clinic'
    | 'hospital'
    | 'pharmacy'
    | 'shelter_or_housing'
    | 'outreach'
    | 'corrections'
    | 'online'
    | 'other'
    | null;
  /** In her words. */
  readonly note: string | null;
  readonly homeOrganisationId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
  /** Among the clients whom you see; nobody else is looked at. */
  readonly possibleDuplicates: readonly HintResponse[];
}

export interface DuePart {
  /** Where it is due by a day. */
  readonly on: CivilDate | null;
  /** The instant, or the first one of the day. */
  readonly at: Instant;
}

export interface EndRequest {
  readonly move: 'end';
}

export interface Entrance {
  readonly name: string;
  readonly version: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface FirstOrganisationPart {
  readonly name: string;
  readonly kind:
    | 'response_line'
    | 'clinic'
    | 'peer_organisation'
    | 'residential_programme'
    | 'pharmacy'
    | 'housing_agency'
    | 'income_office'
    | 'health_authority'
    | 'community_action_team'
    | 'other';
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly languages: readonly string[];
}

export interface FollowUpOwnerRequest {
  readonly membershipId?: Id;
  readonly role?:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly organisationId?: Id;
}

export interface FollowUpRequest {
  readonly kind?: string;
  readonly title: string;
  readonly note?: string;
  readonly dueOn?: CivilDate;
  readonly owner?: FollowUpOwnerRequest;
}

export interface FoundClientResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  readonly pronouns: string | null;
  readonly birthDate: CivilDate | null;
  readonly languages: readonly string[];
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly heardOfUs:
    | 'response_line'
    | 'friend_or_family'
    | 'peer'
    | 'clinic'
    | 'hospital'
    | 'pharmacy'
    | 'shelter_or_housing'
    | 'outreach'
    | 'corrections'
    | 'online'
    | 'other'
    | null;
  /** In her words. */
  readonly note: string | null;
  readonly homeOrganisationId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
  readonly matchedOn: readonly ('word' | 'sound' | 'start' | 'birth' | 'phone' | 'email')[];
}

export interface FoundClientsResponse {
  /** The best first. */
  readonly items: readonly FoundClientResponse[];
}

export interface GoalResponse {
  readonly id: Id;
  readonly clientId: Id;
  /** As she says it. */
  readonly ownWords: string;
  /** What those who work on it add. */
  readonly teamNote: string | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly state: 'named' | 'working_on' | 'reached' | 'set_aside' | 'changed' | 'retracted';
  /** What was said with the last move. */
  readonly moveNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('begin' | 'reach' | 'set_aside' | 'take_up_again' | 'become' | 'retract')[];
  /** Her own order: 1 comes first. */
  readonly rank: number | null;
  readonly workedOnBy: GoalWorkerPart;
  /** The goal that this one became. */
  readonly becameId: Id | null;
  /** When somebody last went through it with her. */
  readonly reviewedAt: Instant | null;
  /** In the order in which they were written down. */
  readonly steps: readonly StepResponse[];
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface GoalWithheldPart {
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly rule: 'role' | 'consent';
}

export interface GoalWorkerPart {
  readonly who: 'client' | 'member';
  readonly membershipId?: Id;
  readonly name?: string;
  readonly role?:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  /** Whether they still work there. */
  readonly isHere?: boolean;
}

export interface GoalsResponse {
  /** In her own order. */
  readonly items: readonly GoalResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly GoalWithheldPart[];
}

export interface GroundPart {
  readonly basis: string;
  readonly basisId: Id;
}

export interface GroundResponse {
  readonly basis: string;
  readonly basisId: Id;
}

export interface HintResponse {
  readonly id: Id;
  readonly goesBy: string | null;
  readonly matchedOn: readonly ('word' | 'sound' | 'start' | 'birth' | 'phone' | 'email')[];
}

export interface InvitationGuideResponse {
  /** What to do with the link. */
  readonly detail: string;
  readonly accept: string;
}

export interface InvitationLinkResponse {
  /** For the person, by a way that only she reads. The token stands behind the #. */
  readonly url: string;
  /** For POST /v1/auth/invitations/accept. Shown once. */
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface InviteStaffRequest {
  readonly id?: Id;
  readonly email: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
}

export interface InvitedResponse {
  readonly id: Id;
  readonly email: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
  readonly membershipId: Id;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly version: number;
  /** Not when the request came again: the link is not kept. */
  readonly invitation?: InvitationLinkResponse;
}

export interface JoinCareTeamRequest {
  readonly id?: Id;
  readonly membershipId: Id;
  readonly primary?: boolean;
}

export interface ListedContactResponse {
  readonly id: Id;
  readonly clientId: Id;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly authorId: Id;
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly startedBy: 'client' | 'worker' | 'third_party';
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  readonly minutes: number | null;
  readonly setting:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other'
    | null;
  readonly purposes: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other'
    | null;
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  readonly place: string | null;
  readonly preparedVisit: boolean;
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** Her goal that day, in her own words. */
  readonly goalToday: string | null;
  readonly note: string | null;
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  readonly version: number;
  /** `amend`: PATCH /v1/contacts/{id}. */
  readonly openMoves: readonly 'amend'[];
}

export interface Live {
  readonly status: 'alive';
}

export interface LogContactRequest {
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  readonly happenedAt?: Instant;
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  readonly minutes?: number;
  readonly setting?:
    | 'street'
    | 'clinic'
    | 'home'
    | 'shelter'
    | 'pharmacy'
    | 'hospital'
    | 'residence'
    | 'corrections'
    | 'vehicle'
    | 'community'
    | 'online'
    | 'other';
  readonly purposes?: readonly (
    | 'check_in'
    | 'outreach'
    | 'warm_outreach'
    | 'getting_to_know'
    | 'system_navigation'
    | 'visit_preparation'
    | 'accompaniment'
    | 'needs'
    | 'harm_reduction'
    | 'overdose_follow_up'
    | 'crisis_support'
    | 'warm_handover'
    | 'planning'
    | 'other'
  )[];
  readonly actions?: readonly (
    | 'listened'
    | 'gave_information'
    | 'made_call_together'
    | 'booked_appointment'
    | 'moved_appointment'
    | 'filled_form_together'
    | 'offered_referral'
    | 'warm_handover'
    | 'arranged_transport'
    | 'harm_reduction_supplies'
    | 'naloxone_training'
    | 'gave_food'
    | 'gave_clothing'
    | 'helped_with_phone'
    | 'helped_with_identity_document'
    | 'helped_with_income'
    | 'helped_with_housing'
    | 'agreed_on_reminder'
    | 'looked_at_safety_plan'
    | 'other'
  )[];
  readonly accompaniedTo?:
    | 'appointment'
    | 'pharmacy'
    | 'housing'
    | 'income_office'
    | 'court'
    | 'hospital'
    | 'identity_office'
    | 'bank'
    | 'residential_programme'
    | 'family'
    | 'other';
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone';
  readonly place?: string;
  readonly preparedVisit?: boolean;
  readonly naloxone?: 'offered' | 'given' | 'has_kit';
  readonly naloxoneKits?: number;
  readonly experienceShared?: boolean;
  readonly goalToday?: string;
  readonly note?: string;
  readonly answers?: AnswersRequest;
  readonly followUps?: readonly FollowUpRequest[];
  readonly id?: Id;
}

export interface LoginRequest {
  readonly email: string;
  readonly password: string;
  readonly membershipId?: Id;
}

export interface MeResponse {
  readonly person: PersonPart;
  readonly membership: MembershipPart;
  readonly organisation: OwnOrganisationPart;
  readonly session: OwnSessionPart;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  /** What this role may ever do. */
  readonly allowance: AllowancePart;
}

export interface MembershipListResponse {
  readonly items: readonly MembershipResponse[];
}

export interface MembershipPart {
  readonly id: Id;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly startedAt: Instant;
}

export interface MembershipResponse {
  readonly id: Id;
  readonly staffId: Id;
  readonly organisationId: Id;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly state: 'standing' | 'ended';
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly openMoves: readonly ('end' | 'change_role')[];
  readonly version: number;
}

export interface MembershipsResponse {
  readonly items: readonly ChoiceResponse[];
}

export interface MoveCareTeamRequest {
  readonly move: 'make_primary' | 'end';
  readonly because?: 'client_asked' | 'worker_left' | 'handed_over' | 'other_team' | 'relationship_disclosed' | 'other';
  readonly primaryTo?: Id;
}

export interface MoveGoalRequest {
  readonly move: 'begin' | 'reach' | 'set_aside' | 'take_up_again' | 'become' | 'retract';
  readonly note?: string;
  readonly becomes?: Id;
}

export interface MoveMembershipRequest {
  readonly move: 'end' | 'change_role';
  readonly role?:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
}

export interface MoveNeedRequest {
  readonly move: 'begin' | 'meet' | 'confirm' | 'set_aside' | 'reopen' | 'retract';
  readonly note?: string;
  readonly confirmedBy?: 'client' | 'document' | 'worker';
}

export interface MoveNoticeRequest {
  readonly move: 'mark_read' | 'mark_unread';
}

export interface MovePart {
  /** Of the task, after this move. */
  readonly version: number;
  readonly move: 'open' | 'complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen';
  readonly from: 'open' | 'set_aside' | 'done' | 'client_declined' | null;
  readonly to: 'open' | 'set_aside' | 'done' | 'client_declined';
  /** After this move. */
  readonly owner: OwnerPart;
  readonly setAside: AsidePart | null;
  readonly note: string | null;
  readonly at: Instant;
  /** The membership that made it. */
  readonly by: Id;
}

export interface MoveStaffRequest {
  readonly move: 'disable' | 'enable';
}

export interface MoveStepRequest {
  readonly move: 'finish' | 'drop' | 'reopen';
}

export interface MoveTaskRequest {
  readonly move: 'complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen';
  readonly note?: string;
  readonly reason?:
    'waiting_for_client' | 'waiting_for_other' | 'client_asked' | 'not_yet' | 'could_not_reach' | 'other';
  readonly until?: CivilDate;
  readonly to?:
    | {
        readonly membershipId: Id;
      }
    | {
        readonly role:
          | 'line_operator'
          | 'peer_navigator'
          | 'counsellor'
          | 'physician'
          | 'pharmacist'
          | 'intake_worker'
          | 'coordinator'
          | 'privacy_officer'
          | 'community_partner'
          | 'administrator';
        readonly organisationId?: Id;
      };
}

export interface NameResponse {
  readonly id: Id;
  readonly note: string | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  readonly version: number;
  readonly setting: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name: string;
}

export interface NamesResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly items: readonly NameResponse[];
}

export interface NeedActionResponse {
  /** Of the task. */
  readonly id: Id;
  readonly needId: Id;
}

export interface NeedResponse {
  readonly id: Id;
  readonly clientId: Id;
  readonly domain:
    | 'housing'
    | 'income'
    | 'food'
    | 'medication_coverage'
    | 'identity_documents'
    | 'transport'
    | 'mental_health'
    | 'physical_health'
    | 'legal'
    | 'safety'
    | 'social_connection'
    | 'child_and_family'
    | 'phone_and_internet'
    | 'work_and_education'
    | 'substance_use_care'
    | 'household_goods'
    | 'utilities'
    | 'language'
    | 'other';
  /** In http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes, where a category says the same. */
  readonly sdohCategory: string | null;
  readonly class: 'coordination' | 'substance_use' | 'mental_health';
  /** As she says it. */
  readonly ownWords: string | null;
  /** What was found, and what those who work on it add. */
  readonly teamNote: string | null;
  readonly state: 'found' | 'working_on' | 'met' | 'confirmed' | 'set_aside' | 'retracted';
  /** What was said with the last move. */
  readonly moveNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('begin' | 'meet' | 'confirm' | 'set_aside' | 'reopen' | 'retract')[];
  /** Whether she wants help with it now. */
  readonly wantsHelp: 'yes' | 'not_now' | 'unknown';
  /** Her own order: 1 comes first. */
  readonly rank: number | null;
  /** Null while nobody does. */
  readonly workedOnBy: NeedWorkerPart | null;
  /** Since when, as far as she says. */
  readonly since: CivilDate | null;
  /** Who says that it is met. */
  readonly confirmedBy: 'client' | 'document' | 'worker' | null;
  readonly confirmedAt: Instant | null;
  readonly housingStatus:
    'unsheltered' | 'emergency_sheltered' | 'provisionally_accommodated' | 'at_risk' | 'housed' | 'unknown' | null;
  readonly documents: {
    readonly birth_certificate?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly provincial_identity_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly health_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly social_insurance_number?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly status_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly immigration_papers?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly bank_account?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly tax_return?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly other?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
  } | null;
  /** When it was found. */
  readonly createdAt: Instant;
  /** The membership that found it. */
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface NeedWithheldPart {
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly rule: 'role' | 'consent';
}

export interface NeedWorkerPart {
  readonly who: 'client' | 'member';
  readonly membershipId?: Id;
  readonly name?: string;
  readonly role?:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  /** Whether they still work there. */
  readonly isHere?: boolean;
}

export interface NeedsResponse {
  /** In her own order. */
  readonly items: readonly NeedResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly NeedWithheldPart[];
}

export interface NewMembershipRequest {
  readonly id?: Id;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
}

export interface NewOrganisationRequest {
  readonly id?: Id;
  readonly name: string;
  readonly kind:
    | 'response_line'
    | 'clinic'
    | 'peer_organisation'
    | 'residential_programme'
    | 'pharmacy'
    | 'housing_agency'
    | 'income_office'
    | 'health_authority'
    | 'community_action_team'
    | 'other';
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly languages: readonly string[];
}

export interface NoteNeedRequest {
  readonly id?: Id;
  readonly domain:
    | 'housing'
    | 'income'
    | 'food'
    | 'medication_coverage'
    | 'identity_documents'
    | 'transport'
    | 'mental_health'
    | 'physical_health'
    | 'legal'
    | 'safety'
    | 'social_connection'
    | 'child_and_family'
    | 'phone_and_internet'
    | 'work_and_education'
    | 'substance_use_care'
    | 'household_goods'
    | 'utilities'
    | 'language'
    | 'other';
  readonly ownWords?: string;
  readonly teamNote?: string;
  readonly wantsHelp?: 'yes' | 'not_now' | 'unknown';
  readonly rank?: number;
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  readonly since?: CivilDate;
  readonly housingStatus?:
    'unsheltered' | 'emergency_sheltered' | 'provisionally_accommodated' | 'at_risk' | 'housed' | 'unknown';
  readonly documents?: {
    readonly birth_certificate?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly provincial_identity_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly health_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly social_insurance_number?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly status_card?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly immigration_papers?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly bank_account?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly tax_return?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
    readonly other?: 'has' | 'applied_for' | 'lost' | 'held_by_somebody' | 'never_had' | 'unknown';
  };
}

export interface NoticeResponse {
  readonly id: Id;
  readonly kind: string;
  /** What it tells of. Read it there, under your grants of now. */
  readonly source: NoticeSourcePart;
  readonly clientId: Id | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  readonly state: 'unread' | 'read';
  readonly openMoves: readonly ('mark_read' | 'mark_unread')[];
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
  readonly version: number;
}

export interface NoticeSourcePart {
  readonly kind: string;
  readonly id: Id;
}

export interface NoticesResponse {
  readonly items: readonly NoticeResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface OpenTaskRequest {
  readonly id?: Id;
  readonly kind: string;
  readonly title: string;
  readonly note?: string;
  readonly class?:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly owner?:
    | {
        readonly membershipId: Id;
      }
    | {
        readonly role:
          | 'line_operator'
          | 'peer_navigator'
          | 'counsellor'
          | 'physician'
          | 'pharmacist'
          | 'intake_worker'
          | 'coordinator'
          | 'privacy_officer'
          | 'community_partner'
          | 'administrator';
        readonly organisationId?: Id;
      };
  readonly due?:
    | {
        readonly on: CivilDate;
      }
    | {
        readonly at: Instant;
      };
  readonly zone?: string;
}

export interface OrganisationResponse {
  readonly id: Id;
  readonly name: string;
  readonly kind:
    | 'response_line'
    | 'clinic'
    | 'peer_organisation'
    | 'residential_programme'
    | 'pharmacy'
    | 'housing_agency'
    | 'income_office'
    | 'health_authority'
    | 'community_action_team'
    | 'other';
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly createdAt: Instant;
  readonly version: number;
}

export interface OrganisationsResponse {
  readonly items: readonly OrganisationResponse[];
  readonly next?: string;
}

export interface OwnOrganisationPart {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly province: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
}

export interface OwnSessionPart {
  readonly id: Id;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

export interface OwnerPart {
  readonly organisationId: Id;
  readonly membershipId: Id | null;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator'
    | null;
}

export interface PermissionPart {
  readonly permission: string;
  readonly reach: 'own' | 'organisation' | 'granted' | 'all';
}

export interface PersonPart {
  readonly id: Id;
  readonly email: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
}

export interface PlanActionRequest {
  readonly id?: Id;
  readonly title: string;
  readonly note?: string;
  readonly dueOn?: CivilDate;
  readonly membershipId?: Id;
}

export interface PlanContact {
  readonly id: Id;
  readonly happenedAt: Instant;
  readonly channel: string;
  readonly outcome: string;
  /** The membership of whoever was there. */
  readonly authorId: Id;
  readonly minutes: number | null;
  readonly goalToday: string | null;
  readonly note: string | null;
  readonly accompaniedTo: string | null;
  readonly accompaniment: string | null;
  /** What she was asked, as far as you may read it. */
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
}

export interface PlanGoal {
  readonly id: Id;
  /** As she says it. */
  readonly ownWords: string;
  readonly teamNote: string | null;
  readonly state: string;
  readonly workedOnBy: PlanWorker;
  readonly steps: readonly PlanStep[];
  readonly version: number;
}

export interface PlanNeed {
  readonly id: Id;
  readonly domain: string;
  readonly state: string;
  /** As she says it. */
  readonly ownWords: string | null;
  readonly teamNote: string | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** Whether she wants help with it now. */
  readonly wantsHelp: string;
  readonly workedOnBy: PlanWorker | null;
  readonly version: number;
}

export interface PlanPerson {
  /** The name to say. */
  readonly goesBy: string | null;
  readonly pronouns: string | null;
  readonly languages: readonly string[];
  readonly team: readonly PlanTeamMember[];
  readonly supporters: readonly PlanSupporter[];
}

export interface PlanSectionResponse {
  readonly id: Id;
  readonly section: 'know_about_me' | 'what_helps' | 'my_strengths' | 'safety';
  readonly text: string;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that wrote it last. */
  readonly writtenBy: Id;
  readonly writtenAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanSignOffResponse {
  readonly id: Id;
  readonly membershipId: Id;
  readonly signedBy: string;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  /** The plan as it stood then. */
  readonly planAsOf: Instant;
  /** What the signer had before them. */
  readonly seenClasses: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  readonly signedAt: Instant;
}

export interface PlanStep {
  readonly id: Id;
  readonly text: string;
  readonly state: string;
  readonly dueOn: CivilDate | null;
  readonly workedOnBy: PlanWorker;
}

export interface PlanSupporter {
  readonly id: Id;
  readonly name: string;
  readonly relation: string | null;
  readonly mayBeTold: string;
}

export interface PlanTask {
  readonly id: Id;
  readonly kind: string;
  readonly title: string | null;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly isOverdue: boolean;
  readonly ownerMembershipId: Id | null;
  readonly ownerName: string | null;
  readonly ownerRole:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator'
    | null;
}

export interface PlanTeamMember {
  readonly membershipId: Id;
  readonly name: string;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly isPrimary: boolean;
  readonly since: Instant;
}

export interface PlanWorker {
  readonly who: 'client' | 'member';
  readonly membershipId?: Id;
  readonly name?: string;
  readonly role?: string;
  readonly isHere?: boolean;
}

/** RFC 9457. Further members are facts of the problem: versions, states, open moves, seconds to wait. */
export interface Problem {
  /** A page of this API. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: Id;
  readonly errors?: readonly ProblemFault[];
}

export interface ProblemFault {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** JSON Pointer (RFC 6901) into that part of the request. */
  readonly pointer: string;
  readonly code: string;
  /** The mend, in the language of the answer. */
  readonly message: string;
}

export interface ProblemList {
  readonly items: readonly ProblemShown[];
}

export interface ProblemShown {
  readonly code: string;
  readonly status: number;
  readonly page: string;
  readonly en: ProblemTextShown;
  readonly fr: ProblemTextShown;
}

export interface ProblemTextShown {
  readonly title: string;
  /** The mend. Names in braces are filled from the facts of the case. */
  readonly detail: string;
}

export interface Ready {
  readonly status: 'ready';
  readonly checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface RefreshRequest {
  readonly refreshToken: string;
}

export interface SearchClientsRequest {
  readonly text: string;
  readonly limit?: number;
}

export interface SessionResponse {
  readonly id: Id;
  readonly membershipId: Id;
  readonly startedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly expiresAt: Instant;
  readonly device: string | null;
  /** The one that asks. */
  readonly present: boolean;
}

export interface SessionsResponse {
  readonly items: readonly SessionResponse[];
}

export interface SignOffsResponse {
  readonly items: readonly PlanSignOffResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  readonly withheld: readonly WithheldPart[];
}

export interface SignPlanRequest {
  readonly id?: Id;
  readonly planAsOf?: Instant;
}

export interface SignedInResponse {
  readonly state: 'signed_in';
  readonly sessionId: Id;
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly tokenType: 'Bearer';
  /** Send it as `Authorization: Bearer …`. */
  readonly accessToken: string;
  /** Seconds that the access token stands. */
  readonly expiresIn: number;
  /** Good for one exchange at /v1/auth/refresh. */
  readonly refreshToken: string;
  /** Moves on with each refresh. */
  readonly sessionExpiresAt: Instant;
}

export interface SourcePart {
  readonly kind: string;
  readonly id: Id;
}

export interface StaffListResponse {
  readonly items: readonly StaffResponse[];
  readonly next?: string;
}

export interface StaffResponse {
  readonly id: Id;
  readonly email: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
  readonly state: 'enabled' | 'disabled';
  /** Whether the invitation was taken, so that somebody can sign in. */
  readonly activated: boolean;
  /** In the own organisation. */
  readonly memberships: readonly MembershipResponse[];
  readonly openMoves: readonly ('disable' | 'enable')[];
  readonly version: number;
}

export interface StepResponse {
  readonly id: Id;
  readonly goalId: Id;
  readonly text: string;
  readonly workedOnBy: GoalWorkerPart;
  readonly dueOn: CivilDate | null;
  readonly state: 'open' | 'done' | 'dropped';
  /** What you may do with it now. */
  readonly openMoves: readonly ('finish' | 'drop' | 'reopen')[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface SupporterResponse {
  readonly id: Id;
  readonly note: string | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  readonly version: number;
  readonly name: string;
  readonly relation: string | null;
  readonly reachedBy: string | null;
  readonly mayBeTold: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
}

export interface SupportersResponse {
  readonly ground: GroundResponse;
  readonly withheld: readonly WithheldResponse[];
  readonly items: readonly SupporterResponse[];
}

export interface SwitchMembershipRequest {
  readonly membershipId: Id;
}

export interface TaskResponse {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  readonly kind: string;
  readonly title: string | null;
  readonly note: string | null;
  /** What gave rise to it. */
  readonly source: SourcePart | null;
  readonly owner: OwnerPart;
  readonly due: DuePart | null;
  /** In which its days are meant. */
  readonly zone: string;
  /** Past due and still open. It stays open. */
  readonly overdue: boolean;
  /** Now: what was set aside until today is open. */
  readonly state: 'open' | 'set_aside' | 'done' | 'client_declined';
  readonly setAside: AsidePart | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen')[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

export interface TaskWithHistoryResponse {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  readonly kind: string;
  readonly title: string | null;
  readonly note: string | null;
  /** What gave rise to it. */
  readonly source: SourcePart | null;
  readonly owner: OwnerPart;
  readonly due: DuePart | null;
  /** In which its days are meant. */
  readonly zone: string;
  /** Past due and still open. It stays open. */
  readonly overdue: boolean;
  /** Now: what was set aside until today is open. */
  readonly state: 'open' | 'set_aside' | 'done' | 'client_declined';
  readonly setAside: AsidePart | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen')[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
  /** Oldest first. */
  readonly history: readonly MovePart[];
}

export interface TasksResponse {
  readonly items: readonly TaskResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** Where one client was asked for. */
  readonly withheld?: readonly WithheldPart[];
}

export interface TeamMemberResponse {
  readonly id: Id;
  readonly membershipId: Id;
  readonly workerName: string;
  readonly role:
    | 'line_operator'
    | 'peer_navigator'
    | 'counsellor'
    | 'physician'
    | 'pharmacist'
    | 'intake_worker'
    | 'coordinator'
    | 'privacy_officer'
    | 'community_partner'
    | 'administrator';
  readonly isPrimary: boolean;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBecause:
    'client_asked' | 'worker_left' | 'handed_over' | 'other_team' | 'relationship_disclosed' | 'other' | null;
  readonly openMoves: readonly ('make_primary' | 'end')[];
  readonly version: number;
}

export interface ToChooseResponse {
  readonly state: 'choose_membership';
  /** Sign in again with the `membershipId` of one of them. */
  readonly memberships: readonly ChoiceResponse[];
}

export interface WeekHoursResponse {
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface WithheldPart {
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly rule: 'role' | 'consent';
}

export interface WithheldResponse {
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  readonly rule: 'role' | 'consent';
}

export interface WriteSectionRequest {
  readonly id?: Id;
  readonly section: 'know_about_me' | 'what_helps' | 'my_strengths' | 'safety';
  readonly text: string;
}

/** What an operation takes and answers, by method and path. */
export interface Operations {
  readonly delete: {
    /** Takes the permission `session:end`. */
    readonly '/v1/me/sessions/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: undefined;
    };
  };
  readonly get: {
    /** Open: says what this is and where to go on. */
    readonly '/': { readonly given: object; readonly answer: Entrance };
    /** Open: a probe asks whether the process answers. */
    readonly '/health/live': { readonly given: object; readonly answer: Live };
    /** Open: a load balancer asks whether to send requests here. */
    readonly '/health/ready': { readonly given: object; readonly answer: Ready };
    /** Open: a problem names its page, and whoever meets one may not be signed in. */
    readonly '/problems': { readonly given: object; readonly answer: ProblemList };
    /** Open: a problem names its page, and whoever meets one may not be signed in. */
    readonly '/problems/{code}': {
      readonly given: { readonly path: { readonly code: string } };
      readonly answer: ProblemShown;
    };
    /** Open: Whoever was invited has no account yet.. */
    readonly '/v1/auth/invitations': { readonly given: object; readonly answer: InvitationGuideResponse };
    /** Takes the permission `client:read`. */
    readonly '/v1/clients': {
      readonly given: {
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: CaseloadResponse;
    };
    /** Takes the permission `client:read`. */
    readonly '/v1/clients/{clientId}/aliases': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: NamesResponse;
    };
    /** Takes the permission `client:read`. */
    readonly '/v1/clients/{clientId}/aliases/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: NameResponse;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/clients/{clientId}/care-plan': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: { readonly 'as-of'?: Instant; readonly since?: Instant };
      };
      readonly answer: CarePlanResponse;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/clients/{clientId}/care-plan/changes': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly since?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ChangesResponse;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/clients/{clientId}/care-plan/page': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: string;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/clients/{clientId}/care-plan/sign-offs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: SignOffsResponse;
    };
    /** Takes the permission `care-team:read`. */
    readonly '/v1/clients/{clientId}/care-team': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: CareTeamResponse;
    };
    /** Takes the permission `care-team:read`. */
    readonly '/v1/clients/{clientId}/care-team/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: TeamMemberResponse;
    };
    /** Takes the permission `channel:read`. */
    readonly '/v1/clients/{clientId}/channels': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: ChannelsResponse;
    };
    /** Takes the permission `channel:read`. */
    readonly '/v1/clients/{clientId}/channels/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: ChannelResponse;
    };
    /** Takes the permission `contact:read`. */
    readonly '/v1/clients/{clientId}/contacts': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly 'happenedAt[from]'?: Instant;
          readonly 'happenedAt[before]'?: Instant;
          readonly channel?: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
          readonly outcome?:
            'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
          readonly author?: Id;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ContactsResponse;
    };
    /** Takes the permission `goal:read`. */
    readonly '/v1/clients/{clientId}/goals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly state?: 'named' | 'working_on' | 'reached' | 'set_aside' | 'changed' | 'retracted';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: GoalsResponse;
    };
    /** Takes the permission `need:read`. */
    readonly '/v1/clients/{clientId}/needs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly state?: 'found' | 'working_on' | 'met' | 'confirmed' | 'set_aside' | 'retracted';
          readonly domain?:
            | 'housing'
            | 'income'
            | 'food'
            | 'medication_coverage'
            | 'identity_documents'
            | 'transport'
            | 'mental_health'
            | 'physical_health'
            | 'legal'
            | 'safety'
            | 'social_connection'
            | 'child_and_family'
            | 'phone_and_internet'
            | 'work_and_education'
            | 'substance_use_care'
            | 'household_goods'
            | 'utilities'
            | 'language'
            | 'other';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: NeedsResponse;
    };
    /** Takes the permission `supporter:read`. */
    readonly '/v1/clients/{clientId}/supporters': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: SupportersResponse;
    };
    /** Takes the permission `supporter:read`. */
    readonly '/v1/clients/{clientId}/supporters/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: SupporterResponse;
    };
    /** Takes the permission `timeline:read`. */
    readonly '/v1/clients/{clientId}/timeline': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly kind?:
            | 'client'
            | 'client_name'
            | 'channel'
            | 'supporter'
            | 'care_team_member'
            | 'task'
            | 'contact'
            | 'contact_answer'
            | 'goal'
            | 'goal_step'
            | 'need'
            | 'plan_section'
            | 'plan_sign_off';
          readonly 'occurred[from]'?: Instant;
          readonly 'occurred[before]'?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ChangesResponse;
    };
    /** Takes the permission `client:read`. */
    readonly '/v1/clients/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ClientResponse;
    };
    /** Takes the permission `contact:read`. */
    readonly '/v1/contacts/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ContactResponse;
    };
    /** Takes the permission `contact:read`. */
    readonly '/v1/contacts/{id}/versions': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ContactVersionsResponse;
    };
    /** Takes the permission `goal:read`. */
    readonly '/v1/goal-steps/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: StepResponse;
    };
    /** Takes the permission `goal:read`. */
    readonly '/v1/goals/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: GoalResponse;
    };
    /** Takes the permission `me:read`. */
    readonly '/v1/me': { readonly given: object; readonly answer: MeResponse };
    /** Takes the permission `me:read`. */
    readonly '/v1/me/memberships': { readonly given: object; readonly answer: MembershipsResponse };
    /** Takes the permission `me:read`. */
    readonly '/v1/me/sessions': { readonly given: object; readonly answer: SessionsResponse };
    /** Takes the permission `staff:read`. */
    readonly '/v1/memberships/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: MembershipResponse;
    };
    /** Takes the permission `need:read`. */
    readonly '/v1/needs/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: NeedResponse;
    };
    /** Takes the permission `notice:read`. */
    readonly '/v1/notices': {
      readonly given: {
        readonly query?: {
          readonly state?: 'unread';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: NoticesResponse;
    };
    /** Takes the permission `organisation:read`. */
    readonly '/v1/organisations': {
      readonly given: {
        readonly query?: {
          readonly kind?:
            | 'response_line'
            | 'clinic'
            | 'peer_organisation'
            | 'residential_programme'
            | 'pharmacy'
            | 'housing_agency'
            | 'income_office'
            | 'health_authority'
            | 'community_action_team'
            | 'other';
          readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: OrganisationsResponse;
    };
    /** Takes the permission `organisation:read`. */
    readonly '/v1/organisations/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: OrganisationResponse;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/plan-sections/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: PlanSectionResponse;
    };
    /** Takes the permission `care-plan:read`. */
    readonly '/v1/plan-sign-offs/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: PlanSignOffResponse;
    };
    /** Takes the permission `staff:read`. */
    readonly '/v1/staff': {
      readonly given: {
        readonly query?: {
          readonly state?: 'standing' | 'former';
          readonly role?:
            | 'line_operator'
            | 'peer_navigator'
            | 'counsellor'
            | 'physician'
            | 'pharmacist'
            | 'intake_worker'
            | 'coordinator'
            | 'privacy_officer'
            | 'community_partner'
            | 'administrator';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: StaffListResponse;
    };
    /** Takes the permission `staff:read`. */
    readonly '/v1/staff/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: StaffResponse;
    };
    /** Takes the permission `staff:read`. */
    readonly '/v1/staff/{id}/memberships': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: MembershipListResponse;
    };
    /** Takes the permission `task:read`. */
    readonly '/v1/tasks': {
      readonly given: {
        readonly query?: {
          readonly whose?: 'mine' | 'role' | 'organisation' | 'orphaned' | 'anyone';
          readonly state?: 'open' | 'overdue' | 'set_aside' | 'done' | 'client_declined' | 'any';
          readonly client?: Id;
          readonly 'due[from]'?: Instant;
          readonly 'due[before]'?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: TasksResponse;
    };
    /** Takes the permission `task:read`. */
    readonly '/v1/tasks/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: TaskWithHistoryResponse;
    };
  };
  readonly patch: {
    /** Takes the permission `client:change`. */
    readonly '/v1/clients/{clientId}/aliases/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeNameRequest;
      };
      readonly answer: NameResponse;
    };
    /** Takes the permission `channel:change`. */
    readonly '/v1/clients/{clientId}/channels/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeChannelRequest;
      };
      readonly answer: ChannelResponse;
    };
    /** Takes the permission `supporter:change`. */
    readonly '/v1/clients/{clientId}/supporters/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeSupporterRequest;
      };
      readonly answer: SupporterResponse;
    };
    /** Takes the permission `client:change`. */
    readonly '/v1/clients/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeClientRequest;
      };
      readonly answer: ClientResponse;
    };
    /** Takes the permission `contact:write`. */
    readonly '/v1/contacts/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: AmendContactRequest;
      };
      readonly answer: ContactResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/goal-steps/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeStepRequest;
      };
      readonly answer: StepResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/goals/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /** Takes the permission `need:change`. */
    readonly '/v1/needs/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /** Takes the permission `organisation:manage`. */
    readonly '/v1/organisations/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeOrganisationRequest;
      };
      readonly answer: OrganisationResponse;
    };
    /** Takes the permission `care-plan:write`. */
    readonly '/v1/plan-sections/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeSectionRequest;
      };
      readonly answer: PlanSectionResponse;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/staff/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeStaffRequest;
      };
      readonly answer: StaffResponse;
    };
    /** Takes the permission `task:change`. */
    readonly '/v1/tasks/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeTaskRequest;
      };
      readonly answer: TaskWithHistoryResponse;
    };
  };
  readonly post: {
    /** Open: The link is the proof.. */
    readonly '/v1/auth/invitations/accept': {
      readonly given: { readonly body: AcceptInvitationRequest };
      readonly answer: AcceptedResponse;
    };
    /** Open: This is how one signs in.. */
    readonly '/v1/auth/login': {
      readonly given: { readonly body: LoginRequest };
      readonly answer: SignedInResponse | ToChooseResponse;
    };
    /** Takes the permission `session:end`. */
    readonly '/v1/auth/logout': { readonly given: object; readonly answer: undefined };
    /** Open: The refresh token is the proof; the access token has run out.. */
    readonly '/v1/auth/refresh': {
      readonly given: { readonly body: RefreshRequest };
      readonly answer: SignedInResponse;
    };
    /** Takes the permission `client:create`. */
    readonly '/v1/clients': {
      readonly given: { readonly idempotencyKey?: string; readonly body: CreateClientRequest };
      readonly answer: CreatedClientResponse;
    };
    /** Takes the permission `client:search`. */
    readonly '/v1/clients/search': {
      readonly given: { readonly body: SearchClientsRequest };
      readonly answer: FoundClientsResponse;
    };
    /** Takes the permission `client:change`. */
    readonly '/v1/clients/{clientId}/aliases': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddNameRequest;
      };
      readonly answer: NameResponse;
    };
    /** Takes the permission `client:change`. */
    readonly '/v1/clients/{clientId}/aliases/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: NameResponse;
    };
    /** Takes the permission `care-plan:write`. */
    readonly '/v1/clients/{clientId}/care-plan/sections': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: WriteSectionRequest;
      };
      readonly answer: PlanSectionResponse;
    };
    /** Takes the permission `care-plan:sign`. */
    readonly '/v1/clients/{clientId}/care-plan/sign-offs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: SignPlanRequest;
      };
      readonly answer: PlanSignOffResponse;
    };
    /** Takes the permission `care-team:change`. */
    readonly '/v1/clients/{clientId}/care-team': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: JoinCareTeamRequest;
      };
      readonly answer: TeamMemberResponse;
    };
    /** Takes the permission `care-team:change`. */
    readonly '/v1/clients/{clientId}/care-team/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: MoveCareTeamRequest;
      };
      readonly answer: TeamMemberResponse;
    };
    /** Takes the permission `channel:change`. */
    readonly '/v1/clients/{clientId}/channels': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddChannelRequest;
      };
      readonly answer: ChannelResponse;
    };
    /** Takes the permission `channel:change`. */
    readonly '/v1/clients/{clientId}/channels/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: ChannelResponse;
    };
    /** Takes the permission `contact:write`. */
    readonly '/v1/clients/{clientId}/contacts': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: LogContactRequest;
      };
      readonly answer: ContactResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/clients/{clientId}/goals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /** Takes the permission `need:change`. */
    readonly '/v1/clients/{clientId}/needs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: NoteNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /** Takes the permission `supporter:change`. */
    readonly '/v1/clients/{clientId}/supporters': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddSupporterRequest;
      };
      readonly answer: SupporterResponse;
    };
    /** Takes the permission `supporter:change`. */
    readonly '/v1/clients/{clientId}/supporters/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: SupporterResponse;
    };
    /** Takes the permission `task:change`. */
    readonly '/v1/clients/{clientId}/tasks': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: OpenTaskRequest;
      };
      readonly answer: TaskWithHistoryResponse;
    };
    /** Takes the permission `contact:write`. */
    readonly '/v1/contact-batches': {
      readonly given: { readonly body: ContactBatchRequest };
      readonly answer: ContactBatchResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/goal-steps/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveStepRequest;
      };
      readonly answer: StepResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/goals/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /** Takes the permission `goal:change`. */
    readonly '/v1/goals/{id}/steps': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: AddStepRequest;
      };
      readonly answer: StepResponse;
    };
    /** Takes the permission `me:change`. */
    readonly '/v1/me/membership': {
      readonly given: { readonly body: SwitchMembershipRequest };
      readonly answer: SignedInResponse;
    };
    /** Takes the permission `me:change`. */
    readonly '/v1/me/password': {
      readonly given: { readonly body: ChangePasswordRequest };
      readonly answer: undefined;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/memberships/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveMembershipRequest;
      };
      readonly answer: MembershipResponse;
    };
    /** Takes the permission `need:change`. */
    readonly '/v1/needs/{id}/actions': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: PlanActionRequest;
      };
      readonly answer: NeedActionResponse;
    };
    /** Takes the permission `need:change`. */
    readonly '/v1/needs/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /** Takes the permission `notice:read`. */
    readonly '/v1/notices/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveNoticeRequest;
      };
      readonly answer: NoticeResponse;
    };
    /** Takes the permission `organisation:register`. */
    readonly '/v1/organisations': {
      readonly given: { readonly idempotencyKey?: string; readonly body: NewOrganisationRequest };
      readonly answer: OrganisationResponse;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/staff': {
      readonly given: { readonly idempotencyKey?: string; readonly body: InviteStaffRequest };
      readonly answer: InvitedResponse;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/staff/{id}/invitations': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: InvitationLinkResponse;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/staff/{id}/memberships': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: NewMembershipRequest;
      };
      readonly answer: MembershipResponse;
    };
    /** Takes the permission `staff:manage`. */
    readonly '/v1/staff/{id}/moves': {
      readonly given: { readonly path: { readonly id: Id }; readonly ifMatch: number; readonly body: MoveStaffRequest };
      readonly answer: StaffResponse;
    };
    /** Takes the permission `task:change`. */
    readonly '/v1/tasks/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveTaskRequest;
      };
      readonly answer: TaskWithHistoryResponse;
    };
  };
}
