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
  /** With the first administrator's link; like the three below. */
  readonly email?: string;
  /** As colleagues see it. */
  readonly displayName?: string;
  /** In which the service speaks to this worker. */
  readonly language?: 'en' | 'fr';
  readonly organisation?: FirstOrganisationPart;
}

export interface AcceptedResponse {
  readonly accountId: Id;
  /** In lower case. */
  readonly email: string;
  readonly signInAt: string;
}

export interface AccessLogResponse {
  readonly items: readonly LogLineResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** An IANA time zone. */
  readonly timeZone: string;
}

export interface AddBedRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** Of the house, such as “Room 4, window”; never of whoever sleeps there. */
  readonly label: string;
}

export interface AddChannelRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  /** The number or address; through a person, how that person is reached. */
  readonly value?: string;
  /** Through whom. */
  readonly person?: string;
  /** Whether the client may be reached on it at all. */
  readonly mayContact: boolean;
  /** No, unless the client said yes. */
  readonly mayLeaveVoicemail?: boolean;
  /** In the client’s own time zone; none named: any hour. A `to` at or before `from` is on the next day. */
  readonly safeHours?: readonly {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
  }[];
  /** What may be said there. */
  readonly sayWhat?: string;
  /** Who to say one is. */
  readonly sayWho?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface AddGoalRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** In their own words. */
  readonly ownWords: string;
  /** What those who work on it add. */
  readonly teamNote?: string;
  /** The client, unless you say otherwise. */
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  /** The client’s own order: 1 comes first. */
  readonly rank?: number;
}

export interface AddNameRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** Where it was, or where a name is used. */
  readonly setting: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface AddStepRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What it says. */
  readonly text: string;
  /** The client, unless you say otherwise. */
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn?: CivilDate;
}

export interface AddSupporterRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly name: string;
  /** What they may be told, as the client said. */
  readonly mayBeTold: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
  /** Who this is to the client, in their words. */
  readonly relation?: string;
  /** How this person is reached. */
  readonly reachedBy?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface AlikeRecordPart {
  /** Whom it is about. */
  readonly clientId: Id;
  /** The name to say. */
  readonly goesBy: string | null;
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
  /** How you met or tried to. */
  readonly channel?: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** Whether the client was reached, and if not, why. */
  readonly outcome?: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it was written down later. */
  readonly happenedAt?: Instant;
  /** From whom it came. */
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  /** How long it took. */
  readonly minutes?: number | null;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** Where to somebody went with the client. */
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
  /** How far the client is on the way to going alone. */
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone' | null;
  /** Where exactly. */
  readonly place?: string | null;
  /** The client was prepared for a visit. */
  readonly preparedVisit?: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone?: 'offered' | 'given' | 'has_kit' | null;
  /** How many were given. */
  readonly naloxoneKits?: number | null;
  readonly experienceShared?: boolean;
  /** The client’s goal today, in their own words. */
  readonly goalToday?: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
  /** Null takes an answer back; its earlier version stays. */
  readonly answers?: AnswersChangeRequest;
}

export interface AnswerForm {
  /** What the page put into its form: bound to the session. */
  readonly f: string;
  /** One of the moves that are open from where it stands. */
  readonly move: 'accept' | 'decline' | 'ask';
  readonly because?:
    | 'no_capacity'
    | 'waitlist_closed'
    | 'not_eligible_age'
    | 'not_eligible_gender'
    | 'not_eligible_catchment'
    | 'not_eligible_clinical_acuity'
    | 'not_eligible_oat'
    | 'not_eligible_other_medication'
    | 'not_eligible_legal'
    | 'missing_documents'
    | 'preadmission_step_incomplete'
    | 'duplicate'
    | 'service_not_offered'
    | 'coverage';
  readonly question?: string;
  /** As the page showed it. */
  readonly version: string;
}

export interface AnswerRequest {
  /** `unknown`: asked, and the client did not say or could not tell. */
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface AnswersChangeRequest {
  /** Is the client’s mood low? */
  readonly mood_low?: AnswerRequest | null;
  /** Does the client sleep badly? */
  readonly sleep_poor?: AnswerRequest | null;
  /** Does the client feel unsafe? */
  readonly feels_unsafe?: AnswerRequest | null;
  /** Are there cravings? */
  readonly cravings?: AnswerRequest | null;
  /** Are there signs of withdrawal? */
  readonly withdrawal?: AnswerRequest | null;
  /** Does the client expect to use today, or did they? */
  readonly substance_use_today?: AnswerRequest | null;
  /** Does the client need a place for tonight? */
  readonly needs_place_tonight?: AnswerRequest | null;
  /** Does the client need food? */
  readonly needs_food?: AnswerRequest | null;
}

export interface AnswersRequest {
  /** Is the client’s mood low? */
  readonly mood_low?: AnswerRequest;
  /** Does the client sleep badly? */
  readonly sleep_poor?: AnswerRequest;
  /** Does the client feel unsafe? */
  readonly feels_unsafe?: AnswerRequest;
  /** Are there cravings? */
  readonly cravings?: AnswerRequest;
  /** Are there signs of withdrawal? */
  readonly withdrawal?: AnswerRequest;
  /** Does the client expect to use today, or did they? */
  readonly substance_use_today?: AnswerRequest;
  /** Does the client need a place for tonight? */
  readonly needs_place_tonight?: AnswerRequest;
  /** Does the client need food? */
  readonly needs_food?: AnswerRequest;
}

export interface ArrangeAttemptRequest {
  readonly transport?: 'not_needed' | 'arranged' | 'to_arrange' | 'goes_alone' | null;
  /** The membership of whoever goes along. */
  readonly accompaniedBy?: Id | null;
  /** As a whole: what you leave out no longer has to be done. */
  readonly beforeSteps?: readonly BeforeStepPart[];
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
}

export interface AsidePart {
  readonly reason:
    'waiting_for_client' | 'waiting_for_other' | 'client_asked' | 'not_yet' | 'could_not_reach' | 'other';
  /** From this day on the task is open again. */
  readonly until: CivilDate;
}

export interface AttemptResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly referralId: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Of the referral, where it names one. */
  readonly serviceId: Id | null;
  /** Of the referral: it grows where that is reopened. */
  readonly round: number;
  /** The first date has 1. There is no last one. */
  readonly number: number;
  /** When it is. */
  readonly offeredFor: Instant;
  /** Where it is: its day is a day there. */
  readonly zone: string;
  /** How it was told. */
  readonly offeredByChannel: 'phone' | 'text' | 'email' | 'letter' | 'in_person' | 'through_worker';
  readonly bedId: Id | null;
  /** Until when the place is kept for an answer. */
  readonly answerBy: Instant | null;
  /** The time to answer is over, and nobody has said what came of it. */
  readonly isLapsed: boolean;
  readonly beforeOthersBecause:
    | 'safety'
    | 'pregnancy'
    | 'released_or_discharged'
    | 'offered_and_unable'
    | 'could_not_be_reached'
    | 'place_fits_only'
    | 'waits_by_choice'
    | 'other'
    | null;
  /** Where it stands now. */
  readonly state: 'offered' | 'confirmed' | 'ended' | 'retracted';
  /** Whether the client was reached, and if not, why. */
  readonly outcome:
    | 'attended'
    | 'did_not_attend'
    | 'client_rescheduled'
    | 'provider_rescheduled'
    | 'test_result_outside_program_criteria'
    | 'client_not_ready_today'
    | 'transport'
    | 'childcare'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'offer_not_taken'
    | 'offer_lapsed'
    | null;
  /** What came of it, in words for whom it is about. */
  readonly outcomeSaid: SaidPart | null;
  /** What got in the way, in their own words. */
  readonly inTheWay: string | null;
  /** What would help next time, in their own words. */
  readonly wouldHelp: string | null;
  /** The first day on which to try again. */
  readonly nextTryOn: CivilDate | null;
  readonly confirmedAt: Instant | null;
  readonly confirmedByChannel: 'phone' | 'text' | 'email' | 'letter' | 'in_person' | 'through_worker' | null;
  readonly transport: 'not_needed' | 'arranged' | 'to_arrange' | 'goes_alone' | null;
  /** The membership of whoever goes along. */
  readonly accompaniedBy: Id | null;
  /** What has to be done before entry. */
  readonly beforeSteps: readonly BeforeStepShown[];
  /** Where to come and what to bring. */
  readonly note: string | null;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('confirm' | 'end' | 'retract')[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that offered it. */
  readonly createdBy: Id;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface AttemptsResponse {
  /** In the order in which they were offered. */
  readonly items: readonly AttemptResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface BatchContactRequest {
  /** How you met or tried to. */
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it is written down later. Now, where it is left out. */
  readonly happenedAt?: Instant;
  /** `worker`, where it is left out. */
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  /** How long it took. */
  readonly minutes?: number;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** With `accompaniment`. */
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
  /** How far the client is on the way to going alone. With `accompaniedTo`. */
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone';
  /** Where exactly, with `accompaniedTo`. */
  readonly place?: string;
  /** The client was prepared for a visit. */
  readonly preparedVisit?: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone?: 'offered' | 'given' | 'has_kit';
  /** With `naloxone` `given`. */
  readonly naloxoneKits?: number;
  /** That you shared own experience. Never write what. */
  readonly experienceShared?: boolean;
  /** The client’s goal today, in their own words. */
  readonly goalToday?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** What you asked, and what the client said. Leave out what you did not ask. */
  readonly answers?: AnswersRequest;
  /** Who does what until when; each becomes a task. */
  readonly followUps?: readonly FollowUpRequest[];
  /** Your own: by it this contact is known when it comes again, alone or in another batch. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
}

export interface BatchResultPart {
  /** Which item of the batch, from 0. */
  readonly index: number;
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id | null;
  /** After `saved` and `already_saved`, take it out of the outbox. */
  readonly status: 'saved' | 'already_saved' | 'not_saved';
  /** With `not_saved`: why, and the mend. Pointers begin at the batch: `/items/3/minutes`. */
  readonly problem?: Problem;
}

export interface BedResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly serviceId: Id;
  readonly label: string;
  /** A promise that is over can be given to somebody else. */
  readonly standing: 'free' | 'promised' | 'promise_over' | 'in_use';
  /** Null where it is free, and where nobody has said until when. */
  readonly heldUntil: Instant | null;
  /** Null while it is open. */
  readonly closedAt: Instant | null;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface BedsResponse {
  /** By label; those that are closed are not among them. */
  readonly items: readonly BedResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface BeforeStepPart {
  readonly step:
    'withdrawal_management' | 'medical_clearance' | 'test' | 'documents' | 'oat_arranged' | 'income_arranged' | 'other';
  /** Null while nobody has said. */
  readonly done?: boolean | null;
}

export interface BeforeStepShown {
  readonly step:
    'withdrawal_management' | 'medical_clearance' | 'test' | 'documents' | 'oat_arranged' | 'income_arranged' | 'other';
  /** Null while nobody has said. */
  readonly done: boolean | null;
}

export interface BeginStayRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** A service of the receiver where people stay, where the referral names none. */
  readonly serviceId?: Id;
  readonly bedId?: Id;
  /** Now, where you say nothing. */
  readonly admittedAt?: Instant;
  /** By the length of the service, where you say nothing; null where nobody knows. */
  readonly plannedEndOn?: CivilDate | null;
}

export interface BreakGlassBoardResponse {
  readonly items: readonly BreakGlassResponse[];
  /** The cursor of the next page; absent on the last one. */
  readonly next?: string;
}

export interface BreakGlassResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The membership that opened it. */
  readonly membershipId: Id;
  /** Whose membership that is. */
  readonly workerName: string;
  /** An organisation of the directory. */
  readonly organisationId: Id;
  readonly organisationName: string;
  /** What a worker may do and see follows from it. */
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
  readonly because: 'life_in_danger' | 'cannot_be_asked' | 'others_in_danger' | 'other';
  /** For whoever opened it while it stands, and for the review. */
  readonly reason: string | null;
  /** After an hour it is over. What it opens is read with the header `Purpose-Of-Use: emergency`. */
  readonly state: 'open' | 'closed' | 'reviewed' | 'over';
  readonly openedAt: Instant;
  /** An hour later; from then on nothing is open. */
  readonly endsAt: Instant;
  /** When somebody closed it before that. */
  readonly closedAt: Instant | null;
  /** 72 hours after it was opened. */
  readonly reviewDueAt: Instant;
  /** The 72 hours have passed, and nobody has reviewed it. */
  readonly isOverdue: boolean;
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'appropriate' | 'not_appropriate' | 'to_follow_up' | null;
  /** Null until then. */
  readonly reviewedAt: Instant | null;
  /** The membership that reviewed it. */
  readonly reviewedBy: Id | null;
  /** What the review says. */
  readonly reviewNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('close' | 'review')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface CallerLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The referral from the line that brought the client here. */
  readonly referralId: Id;
  /** What the client takes along. */
  readonly parts: readonly ('remembered' | 'referrals')[];
  readonly howGiven: 'in_person' | 'phone' | 'written';
  /** The membership that explained it. */
  readonly explainedBy: Id;
  /** What the client said to it. */
  readonly said: string | null;
  /** Where it stands now. */
  readonly state: 'linked' | 'unlinked';
  /** What you may do with it now. */
  readonly openMoves: readonly 'unlink'[];
  readonly linkedAt: Instant;
  readonly linkedBy: Id;
  readonly unlinkedAt: Instant | null;
  readonly unlinkedBy: Id | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface CallerLinksResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** Standing and past, the newest first. */
  readonly items: readonly CallerLinkResponse[];
}

export interface CallerNoteResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly callerId: Id;
  /** Null once it was let go: the words are kept nowhere. */
  readonly text: string | null;
  /** Where it stands now. */
  readonly state: 'remembered' | 'let_go';
  /** What you may do with it now. */
  readonly openMoves: readonly 'let_go'[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface CallerNotesResponse {
  /** What is remembered, the oldest first. */
  readonly items: readonly CallerNoteResponse[];
}

export interface CallerResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What the caller goes by; null where nothing was said. */
  readonly alias: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** Where, how and when a call back is fine. */
  readonly whereToCall: string | null;
  readonly mayBeCalledBack: boolean;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  /** What the caller asked to be remembered, the oldest first. */
  readonly remembered: readonly CallerNoteResponse[];
}

export interface CallersResponse {
  /** Whom your line heard of last comes first. */
  readonly items: readonly ListedCallerResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface CapacityPart {
  /** Places that somebody could be offered when it was counted. */
  readonly free: number;
  readonly places: number | null;
  /** How many people wait. */
  readonly waiting: number | null;
  readonly confirmedAt: Instant;
  /** Too old to send somebody there on it. Ask again. */
  readonly isStale: boolean;
}

export interface CarePlanResponse {
  /** Whom it is about. */
  readonly clientId: Id;
  /** When this is what the plan says. */
  readonly asOf: Instant;
  readonly person: PlanPerson;
  readonly sections: readonly PlanSectionResponse[];
  /** In the client’s own order. */
  readonly goals: readonly PlanGoal[];
  /** In the client’s own order. */
  readonly needs: readonly PlanNeed[];
  /** Those in which somebody still owes a step. */
  readonly referrals: readonly PlanReferral[];
  /** Offered or set, the next first. */
  readonly dates: readonly PlanDate[];
  /** Those that go on, and those after which something is owed. */
  readonly stays: readonly PlanStay[];
  /** What is owed next, what falls due first, first. */
  readonly nextSteps: readonly PlanTask[];
  /** The newest. */
  readonly contacts: readonly PlanContact[];
  /** The newest of each profession, for each record. */
  readonly signOffs: readonly PlanSignOffResponse[];
  readonly changed: ChangedPart;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
  /** Why you see this. */
  readonly ground: GroundResponse;
  /** What you may do with it now. */
  readonly openMoves: readonly (
    'log_contact' | 'name_goal' | 'note_need' | 'refer' | 'open_task' | 'write_section' | 'write_safety' | 'sign'
  )[];
}

export interface CareTeamResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** Who is on it now first; then who was. */
  readonly items: readonly TeamMemberResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface CaseloadResponse {
  readonly items: readonly ClientResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ChangeAgreementRequest {
  /** The client no longer shares it. Nothing else goes with it. */
  readonly ended?: true;
  /** Agreed anew: the consent; otherwise the narrowest in force that names the receiver. */
  readonly consentId?: Id;
  /** Agreed anew, for a caller or where the receiver has no account here. */
  readonly agreedHow?: 'in_person' | 'phone' | 'written';
}

export interface ChangeBedRequest {
  /** Of the house, never of whoever sleeps there. */
  readonly label?: string;
  /** A closed bed is offered to nobody. */
  readonly isClosed?: boolean;
}

export interface ChangeCallerRequest {
  readonly alias?: string | null;
  /** As the client gave them. */
  readonly pronouns?: string | null;
  /** In which the service speaks to this worker. */
  readonly language?: 'en' | 'fr';
  readonly whereToCall?: string | null;
  readonly mayBeCalledBack?: boolean;
}

export interface ChangeChannelRequest {
  readonly value?: string | null;
  readonly person?: string | null;
  /** Whether the client may be reached on it at all. */
  readonly mayContact?: boolean;
  /** Whether a message may be left. */
  readonly mayLeaveVoicemail?: boolean;
  /** In the client’s own time zone; none named: any hour. */
  readonly safeHours?: readonly {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
  }[];
  /** What may be said there. */
  readonly sayWhat?: string | null;
  /** Who to say one is. */
  readonly sayWho?: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
}

export interface ChangeClientRequest {
  /** As the client gave them. */
  readonly pronouns?: string | null;
  /** Where the client gave it. */
  readonly birthDate?: CivilDate | null;
  /** Language tags; the one preferred first. */
  readonly languages?: readonly string[];
  /** Two letters, as Canada Post writes them. */
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone?: string;
  /** How the client came to know of the service. */
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
}

export interface ChangeGoalRequest {
  /** In their own words. */
  readonly ownWords?: string;
  /** What those who work on it add. */
  readonly teamNote?: string | null;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  /** The client’s own order: 1 comes first; null where they no longer say. */
  readonly rank?: number | null;
  /** When somebody last went through it with the client. */
  readonly reviewedAt?: Instant;
}

export interface ChangeNameRequest {
  /** Where it was, or where a name is used. */
  readonly setting?: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
}

export interface ChangeNeedRequest {
  /** In their own words. */
  readonly ownWords?: string | null;
  /** What those who work on it add. */
  readonly teamNote?: string | null;
  readonly wantsHelp?: 'yes' | 'not_now' | 'unknown';
  /** The client’s own order: 1 comes first; null where they no longer say. */
  readonly rank?: number | null;
  /** The client, or a member of the staff with them. */
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
  /** As a whole: what you leave out is no longer said. */
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

export interface ChangeNoteRequest {
  /** What it says. */
  readonly text: string;
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
  /** Two letters, as Canada Post writes them. */
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone?: string;
  /** Language tags; the one preferred first. */
  readonly languages?: readonly string[];
}

export interface ChangePasswordRequest {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export interface ChangeReferralRequest {
  readonly receiverOrganisationId?: Id;
  readonly serviceId?: Id;
  readonly outside?: OutsideRequest;
  readonly asksFor?:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency?: 'routine' | 'soon' | 'urgent' | 'tonight';
  readonly askedBy?: 'client' | 'worker' | 'supporter';
  readonly sharedClasses?: readonly (
    'identity_name' | 'identity_contact' | 'coordination' | 'medication' | 'substance_use' | 'mental_health'
  )[];
  readonly followsId?: Id | null;
  readonly reason?: string | null;
  /** In their own words. */
  readonly ownWords?: string | null;
  readonly summaries?: readonly PieceRequest[];
  readonly agreedHow?: 'in_person' | 'phone' | 'written';
  readonly goalIds?: readonly Id[];
  readonly needIds?: readonly Id[];
}

export interface ChangeResponse {
  /** Of the change. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
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
    | 'referral'
    | 'referral_summary'
    | 'referral_reception'
    | 'attempt'
    | 'reach_attempt'
    | 'stay'
    | 'stay_leave'
    | 'caller_link'
    | 'plan_section'
    | 'plan_sign_off'
    | 'consent'
    | 'break_glass'
    | 'record_link';
  readonly recordId: Id;
  /** The kind of data it is: who may read it follows from this. */
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
  /** The membership that made it. */
  readonly by: Id | null;
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
  /** What it says. */
  readonly text: string;
}

export interface ChangeServiceRequest {
  /** What it is, for whoever explains it to a client. */
  readonly about?: string | null;
  /** Who may ask for a place there. */
  readonly referredBy?: readonly ('client' | 'family' | 'professional')[];
  /** Days that a stay is planned for; null where it has no end. */
  readonly lengthDays?: number | null;
  /** How often new people are taken in. */
  readonly intakeRhythm?: 'any_day' | 'weekly' | 'every_two_weeks' | 'monthly' | 'by_cohort' | 'unknown';
  /** Whole Canadian dollars a month; 0 where it costs nothing, null where nobody knows. */
  readonly monthlyCost?: number | null;
  /** What becomes of somebody’s income support while they are there. */
  readonly effectOnIncome?: 'none' | 'reduced' | 'suspended' | 'unknown';
  /** What becomes of the place where somebody lives. */
  readonly effectOnHousing?: 'none' | 'place_is_kept' | 'place_may_be_lost' | 'unknown';
  /** Who gives opioid agonist treatment while somebody is there. */
  readonly oatInside?: 'given_there' | 'from_a_pharmacy_outside' | 'not_possible' | 'unknown';
  /** Whether that goes on the day after. */
  readonly oatAfter?: 'arranged_before_leaving' | 'left_to_the_client' | 'unknown';
  /** Whether somebody who left may come back. */
  readonly readmission?: 'any_time' | 'after_a_wait' | 'case_by_case' | 'unknown';
  /** How often whoever waits has to call in to keep their place; null where they need not. */
  readonly callInEveryDays?: number | null;
  /** Hours for which a count of free places is worth something. */
  readonly capacityHoldsHours?: number;
  readonly name?: string;
  /** Language tags; the one preferred first. */
  readonly languages?: readonly string[];
}

export interface ChangeStaffRequest {
  /** In lower case. */
  readonly email?: string;
  /** As colleagues see it. */
  readonly displayName?: string;
  /** In which the service speaks to this worker. */
  readonly language?: 'en' | 'fr';
}

export interface ChangeStayRequest {
  /** Nothing ends by it; null where nobody knows. */
  readonly plannedEndOn?: CivilDate | null;
  /** Another bed of the same service. The one before is free again. */
  readonly bedId?: Id;
}

export interface ChangeStepRequest {
  /** What it says. */
  readonly text?: string;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn?: CivilDate | null;
}

export interface ChangeSupporterRequest {
  readonly name?: string;
  readonly mayBeTold?: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
  /** Who this is to the client, in their words. */
  readonly relation?: string | null;
  /** How this person is reached. */
  readonly reachedBy?: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
}

export interface ChangeTaskRequest {
  /** In a few words. */
  readonly title?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string | null;
  /** By a day or by an instant; null: by no time. */
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
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface ChannelResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  /** Also as `ETag`. */
  readonly version: number;
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  readonly value: string | null;
  readonly person: string | null;
  /** Whether the client may be reached on it at all. */
  readonly mayContact: boolean;
  /** Whether a message may be left. */
  readonly mayLeaveVoicemail: boolean;
  /** In the client’s own time zone; none: any hour. */
  readonly safeHours: readonly WeekHoursResponse[];
  /** What may be said there. */
  readonly sayWhat: string | null;
  /** Who to say one is. */
  readonly sayWho: string | null;
  readonly contactableNow: boolean;
  readonly notNowBecause: 'ended' | 'asked_not_to' | 'outside_safe_hours' | 'zone_withheld' | null;
  readonly nextSafeAt: Instant | null;
}

export interface ChannelsResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
  readonly items: readonly ChannelResponse[];
}

export interface ChoiceResponse {
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  /** An organisation of the directory. */
  readonly organisationId: Id;
  readonly organisation: string;
  /** What a worker may do and see follows from it. */
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
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** Where the client gave it. */
  readonly birthDate: CivilDate | null;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** How the client came to know of the service. */
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
  /** The organisation that made the record. */
  readonly homeOrganisationId: Id;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface CodeRequest {
  /** Stays the same in every language. */
  readonly code: string;
}

export interface ConfirmCapacityRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** Places that somebody could be offered now. */
  readonly free: number;
  readonly places?: number;
  /** How many people wait. */
  readonly waiting?: number;
}

export interface ConflictPart {
  /** Stays the same in every language. */
  readonly code: 'two_birth_dates' | 'two_primary_workers' | 'two_homes' | 'two_time_zones' | 'two_pronouns';
  /** The records between which it stands. */
  readonly clientIds: readonly string[];
}

export interface ConsentRecipientPart {
  readonly kind: 'organisation' | 'role' | 'person';
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** Of the organisation. */
  readonly organisationName: string;
  /** Null: whoever works there. */
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
  /** A worker in a role at an organisation. */
  readonly membershipId: Id | null;
  /** Of the person. */
  readonly personName: string | null;
}

export interface ConsentResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** A no beats every yes. */
  readonly decision: 'permit' | 'deny';
  readonly recipient: ConsentRecipientPart;
  readonly classes: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** What the recipient may read by it alone, by the most that their role may hold. Empty: it carries referrals, or nothing. */
  readonly opens: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** Null: for any. */
  readonly purposes:
    readonly ('treatment' | 'care_management' | 'operations' | 'emergency' | 'client_request')[] | null;
  /** How far: to the record itself, or only to what a referral to the recipient carries. */
  readonly reach: 'record' | 'referrals';
  readonly from: Instant;
  /** Null: until the client takes it back. */
  readonly until: Instant | null;
  readonly howGiven: 'in_person' | 'phone' | 'written';
  /** The membership that explained it. */
  readonly explainedBy: Id;
  /** In which the service speaks to this worker. */
  readonly language: string;
  /** Whether the client has a copy. */
  readonly copyGiven: boolean;
  /** In the client’s own words. */
  readonly ownWords: string | null;
  /** That its time is over follows from the clock. */
  readonly state: 'active' | 'expired' | 'withdrawn' | 'entered_in_error';
  /** Whether it holds now: active, and begun. */
  readonly inForce: boolean;
  /** The one that it goes on from. */
  readonly renewsId: Id | null;
  /** When it was taken back. */
  readonly endedAt: Instant | null;
  /** What was said with the last move. */
  readonly moveNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('withdraw' | 'enter_in_error')[];
  /** Of one that is read alone: oldest first. */
  readonly history?: readonly ConsentVersionPart[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that did it; the link, where it was the client. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ConsentVersionPart {
  /** Grows with each change; also as `ETag`. */
  readonly version: number;
  /** Where it stands now. */
  readonly state: 'active' | 'withdrawn' | 'entered_in_error';
  readonly at: Instant;
  /** The membership that did it; null where the client did, by their own link. */
  readonly byMembership: Id | null;
}

export interface ConsentsResponse {
  /** Newest first. */
  readonly items: readonly ConsentResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
}

export interface ContactAnswer {
  /** Unknown is an answer of its own and never a no. */
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** The kind of data it is: who may read it follows from this. */
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
  /** Is the client’s mood low? */
  readonly mood_low?: ContactAnswer;
  /** Does the client sleep badly? */
  readonly sleep_poor?: ContactAnswer;
  /** Does the client feel unsafe? */
  readonly feels_unsafe?: ContactAnswer;
  /** Are there cravings? */
  readonly cravings?: ContactAnswer;
  /** Are there signs of withdrawal? */
  readonly withdrawal?: ContactAnswer;
  /** Does the client expect to use today, or did they? */
  readonly substance_use_today?: ContactAnswer;
  /** Does the client need a place for tonight? */
  readonly needs_place_tonight?: ContactAnswer;
  /** Does the client need food? */
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
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly createdBy: Id;
  /** `retracted`: it was written down by mistake. */
  readonly state: 'standing' | 'retracted';
  /** How you met or tried to. */
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** From whom it came. */
  readonly startedBy: 'client' | 'worker' | 'third_party';
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** When it was written down. */
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  /** How long it took. */
  readonly minutes: number | null;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** Where to somebody went with the client. */
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
  /** How far the client is on the way to going alone. */
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  /** Where exactly. */
  readonly place: string | null;
  /** The client was prepared for a visit. */
  readonly preparedVisit: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  /** How many were given. */
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** The client’s goal that day, in their own words. */
  readonly goalToday: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** What was asked, and what the client said. */
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  /** Also as `ETag`. */
  readonly version: number;
  /** `amend`: PATCH /v1/contacts/{id}; the others: POST /v1/contacts/{id}/moves. */
  readonly openMoves: readonly ('amend' | 'retract')[];
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
}

export interface ContactVersionPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly createdBy: Id;
  /** `retracted`: it was written down by mistake. */
  readonly state: 'standing' | 'retracted';
  /** How you met or tried to. */
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** From whom it came. */
  readonly startedBy: 'client' | 'worker' | 'third_party';
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** When it was written down. */
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  /** How long it took. */
  readonly minutes: number | null;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** Where to somebody went with the client. */
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
  /** How far the client is on the way to going alone. */
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  /** Where exactly. */
  readonly place: string | null;
  /** The client was prepared for a visit. */
  readonly preparedVisit: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  /** How many were given. */
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** The client’s goal that day, in their own words. */
  readonly goalToday: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** What was asked, and what the client said. */
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  /** Also as `ETag`. */
  readonly version: number;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that wrote this version. */
  readonly updatedBy: Id | null;
}

export interface ContactVersionsResponse {
  /** Newest first; the last is as it was first written down. */
  readonly items: readonly ContactVersionPart[];
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
}

export interface ContactsResponse {
  readonly items: readonly ListedContactResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface CountPart {
  readonly free: number;
  readonly places: number | null;
  readonly confirmedAt: Instant;
  /** Too old to promise anybody a place on it. Count again. */
  readonly isStale: boolean;
}

export interface CreateClientRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What the client goes by; an alias is enough. */
  readonly goesBy: string;
  /** As the client gave them. */
  readonly pronouns?: string;
  /** Where the client gave it. */
  readonly birthDate?: CivilDate;
  /** Language tags; the one preferred first. */
  readonly languages?: readonly string[];
  /** The organisation's own when it is left out. */
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** The organisation's own when it is left out. The client’s safe hours are hours in it. */
  readonly timeZone?: string;
  /** How the client came to know of the service. */
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
}

export interface CreatedClientResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** Where the client gave it. */
  readonly birthDate: CivilDate | null;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** How the client came to know of the service. */
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
  /** The organisation that made the record. */
  readonly homeOrganisationId: Id;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  /** Among the clients whom you see; nobody else is looked at. */
  readonly possibleDuplicates: readonly HintResponse[];
}

export interface DisclosureResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** In which form it left. */
  readonly kind: 'export' | 'referral_package' | 'feed' | 'printed_page' | 'access_log';
  /** To whom it was given. */
  readonly recipient: RecipientResponse;
  /** The classes of which something left. */
  readonly classes: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** The consent’s scope as it stood at that moment; null where it stood on something else. */
  readonly consentScope: Readonly<Record<string, unknown>> | null;
  /** What it was given out for. */
  readonly purpose: string;
  /** When it left. */
  readonly disclosedAt: Instant;
  /** The membership that gave it out; null where the client took it. */
  readonly disclosedBy: Id | null;
  /** Ten years: until then no line of the register goes. */
  readonly keepUntil: Instant;
}

export interface DisclosuresResponse {
  readonly items: readonly DisclosureResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface DraftCallerReferralRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** One of the three: an organisation here, one service of it, or somebody who has no account here. */
  readonly receiverOrganisationId?: Id;
  readonly serviceId?: Id;
  readonly outside?: OutsideRequest;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  /** `routine` where nothing is said. `tonight`: nowhere safe to be tonight. */
  readonly urgency?: 'routine' | 'soon' | 'urgent' | 'tonight';
  /** Who asked for it; the worker where nothing is said. */
  readonly askedBy?: 'client' | 'worker' | 'supporter';
  /** What is shown to the receiver. What it is about always is; the name as well where nothing is said. */
  readonly sharedClasses?: readonly (
    'identity_name' | 'identity_contact' | 'coordination' | 'medication' | 'substance_use' | 'mental_health'
  )[];
  /** The referral that this one comes after. */
  readonly followsId?: Id;
  readonly reason?: string;
  /** As the client says it. */
  readonly ownWords?: string;
  /** What is told along, a piece for each class. */
  readonly summaries?: readonly PieceRequest[];
  /** That the client agreed, and how: for a caller, and where the receiver has no account here. Elsewhere a consent says so. */
  readonly agreedHow?: 'in_person' | 'phone' | 'written';
}

export interface DraftReferralRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** One of the three: an organisation here, one service of it, or somebody who has no account here. */
  readonly receiverOrganisationId?: Id;
  readonly serviceId?: Id;
  readonly outside?: OutsideRequest;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  /** `routine` where nothing is said. `tonight`: nowhere safe to be tonight. */
  readonly urgency?: 'routine' | 'soon' | 'urgent' | 'tonight';
  /** Who asked for it; the worker where nothing is said. */
  readonly askedBy?: 'client' | 'worker' | 'supporter';
  /** What is shown to the receiver. What it is about always is; the name as well where nothing is said. */
  readonly sharedClasses?: readonly (
    'identity_name' | 'identity_contact' | 'coordination' | 'medication' | 'substance_use' | 'mental_health'
  )[];
  /** The referral that this one comes after. */
  readonly followsId?: Id;
  readonly reason?: string;
  /** As the client says it. */
  readonly ownWords?: string;
  /** What is told along, a piece for each class. */
  readonly summaries?: readonly PieceRequest[];
  /** That the client agreed, and how: for a caller, and where the receiver has no account here. Elsewhere a consent says so. */
  readonly agreedHow?: 'in_person' | 'phone' | 'written';
  /** The client’s goals that it serves; the receiver sees these and no others. */
  readonly goalIds?: readonly Id[];
  readonly needIds?: readonly Id[];
}

export interface DuePart {
  /** Where it is due by a day. */
  readonly on: CivilDate | null;
  /** The instant, or the first one of the day. */
  readonly at: Instant;
}

export interface EligibilitiesResponse {
  /** The newest first. */
  readonly items: readonly EligibilityResponse[];
}

export interface EligibilityResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The day on which it was read or said. */
  readonly asOf: CivilDate;
  /** Where it is written, or who said it. */
  readonly source: string;
  readonly criteria: readonly (
    | {
        readonly kind: 'age';
        readonly min?: number;
        readonly max?: number;
      }
    | {
        readonly kind: 'gender';
        readonly values: readonly ('woman' | 'man' | 'two_spirit' | 'non_binary')[];
      }
    | {
        readonly kind: 'province';
        readonly values: readonly (
          'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT'
        )[];
      }
    | {
        readonly kind: 'catchment';
        readonly values: readonly string[];
      }
    | {
        readonly kind: 'oat';
        readonly values: readonly (
          'none' | 'buprenorphine' | 'buprenorphine_depot' | 'methadone' | 'slow_release_morphine' | 'injectable'
        )[];
      }
    | {
        readonly kind: 'oat_stable_days';
        readonly min: number;
      }
    | {
        readonly kind: 'days_without_use';
        readonly min: number;
      }
    | {
        readonly kind: 'documents';
        readonly values: readonly (
          | 'birth_certificate'
          | 'provincial_identity_card'
          | 'health_card'
          | 'social_insurance_number'
          | 'status_card'
          | 'immigration_papers'
        )[];
      }
    | {
        readonly kind: 'tests';
        readonly values: readonly ('substance_test' | 'tuberculosis' | 'medical_clearance')[];
      }
    | {
        readonly kind: 'steps_before';
        readonly values: readonly (
          'withdrawal_management' | 'shorter_programme' | 'residential_programme' | 'interview'
        )[];
      }
    | {
        readonly kind: 'legal';
        readonly values: readonly (
          'open_charges' | 'violent_charges' | 'sexual_charges' | 'arson' | 'no_contact_order'
        )[];
      }
  )[];
  /** When it was written down. */
  readonly createdAt: Instant;
}

export interface EndRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'end';
}

export interface Entrance {
  readonly name: string;
  /** Grows with each change; also as `ETag`. */
  readonly version: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface ErasureResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Null where it is about a caller. */
  readonly clientId: Id | null;
  /** Null where it is about a client. */
  readonly callerId: Id | null;
  /** Where it stands now. */
  readonly state: 'requested' | 'erased' | 'declined' | 'withdrawn';
  /** Why it was requested. */
  readonly because: 'client_asked' | 'retention_over' | 'court_order' | 'made_by_mistake' | 'caller_asked';
  /** When the first person asked for it. */
  readonly requestedAt: Instant;
  /** The membership of the first person. */
  readonly requestedBy: Id;
  /** Until then nobody approves it. */
  readonly notBefore: Instant;
  /** A legal hold over the record is in force, so it is kept. */
  readonly isHeld: boolean;
  /** When the second person decided. */
  readonly decidedAt: Instant | null;
  /** The membership of the second person. */
  readonly decidedBy: Id | null;
  /** What an approval means, in French or English by `Accept-Language`. */
  readonly meaning: string;
  /** What you may do with it now. */
  readonly openMoves: readonly ('approve' | 'decline' | 'withdraw')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ErasuresResponse {
  readonly items: readonly ErasureResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface FactorToConfirmResponse {
  /** For an authenticator app. */
  readonly secret: string;
  /** The same as a QR code holds it. */
  readonly otpauthUrl: string;
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
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
}

export interface FollowUpOwnerRequest {
  /** A worker in a role at an organisation. */
  readonly membershipId?: Id;
  /** What a worker may do and see follows from it. */
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
  /** An organisation of the directory. */
  readonly organisationId?: Id;
}

export interface FollowUpPart {
  /** In a few words. */
  readonly title: string;
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn: CivilDate;
}

export interface FollowUpRequest {
  /** `contact_follow_up`, where it is left out. */
  readonly kind?:
    | 'contact_follow_up'
    | 'follow_up'
    | 'call_her_back'
    | 'visit'
    | 'accompany'
    | 'book_appointment'
    | 'bring_papers'
    | 'warm_outreach'
    | 'session'
    | 'after_care'
    | 'other';
  /** In a few words. */
  readonly title: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** A day where your organisation is. */
  readonly dueOn?: CivilDate;
  /** You, where it is left out. */
  readonly owner?: FollowUpOwnerRequest;
}

export interface FoundCallerResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What the caller goes by; null where nothing was said. */
  readonly alias: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** Where, how and when a call back is fine. */
  readonly whereToCall: string | null;
  readonly mayBeCalledBack: boolean;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  /** By what of the alias. */
  readonly matchedOn: readonly ('word' | 'sound' | 'start')[];
}

export interface FoundCallersResponse {
  /** The best first. */
  readonly items: readonly FoundCallerResponse[];
}

export interface FoundClientResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** Where the client gave it. */
  readonly birthDate: CivilDate | null;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** How the client came to know of the service. */
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
  /** The organisation that made the record. */
  readonly homeOrganisationId: Id;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  readonly matchedOn: readonly ('word' | 'sound' | 'start' | 'birth' | 'phone' | 'email')[];
}

export interface FoundClientsResponse {
  /** The best first. */
  readonly items: readonly FoundClientResponse[];
}

export interface GoalResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** In their own words. */
  readonly ownWords: string;
  /** What those who work on it add. */
  readonly teamNote: string | null;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** Where it stands now. */
  readonly state: 'named' | 'working_on' | 'reached' | 'set_aside' | 'changed' | 'retracted';
  /** What was said with the last move. */
  readonly moveNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('begin' | 'reach' | 'set_aside' | 'take_up_again' | 'become' | 'retract')[];
  /** The client’s own order: 1 comes first. */
  readonly rank: number | null;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy: GoalWorkerPart;
  /** The goal that this one became. */
  readonly becameId: Id | null;
  /** When somebody last went through it with the client. */
  readonly reviewedAt: Instant | null;
  /** In the order in which they were written down. */
  readonly steps: readonly StepResponse[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface GoalWorkerPart {
  readonly who: 'client' | 'member';
  /** A worker in a role at an organisation. */
  readonly membershipId?: Id;
  readonly name?: string;
  /** What a worker may do and see follows from it. */
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
  /** In the client’s own order. */
  readonly items: readonly GoalResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface GroundResponse {
  readonly basis: string;
  readonly basisId: Id;
}

export interface HandForm {
  /** What the page put into its form: bound to the session. */
  readonly f: string;
}

export interface HandLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Where it stands now. */
  readonly state: 'waiting' | 'opened' | 'taken_back' | 'over';
  /** The way, other than the link's, by which the client was told the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the client. */
  readonly language: 'en' | 'fr';
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Until then it can be opened. */
  readonly openUntil: Instant;
  /** When its code was told; from then on the link opens nothing more. */
  readonly openedAt: Instant | null;
  /** When somebody of the care team took it back. */
  readonly revokedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'take_back'[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface HandLinksResponse {
  readonly items: readonly HandLinkResponse[];
}

export interface HeldCountPart {
  /** What sort of record, as in /care-plan/changes. */
  readonly kind: string;
  /** How many were ever written down, as far as you see them. */
  readonly count: number;
}

export interface HintResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly goesBy: string | null;
  readonly matchedOn: readonly ('word' | 'sound' | 'start' | 'birth' | 'phone' | 'email')[];
}

export interface InFhirPart {
  readonly request: string;
  readonly task: string;
  readonly business: string;
}

export interface InLineResponse {
  readonly referralId: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** What the client goes by, where that is shared. */
  readonly goesBy: string | null;
  /** Of the referral. Whoever is offered a date, or could not come, stays in line. */
  readonly state:
    | 'accepted'
    | 'waitlisted'
    | 'date_offered'
    | 'date_confirmed'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  /** Whoever has none stands behind those who have one. */
  readonly placeInLine: number | null;
  /** On the list since then. */
  readonly since: Instant;
  /** When to ask whether the place is still wanted. */
  readonly reviewOn: CivilDate | null;
  readonly isReviewDue: boolean;
  readonly round: number;
  /** Dates that were offered so far. */
  readonly offers: number;
  /** The last one, and what came of it. */
  readonly lastOffer: OfferResponse | null;
  /** Of the referral. */
  readonly version: number;
}

export interface InvitationGuideResponse {
  /** What to do with the link. */
  readonly detail: string;
  readonly accept: string;
}

export interface InvitationLinkResponse {
  /** For the person, by a way that only they read. The token stands behind the #. */
  readonly url: string;
  /** For POST /v1/auth/invitations/accept. Shown once. */
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface InviteStaffRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** In lower case. */
  readonly email: string;
  /** As colleagues see it. */
  readonly displayName: string;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** The first role in the own organisation. */
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
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** In lower case. */
  readonly email: string;
  /** As colleagues see it. */
  readonly displayName: string;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  /** What a worker may do and see follows from it. */
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
  /** Also as `ETag`. */
  readonly version: number;
  /** Not when the request came again: the link is not kept. */
  readonly invitation?: InvitationLinkResponse;
}

export interface JoinCareTeamRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** A standing membership of the organisation that keeps the record, or of one that the client’s consent lets see something. */
  readonly membershipId: Id;
  /** Takes over from whoever is the primary worker now. */
  readonly primary?: boolean;
}

export interface JoinRecordsRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** The other record. You must see who both are, and be somebody who writes names in both. */
  readonly otherClientId: Id;
  /** How it is known that both are one person’s. */
  readonly because: 'client_said' | 'worker_knows' | 'document' | 'made_twice' | 'other';
  /** How the client agreed to it. */
  readonly agreedHow: 'in_person' | 'phone' | 'written';
  /** When the client agreed to it. */
  readonly agreedAt: Instant;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface JudgedCriterionPart {
  readonly criterion:
    | {
        readonly kind: 'age';
        readonly min?: number;
        readonly max?: number;
      }
    | {
        readonly kind: 'gender';
        readonly values: readonly ('woman' | 'man' | 'two_spirit' | 'non_binary')[];
      }
    | {
        readonly kind: 'province';
        readonly values: readonly (
          'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT'
        )[];
      }
    | {
        readonly kind: 'catchment';
        readonly values: readonly string[];
      }
    | {
        readonly kind: 'oat';
        readonly values: readonly (
          'none' | 'buprenorphine' | 'buprenorphine_depot' | 'methadone' | 'slow_release_morphine' | 'injectable'
        )[];
      }
    | {
        readonly kind: 'oat_stable_days';
        readonly min: number;
      }
    | {
        readonly kind: 'days_without_use';
        readonly min: number;
      }
    | {
        readonly kind: 'documents';
        readonly values: readonly (
          | 'birth_certificate'
          | 'provincial_identity_card'
          | 'health_card'
          | 'social_insurance_number'
          | 'status_card'
          | 'immigration_papers'
        )[];
      }
    | {
        readonly kind: 'tests';
        readonly values: readonly ('substance_test' | 'tuberculosis' | 'medical_clearance')[];
      }
    | {
        readonly kind: 'steps_before';
        readonly values: readonly (
          'withdrawal_management' | 'shorter_programme' | 'residential_programme' | 'interview'
        )[];
      }
    | {
        readonly kind: 'legal';
        readonly values: readonly (
          'open_charges' | 'violent_charges' | 'sexual_charges' | 'arson' | 'no_contact_order'
        )[];
      };
  readonly result: 'met' | 'not_met' | 'unknown';
  readonly why: WhyPart;
}

export interface LeavePart {
  readonly because: 'weekend' | 'family' | 'appointment' | 'court' | 'hospital' | 'left_without_saying' | 'other';
  /** Nothing ends by it: whoever is away longer is away until somebody says more. */
  readonly expectedAt?: Instant;
}

export interface LegalHoldResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Where it stands now. */
  readonly state: 'in_force' | 'lifted';
  /** Why the record is kept. */
  readonly because: 'court_order' | 'legal_dispute' | 'investigation' | 'complaint' | 'access_request' | 'other';
  /** Since when the record is kept. */
  readonly placedAt: Instant;
  /** The membership that placed it. */
  readonly placedBy: Id;
  /** Why it ended. */
  readonly liftedBecause:
    | 'order_ended'
    | 'dispute_settled'
    | 'investigation_closed'
    | 'request_answered'
    | 'placed_by_mistake'
    | 'other'
    | null;
  /** Null while it stands. */
  readonly liftedAt: Instant | null;
  /** The membership that lifted it. */
  readonly liftedBy: Id | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'lift'[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface LegalHoldsResponse {
  readonly items: readonly LegalHoldResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface LineHistoryResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** One for each link that stands. */
  readonly items: readonly TakenAlongPart[];
}

export interface LinkCallerRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** The referral from the line that brought the client here: your organisation accepted it for this client. */
  readonly referralId: Id;
  /** What the client wants to take along, and no more. */
  readonly parts: readonly ('remembered' | 'referrals')[];
  readonly howGiven: 'in_person' | 'phone' | 'written';
  /** The membership that explained what this means; yours, where you leave it out. */
  readonly explainedBy?: Id;
  /** What the client said to it, in the client’s own words. */
  readonly said?: string;
}

export interface LinkCodeRequest {
  /** As it was told. */
  readonly code: string;
}

export interface LinkPreviewResponse {
  /** The two, and what is joined with either already. */
  readonly records: readonly PreviewedRecordPart[];
  /** What you would see together. */
  readonly together: readonly HeldCountPart[];
  /** What cannot both be so, of what you see. Joining changes neither. */
  readonly conflicts: readonly ConflictPart[];
  /** They are read as one already. */
  readonly isJoined: boolean;
  /** Where somebody said that they are to stay apart. */
  readonly setAside: SetAsidePart | null;
  /** Whether you may join them. */
  readonly mayJoin: boolean;
}

export interface ListedCallerResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What the caller goes by; null where nothing was said. */
  readonly alias: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** Where, how and when a call back is fine. */
  readonly whereToCall: string | null;
  readonly mayBeCalledBack: boolean;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ListedContactResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that was there and wrote it down. */
  readonly createdBy: Id;
  /** `retracted`: it was written down by mistake. */
  readonly state: 'standing' | 'retracted';
  /** How you met or tried to. */
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** From whom it came. */
  readonly startedBy: 'client' | 'worker' | 'third_party';
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** When it was written down. */
  readonly recordedAt: Instant;
  /** Written down more than a day after it happened. */
  readonly late: boolean;
  /** How long it took. */
  readonly minutes: number | null;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** Where to somebody went with the client. */
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
  /** How far the client is on the way to going alone. */
  readonly accompaniment: 'together' | 'met_there' | 'goes_alone' | null;
  /** Where exactly. */
  readonly place: string | null;
  /** The client was prepared for a visit. */
  readonly preparedVisit: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone: 'offered' | 'given' | 'has_kit' | null;
  /** How many were given. */
  readonly naloxoneKits: number | null;
  /** That own experience was shared; what is never kept. */
  readonly experienceShared: boolean;
  /** The client’s goal that day, in their own words. */
  readonly goalToday: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** What was asked, and what the client said. */
  readonly answers: ContactAnswers;
  /** The tasks that it opened. */
  readonly followUps: readonly Id[];
  /** Also as `ETag`. */
  readonly version: number;
  /** `amend`: PATCH /v1/contacts/{id}; the others: POST /v1/contacts/{id}/moves. */
  readonly openMoves: readonly ('amend' | 'retract')[];
}

export interface ListedReferralResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  /** What the client or the caller goes by, where that is shared. */
  readonly goesBy: string | null;
  /** The referral before this one, where you see it. */
  readonly followsId: Id | null;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  readonly askedBy: 'client' | 'worker' | 'supporter';
  readonly senderOrganisationId: Id;
  readonly sender: string;
  /** The membership that asked. */
  readonly requestedBy: Id;
  readonly requestedByName: string;
  readonly receiverKind: 'organisation' | 'service' | 'outside';
  readonly receiverOrganisationId: Id | null;
  readonly receiver: string | null;
  readonly serviceId: Id | null;
  readonly service: string | null;
  readonly outsideBy: 'phone' | 'letter' | 'link' | null;
  readonly outside: OutsidePart | null;
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  readonly stateSince: Instant;
  /** Reopening begins another round. */
  readonly round: number;
  /** The reason of the last move, or the step that is awaited. */
  readonly because: string | null;
  /** Who owes the next step. */
  readonly owes: 'sender' | 'receiver' | 'nobody';
  readonly nextStepBy: Instant | null;
  readonly isOverdue: boolean;
  /** Whether what it shares is agreed to now. */
  readonly isAgreed: boolean;
  readonly reviewOn: CivilDate | null;
  readonly placeInLine: number | null;
  readonly sharedClasses: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  readonly sentAt: Instant | null;
  readonly answerBy: Instant | null;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  readonly knownToSenderAt: Instant | null;
  readonly knownToClientAt: Instant | null;
  /** Whether sender and client both know what came of it. */
  readonly isLoopClosed: boolean;
  readonly inFhir: InFhirPart;
  /** On which sides of it you stand. */
  readonly parties: readonly ('sender' | 'receiver' | 'outside' | 'client')[];
  /** What you may do with it now. */
  readonly openMoves: readonly (
    | 'send'
    | 'ask'
    | 'answer'
    | 'accept'
    | 'decline'
    | 'put_on_waiting_list'
    | 'await_step'
    | 'owe_next_date'
    | 'arrive'
    | 'finish'
    | 'leave_early'
    | 'withdraw'
    | 'stop'
    | 'reopen'
    | 'retract'
  )[];
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface Live {
  readonly status: 'alive';
}

export interface LogContactRequest {
  /** How you met or tried to. */
  readonly channel: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
  /** The real time, also when it is written down later. Now, where it is left out. */
  readonly happenedAt?: Instant;
  /** `worker`, where it is left out. */
  readonly startedBy?: 'client' | 'worker' | 'third_party';
  /** How long it took. */
  readonly minutes?: number;
  /** Where it was, or where a name is used. */
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
  /** What it was for. */
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
  /** What was done in it. */
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
  /** With `accompaniment`. */
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
  /** How far the client is on the way to going alone. With `accompaniedTo`. */
  readonly accompaniment?: 'together' | 'met_there' | 'goes_alone';
  /** Where exactly, with `accompaniedTo`. */
  readonly place?: string;
  /** The client was prepared for a visit. */
  readonly preparedVisit?: boolean;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone?: 'offered' | 'given' | 'has_kit';
  /** With `naloxone` `given`. */
  readonly naloxoneKits?: number;
  /** That you shared own experience. Never write what. */
  readonly experienceShared?: boolean;
  /** The client’s goal today, in their own words. */
  readonly goalToday?: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** What you asked, and what the client said. Leave out what you did not ask. */
  readonly answers?: AnswersRequest;
  /** Who does what until when; each becomes a task. */
  readonly followUps?: readonly FollowUpRequest[];
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
}

export interface LogLineResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** When, to the millisecond. */
  readonly at: Instant;
  /** Lines of one request have the same. */
  readonly requestId: Id;
  /** Whose act it was; null where no person acted. */
  readonly personId: Id | null;
  /** An organisation of the directory. */
  readonly organisationId: Id | null;
  /** What a worker may do and see follows from it. */
  readonly role: string | null;
  /** Whom it is about. */
  readonly clientId: Id | null;
  /** Its name; it never changes its meaning. */
  readonly event: string;
  /** Whether the client was reached, and if not, why. */
  readonly outcome: 'done' | 'not_let_in';
  /** The classes of data that it touched. */
  readonly classes: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** On what it rested; null where no access to a client was needed or none was given. */
  readonly ground: string | null;
  /** The record that made that ground. */
  readonly groundId: Id | null;
  readonly purpose: string | null;
  /** The same in plain words. */
  readonly told: ToldLineResponse;
}

export interface LogResponse {
  readonly items: readonly LogLineResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface LoginRequest {
  /** In lower case. */
  readonly email: string;
  readonly password: string;
  /** For which membership this session is; may be left out by whoever has one only. */
  readonly membershipId?: Id;
}

export interface MadeHandLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Where it stands now. */
  readonly state: 'waiting' | 'opened' | 'taken_back' | 'over';
  /** The way, other than the link's, by which the client was told the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the client. */
  readonly language: 'en' | 'fr';
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Until then it can be opened. */
  readonly openUntil: Instant;
  /** When its code was told; from then on the link opens nothing more. */
  readonly openedAt: Instant | null;
  /** When somebody of the care team took it back. */
  readonly revokedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'take_back'[];
  /** Also as `ETag`. */
  readonly version: number;
  /** The link, shown this once: null where this request had come before; then take it back and make another. Nothing in it tells whose it is or what it is for. */
  readonly url: string | null;
  /** Six digits, shown this once. Tell them another way than the link. */
  readonly code: string | null;
}

export interface MadeReceiverLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly referralId: Id;
  /** Whom the referral is about; null where it is about a caller. */
  readonly clientId: Id | null;
  /** Who called the line, where the referral is about a caller. */
  readonly callerId: Id | null;
  /** Where it stands now. */
  readonly state: 'waiting' | 'opened' | 'taken_back' | 'over';
  /** The way, other than the link's, by which the receiver was told the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the receiver. */
  readonly language: 'en' | 'fr';
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Until then it can be opened. */
  readonly openUntil: Instant;
  /** When its code was told; from then on the link opens nothing more. */
  readonly openedAt: Instant | null;
  /** When the sender took it back. */
  readonly revokedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'take_back'[];
  /** Also as `ETag`. */
  readonly version: number;
  /** The link, shown this once: null where this request had come before; then take it back and make another. Nothing in it tells whom or what it is about. */
  readonly url: string | null;
  /** Six digits, shown this once. Tell them another way than the link. */
  readonly code: string | null;
}

export interface MakeHandLinkRequest {
  /** The way, other than the link's, by which you tell the client the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the client. */
  readonly language: 'en' | 'fr';
}

export interface MakeReceiverLinkRequest {
  /** The way, other than the link's, by which you tell the receiver the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the receiver. */
  readonly language: 'en' | 'fr';
  /** Where the receiver may call you back about it. */
  readonly senderPhone: string;
}

export interface MatchFactsPart {
  readonly age?: number;
  readonly gender?: 'woman' | 'man' | 'two_spirit' | 'non_binary';
  /** Two letters, as Canada Post writes them. */
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** Where the client lives or stays, as a service would name it. */
  readonly catchment?: string;
  /** The medicine, or none. */
  readonly oat?:
    'none' | 'buprenorphine' | 'buprenorphine_depot' | 'methadone' | 'slow_release_morphine' | 'injectable';
  readonly oat_stable_days?: number;
  readonly days_without_use?: number;
  readonly documents?: {
    readonly yes: readonly (
      | 'birth_certificate'
      | 'provincial_identity_card'
      | 'health_card'
      | 'social_insurance_number'
      | 'status_card'
      | 'immigration_papers'
    )[];
    readonly no: readonly (
      | 'birth_certificate'
      | 'provincial_identity_card'
      | 'health_card'
      | 'social_insurance_number'
      | 'status_card'
      | 'immigration_papers'
    )[];
  };
  readonly tests?: {
    readonly yes: readonly ('substance_test' | 'tuberculosis' | 'medical_clearance')[];
    readonly no: readonly ('substance_test' | 'tuberculosis' | 'medical_clearance')[];
  };
  readonly steps_before?: {
    readonly yes: readonly ('withdrawal_management' | 'shorter_programme' | 'residential_programme' | 'interview')[];
    readonly no: readonly ('withdrawal_management' | 'shorter_programme' | 'residential_programme' | 'interview')[];
  };
  readonly legal?: {
    readonly yes: readonly ('open_charges' | 'violent_charges' | 'sexual_charges' | 'arson' | 'no_contact_order')[];
    readonly no: readonly ('open_charges' | 'violent_charges' | 'sexual_charges' | 'arson' | 'no_contact_order')[];
  };
}

export interface MatchServicesRequest {
  readonly kind?:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat_clinic'
    | 'counselling'
    | 'peer_group'
    | 'supervised_consumption'
    | 'housing'
    | 'income_support'
    | 'identity_documents'
    | 'food'
    | 'other';
  /** Two letters, as Canada Post writes them. */
  readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly facts?: MatchFactsPart;
}

export interface MeResponse {
  readonly person: PersonPart;
  readonly membership: MembershipPart;
  readonly organisation: OwnOrganisationPart;
  readonly session: OwnSessionPart;
  /** What a worker may do and see follows from it. */
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
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What a worker may do and see follows from it. */
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
  /** When it began. */
  readonly startedAt: Instant;
}

export interface MembershipResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly staffId: Id;
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** What a worker may do and see follows from it. */
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
  /** Where it stands now. */
  readonly state: 'standing' | 'ended';
  /** When it began. */
  readonly startedAt: Instant;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('end' | 'change_role')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface MembershipsResponse {
  readonly items: readonly ChoiceResponse[];
}

export interface MoveAttemptRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'confirm' | 'end' | 'retract';
  /** Of `confirm`: how the client confirmed it. */
  readonly channel?: 'phone' | 'text' | 'email' | 'letter' | 'in_person' | 'through_worker';
  /** Of `end`: what came of it. It counts against nobody. */
  readonly outcome?:
    | 'attended'
    | 'did_not_attend'
    | 'client_rescheduled'
    | 'provider_rescheduled'
    | 'test_result_outside_program_criteria'
    | 'client_not_ready_today'
    | 'transport'
    | 'childcare'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'offer_not_taken'
    | 'offer_lapsed';
  /** Of `end`: what got in the way, in their own words. */
  readonly inTheWay?: string;
  /** Of `end`: what would help next time, in their own words. */
  readonly wouldHelp?: string;
  /** Of `end`: the first day on which to try again. */
  readonly nextTryOn?: CivilDate;
  /** Of `end`, attended where people stay: your own id for the stay, for work without a connection. */
  readonly stayId?: Id;
  /** Of `end`: the date that comes instead. */
  readonly next?: OfferPart;
}

export interface MoveBreakGlassRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'close' | 'review';
  /** With `review`. */
  readonly outcome?: 'appropriate' | 'not_appropriate' | 'to_follow_up';
  /** With `review`. */
  readonly note?: string;
}

export interface MoveCallerLinkRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'unlink';
}

export interface MoveCareTeamRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'make_primary' | 'end';
  /** With `end`. */
  readonly because?: 'client_asked' | 'worker_left' | 'handed_over' | 'other_team' | 'relationship_disclosed' | 'other';
  /** With `end`, when the primary worker leaves: the entry of the team that takes over. */
  readonly primaryTo?: Id;
}

export interface MoveConsentRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'withdraw' | 'enter_in_error';
  /** What was said with it. */
  readonly note?: string;
  /** Leave it out: a withdrawal holds from the moment it is written down. */
  readonly at?: Instant;
}

export interface MoveContactRequest {
  /** `retract`: it was written down by mistake, such as with another client. */
  readonly move: 'retract';
}

export interface MoveErasureRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'approve' | 'decline' | 'withdraw';
}

export interface MoveGoalRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'begin' | 'reach' | 'set_aside' | 'take_up_again' | 'become' | 'retract';
  /** What was said with it. */
  readonly note?: string;
  /** Of `become`: the goal that this one is from now on. */
  readonly becomes?: Id;
}

export interface MoveHandLinkRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'take_back';
}

export interface MoveLegalHoldRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'lift';
  readonly because:
    'order_ended' | 'dispute_settled' | 'investigation_closed' | 'request_answered' | 'placed_by_mistake' | 'other';
}

export interface MoveLinkRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'part';
  /** With `part`. */
  readonly because?: 'client_asked' | 'two_people' | 'mistake' | 'other';
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
}

export interface MoveMembershipRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'end' | 'change_role';
  /** The new role, with `change_role`. */
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
  /** One of the moves that are open from where it stands. */
  readonly move: 'begin' | 'meet' | 'confirm' | 'set_aside' | 'reopen' | 'retract';
  /** What was said with it. */
  readonly note?: string;
  /** Of `confirm`: who says that it is met. */
  readonly confirmedBy?: 'client' | 'document' | 'worker';
}

export interface MoveNoteRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'let_go';
}

export interface MoveNoticeRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'mark_read' | 'mark_unread';
}

export interface MovePart {
  /** Of the task, after this move. */
  readonly version: number;
  /** One of the moves that are open from where it stands. */
  readonly move: 'open' | 'complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen';
  readonly from: 'open' | 'set_aside' | 'done' | 'client_declined' | null;
  readonly to: 'open' | 'set_aside' | 'done' | 'client_declined';
  /** After this move. */
  readonly owner: OwnerPart;
  readonly setAside: AsidePart | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  readonly at: Instant;
  /** The membership that made it; the link, where the client ended what it asks about. */
  readonly by: Id;
}

export interface MoveReceivedRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'accept' | 'decline' | 'ask';
  /** With `decline`: why, which is about what there is and never about the person. */
  readonly because?:
    | 'no_capacity'
    | 'waitlist_closed'
    | 'not_eligible_age'
    | 'not_eligible_gender'
    | 'not_eligible_catchment'
    | 'not_eligible_clinical_acuity'
    | 'not_eligible_oat'
    | 'not_eligible_other_medication'
    | 'not_eligible_legal'
    | 'missing_documents'
    | 'preadmission_step_incomplete'
    | 'duplicate'
    | 'service_not_offered'
    | 'coverage';
  /** With `ask`: what you need to know. */
  readonly question?: string;
}

export interface MoveReceiverLinkRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'take_back';
}

export interface MoveReferralRequest {
  /** One of the moves that are open from where it stands. */
  readonly move:
    | 'send'
    | 'ask'
    | 'answer'
    | 'accept'
    | 'decline'
    | 'put_on_waiting_list'
    | 'await_step'
    | 'owe_next_date'
    | 'arrive'
    | 'finish'
    | 'leave_early'
    | 'withdraw'
    | 'stop'
    | 'reopen'
    | 'retract';
  /** Of `decline`, `finish`, `leave_early` and `stop`: the reason. Of `await_step`: what has to be done before entry. */
  readonly because?:
    | 'no_capacity'
    | 'waitlist_closed'
    | 'not_eligible_age'
    | 'not_eligible_gender'
    | 'not_eligible_catchment'
    | 'not_eligible_clinical_acuity'
    | 'not_eligible_oat'
    | 'not_eligible_other_medication'
    | 'not_eligible_legal'
    | 'missing_documents'
    | 'preadmission_step_incomplete'
    | 'duplicate'
    | 'service_not_offered'
    | 'coverage'
    | 'goal_met'
    | 'service_received_partial'
    | 'client_decided'
    | 'programme_decided'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'other'
    | 'no_longer_needed'
    | 'unable_to_contact'
    | 'moved'
    | 'transferred'
    | 'deceased'
    | 'agreement_ended'
    | 'receiver_gone'
    | 'withdrawal_management'
    | 'medical_clearance'
    | 'test'
    | 'documents'
    | 'oat_arranged'
    | 'income_arranged';
  /** What was said with it. */
  readonly note?: string;
  /** Of `ask`. */
  readonly question?: string;
  /** Of `answer`. */
  readonly answer?: string;
  /** Of `send` and `reopen`: under which consent; otherwise the narrowest in force that names the receiver. */
  readonly consentId?: Id;
  /** Where the receiver has no account here: they said so by phone or letter. */
  readonly onBehalfOfReceiver?: boolean;
  /** By when whoever owes the next step does it; otherwise by the urgency. */
  readonly nextStepBy?: Instant;
  /** Of `put_on_waiting_list`: when to look at it again. Needed where there is no place in line. */
  readonly reviewOn?: CivilDate;
  readonly placeInLine?: number;
  /** Of `accept`, for a caller: the record of your own house that stands for this person. */
  readonly clientId?: Id;
}

export interface MoveRetentionRuleRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'approve' | 'set_aside';
}

export interface MoveServiceRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'close' | 'reopen';
}

export interface MoveStaffRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'disable' | 'enable';
}

export interface MoveStayRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'leave' | 'return' | 'end' | 'retract';
  /** When it took place; now, where you say nothing. */
  readonly at?: Instant;
  /** Of `leave`. */
  readonly leave?: LeavePart;
  /** Of `end`. */
  readonly end?: StayEndPart;
}

export interface MoveStepRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'finish' | 'drop' | 'reopen';
}

export interface MoveTaskRequest {
  /** One of the moves that are open from where it stands. */
  readonly move: 'complete' | 'set_aside' | 'take_up' | 'hand_over' | 'client_declines' | 'reopen';
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** Of `set_aside`: why. */
  readonly reason?:
    'waiting_for_client' | 'waiting_for_other' | 'client_asked' | 'not_yet' | 'could_not_reach' | 'other';
  /** Of `set_aside`: the day on which it is open again. */
  readonly until?: CivilDate;
  /** Of `hand_over`: who owes it from now on. */
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

export interface MyResponse {
  /** Your own record: `/v1/clients/{clientId}/care-plan`, `…/access-log` and `…/disclosures` are yours to read. */
  readonly clientId: Id;
  /** Each use gives it half an hour from then. */
  readonly expiresAt: Instant;
}

export interface NameResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  /** Also as `ETag`. */
  readonly version: number;
  /** Where it was, or where a name is used. */
  readonly setting: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name: string;
}

export interface NamedOfferResponse {
  readonly attemptId: Id;
  readonly referralId: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly number: number;
  /** When it was offered. */
  readonly offeredAt: Instant;
  /** When it is. */
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly bedId: Id | null;
  readonly answerBy: Instant | null;
  /** The time to answer is over, and nobody has said what came of it. */
  readonly isLapsed: boolean;
  /** Why to this person before others in line. */
  readonly beforeOthersBecause:
    | 'safety'
    | 'pregnancy'
    | 'released_or_discharged'
    | 'offered_and_unable'
    | 'could_not_be_reached'
    | 'place_fits_only'
    | 'waits_by_choice'
    | 'other'
    | null;
  /** Where it stands now. */
  readonly state: 'offered' | 'confirmed' | 'ended' | 'retracted';
  /** Whether the client was reached, and if not, why. */
  readonly outcome:
    | 'attended'
    | 'did_not_attend'
    | 'client_rescheduled'
    | 'provider_rescheduled'
    | 'test_result_outside_program_criteria'
    | 'client_not_ready_today'
    | 'transport'
    | 'childcare'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'offer_not_taken'
    | 'offer_lapsed'
    | null;
  /** What came of it, in words for whom it is about. */
  readonly outcomeSaid: SaidPart | null;
  /** What the client goes by, where that is shared. */
  readonly goesBy: string | null;
}

export interface NamesResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
  readonly items: readonly NameResponse[];
}

export interface NeedActionResponse {
  /** Of the task. */
  readonly id: Id;
  readonly needId: Id;
}

export interface NeedResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
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
  /** The kind of data it is: who may read it follows from this. */
  readonly class: 'coordination' | 'substance_use' | 'mental_health';
  /** In their own words. */
  readonly ownWords: string | null;
  /** What was found, and what those who work on it add. */
  readonly teamNote: string | null;
  /** Where it stands now. */
  readonly state: 'found' | 'working_on' | 'met' | 'confirmed' | 'set_aside' | 'retracted';
  /** What was said with the last move. */
  readonly moveNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('begin' | 'meet' | 'confirm' | 'set_aside' | 'reopen' | 'retract')[];
  /** Whether the client wants help with it now. */
  readonly wantsHelp: 'yes' | 'not_now' | 'unknown';
  /** The client’s own order: 1 comes first. */
  readonly rank: number | null;
  /** Null while nobody does. */
  readonly workedOnBy: NeedWorkerPart | null;
  /** Since when, as far as the client says. */
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
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface NeedWorkerPart {
  readonly who: 'client' | 'member';
  /** A worker in a role at an organisation. */
  readonly membershipId?: Id;
  readonly name?: string;
  /** What a worker may do and see follows from it. */
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
  /** In the client’s own order. */
  readonly items: readonly NeedResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface NewCallerErasureRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly because: 'caller_asked' | 'court_order' | 'made_by_mistake';
}

export interface NewCallerRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What the caller wants to be known by; nobody has to say anything. */
  readonly alias?: string;
  /** As the client gave them. */
  readonly pronouns?: string;
  /** In which language to talk. */
  readonly language: 'en' | 'fr';
  /** Where, how and when a call back is fine. */
  readonly whereToCall?: string;
  /** False where it is left out: nobody calls back who was not asked to. */
  readonly mayBeCalledBack?: boolean;
  /** What the caller asked to be remembered, one thing each. */
  readonly remember?: readonly string[];
}

export interface NewErasureRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** `retention_over` takes that the record is on the list of what is due. */
  readonly because: 'client_asked' | 'retention_over' | 'court_order' | 'made_by_mistake';
}

export interface NewLegalHoldRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly because: 'court_order' | 'legal_dispute' | 'investigation' | 'complaint' | 'access_request' | 'other';
}

export interface NewMembershipRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What a worker may do and see follows from it. */
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
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
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
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** In which it serves people. */
  readonly languages: readonly string[];
}

export interface NewServiceRequest {
  /** What it is, for whoever explains it to a client. */
  readonly about?: string | null;
  /** Who may ask for a place there. */
  readonly referredBy?: readonly ('client' | 'family' | 'professional')[];
  /** Days that a stay is planned for; null where it has no end. */
  readonly lengthDays?: number | null;
  /** How often new people are taken in. */
  readonly intakeRhythm?: 'any_day' | 'weekly' | 'every_two_weeks' | 'monthly' | 'by_cohort' | 'unknown';
  /** Whole Canadian dollars a month; 0 where it costs nothing, null where nobody knows. */
  readonly monthlyCost?: number | null;
  /** What becomes of somebody’s income support while they are there. */
  readonly effectOnIncome?: 'none' | 'reduced' | 'suspended' | 'unknown';
  /** What becomes of the place where somebody lives. */
  readonly effectOnHousing?: 'none' | 'place_is_kept' | 'place_may_be_lost' | 'unknown';
  /** Who gives opioid agonist treatment while somebody is there. */
  readonly oatInside?: 'given_there' | 'from_a_pharmacy_outside' | 'not_possible' | 'unknown';
  /** Whether that goes on the day after. */
  readonly oatAfter?: 'arranged_before_leaving' | 'left_to_the_client' | 'unknown';
  /** Whether somebody who left may come back. */
  readonly readmission?: 'any_time' | 'after_a_wait' | 'case_by_case' | 'unknown';
  /** How often whoever waits has to call in to keep their place; null where they need not. */
  readonly callInEveryDays?: number | null;
  /** Hours for which a count of free places is worth something. */
  readonly capacityHoldsHours?: number;
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly name: string;
  readonly kind:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat_clinic'
    | 'counselling'
    | 'peer_group'
    | 'supervised_consumption'
    | 'housing'
    | 'income_support'
    | 'identity_documents'
    | 'food'
    | 'other';
  /** In which it serves people. */
  readonly languages: readonly string[];
}

export interface NoteNeedRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What it is about. This alone is enough. */
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
  /** In their own words. */
  readonly ownWords?: string;
  /** What was found, and what those who work on it add. */
  readonly teamNote?: string;
  /** Whether the client wants help with it now; `unknown` while nobody asked. */
  readonly wantsHelp?: 'yes' | 'not_now' | 'unknown';
  /** The client’s own order: 1 comes first. */
  readonly rank?: number;
  /** Nobody, unless you say otherwise. */
  readonly workedOnBy?:
    | {
        readonly who: 'client';
      }
    | {
        readonly who: 'member';
        readonly membershipId: Id;
      };
  /** Since when it is so, as far as the client says. */
  readonly since?: CivilDate;
  /** Of housing: the group of the Canadian Definition of Homelessness, never the place. */
  readonly housingStatus?:
    'unsheltered' | 'emergency_sheltered' | 'provisionally_accommodated' | 'at_risk' | 'housed' | 'unknown';
  /** Of identity documents: which papers the client has. Never a number. */
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

export interface NoteReachRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** How you met or tried to. */
  readonly channel: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  /** Whether the client was reached. */
  readonly reached: boolean;
}

export interface NoticeResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly kind: string;
  /** What it tells of. Read it there, under your grants of now. */
  readonly source: NoticeSourcePart;
  /** Whom it is about. */
  readonly clientId: Id | null;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  /** Where it stands now. */
  readonly state: 'unread' | 'read';
  /** What you may do with it now. */
  readonly openMoves: readonly ('mark_read' | 'mark_unread')[];
  /** When it was written down. */
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface NoticeSourcePart {
  readonly kind: string;
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
}

export interface NoticesResponse {
  readonly items: readonly NoticeResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface OfferDateRequest {
  /** When it is. */
  readonly offeredFor: Instant;
  /** Where it is: its day is a day there. */
  readonly zone: string;
  /** How it was told. */
  readonly channel: 'phone' | 'text' | 'email' | 'letter' | 'in_person' | 'through_worker';
  /** A bed that is kept for an answer; two workers cannot offer the same one. */
  readonly bedId?: Id;
  /** Until when the place is kept for an answer. Nothing ends by it: the offer is then shown as lapsed. */
  readonly answerBy?: Instant;
  /** Why before others who stand before in line. */
  readonly beforeOthersBecause?:
    | 'safety'
    | 'pregnancy'
    | 'released_or_discharged'
    | 'offered_and_unable'
    | 'could_not_be_reached'
    | 'place_fits_only'
    | 'waits_by_choice'
    | 'other';
  readonly transport?: 'not_needed' | 'arranged' | 'to_arrange' | 'goes_alone';
  /** What has to be done before entry. */
  readonly beforeSteps?: readonly BeforeStepPart[];
  /** Where to come and what to bring. */
  readonly note?: string;
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** Of a date that is over when it is written down, such as of somebody who walked in. */
  readonly outcome?:
    | 'attended'
    | 'did_not_attend'
    | 'client_rescheduled'
    | 'provider_rescheduled'
    | 'test_result_outside_program_criteria'
    | 'client_not_ready_today'
    | 'transport'
    | 'childcare'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'offer_not_taken'
    | 'offer_lapsed';
  /** With an outcome: what got in the way, in their own words. */
  readonly inTheWay?: string;
  /** With an outcome: what would help next time, in their own words. */
  readonly wouldHelp?: string;
  /** With an outcome: the first day on which to try again. */
  readonly nextTryOn?: CivilDate;
}

export interface OfferPart {
  /** When it is. */
  readonly offeredFor: Instant;
  /** Where it is: its day is a day there. */
  readonly zone: string;
  /** How it was told. */
  readonly channel: 'phone' | 'text' | 'email' | 'letter' | 'in_person' | 'through_worker';
  /** A bed that is kept for an answer; two workers cannot offer the same one. */
  readonly bedId?: Id;
  /** Until when the place is kept for an answer. Nothing ends by it: the offer is then shown as lapsed. */
  readonly answerBy?: Instant;
  /** Why before others who stand before in line. */
  readonly beforeOthersBecause?:
    | 'safety'
    | 'pregnancy'
    | 'released_or_discharged'
    | 'offered_and_unable'
    | 'could_not_be_reached'
    | 'place_fits_only'
    | 'waits_by_choice'
    | 'other';
  readonly transport?: 'not_needed' | 'arranged' | 'to_arrange' | 'goes_alone';
  /** What has to be done before entry. */
  readonly beforeSteps?: readonly BeforeStepPart[];
  /** Where to come and what to bring. */
  readonly note?: string;
}

export interface OfferResponse {
  readonly attemptId: Id;
  readonly referralId: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly number: number;
  /** When it was offered. */
  readonly offeredAt: Instant;
  /** When it is. */
  readonly offeredFor: Instant;
  readonly zone: string;
  readonly bedId: Id | null;
  readonly answerBy: Instant | null;
  /** The time to answer is over, and nobody has said what came of it. */
  readonly isLapsed: boolean;
  /** Why to this person before others in line. */
  readonly beforeOthersBecause:
    | 'safety'
    | 'pregnancy'
    | 'released_or_discharged'
    | 'offered_and_unable'
    | 'could_not_be_reached'
    | 'place_fits_only'
    | 'waits_by_choice'
    | 'other'
    | null;
  /** Where it stands now. */
  readonly state: 'offered' | 'confirmed' | 'ended' | 'retracted';
  /** Whether the client was reached, and if not, why. */
  readonly outcome:
    | 'attended'
    | 'did_not_attend'
    | 'client_rescheduled'
    | 'provider_rescheduled'
    | 'test_result_outside_program_criteria'
    | 'client_not_ready_today'
    | 'transport'
    | 'childcare'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'offer_not_taken'
    | 'offer_lapsed'
    | null;
  /** What came of it, in words for whom it is about. */
  readonly outcomeSaid: SaidPart | null;
}

export interface OffersResponse {
  /** The newest first. */
  readonly items: readonly NamedOfferResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface OpenBreakGlassRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly because: 'life_in_danger' | 'cannot_be_asked' | 'others_in_danger' | 'other';
  /** What happened, in words. Only you and whoever reviews it read them. */
  readonly reason: string;
}

export interface OpenReceivedRequest {
  /** As it was told. */
  readonly code: string;
  /** The last part of the link’s address. */
  readonly link: string;
}

export interface OpenSessionRequest {
  /** As it was told. */
  readonly code: string;
  /** The last part of the link’s address. */
  readonly link: string;
}

export interface OpenTaskRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** What has to be done, as a code. What is meant in particular stands in the title. */
  readonly kind:
    | 'follow_up'
    | 'call_her_back'
    | 'visit'
    | 'accompany'
    | 'book_appointment'
    | 'bring_papers'
    | 'warm_outreach'
    | 'session'
    | 'after_care'
    | 'other';
  /** In a few words. */
  readonly title: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** `coordination`, unless what it is about raises it. */
  readonly class?:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** Yours, unless you say otherwise. */
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
  /** By a day or by an instant; null: by no time. */
  readonly due?:
    | {
        readonly on: CivilDate;
      }
    | {
        readonly at: Instant;
      };
  /** In which the task's days are meant; your organisation's, unless you say otherwise. */
  readonly zone?: string;
}

export interface OpenedReceivedResponse {
  /** To send as `Authorization: Bearer …`. It is shown this once. */
  readonly token: string;
  /** Each use gives it half an hour from then. */
  readonly expiresAt: Instant;
  /** In which the receiver is met. */
  readonly language: 'en' | 'fr';
}

export interface OpenedSessionResponse {
  /** To send as `Authorization: Bearer …`. It is shown this once. */
  readonly token: string;
  /** Each use gives it half an hour from then. */
  readonly expiresAt: Instant;
  /** In which the client is met. */
  readonly language: 'en' | 'fr';
}

export interface OrganisationResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
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
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface OrganisationsResponse {
  readonly items: readonly OrganisationResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface OutsidePart {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

export interface OutsideRequest {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  /** How they are asked. */
  readonly by: 'phone' | 'letter' | 'link';
}

export interface OwnOrganisationPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  /** Two letters, as Canada Post writes them. */
  readonly province: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
}

export interface OwnSessionPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** When it began. */
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
  /** When this session last showed a second factor. */
  readonly verifiedAt: Instant | null;
}

export interface OwnerPart {
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id | null;
  /** What a worker may do and see follows from it. */
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

export interface PairSetAsideResponse {
  readonly because: 'two_people' | 'relatives' | 'shared_contact' | 'client_prefers_apart' | 'other';
  /** Since when. */
  readonly setAsideAt: Instant;
  /** The membership that set them aside. */
  readonly setAsideBy: Id;
  /** The two records, the lower id first. */
  readonly clientIds: readonly string[];
}

export interface PermissionPart {
  readonly permission: string;
  readonly reach: 'own' | 'organisation' | 'granted' | 'all';
}

export interface PersonPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** In lower case. */
  readonly email: string;
  /** As colleagues see it. */
  readonly displayName: string;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
}

export interface PieceRequest {
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    'identity_name' | 'identity_contact' | 'coordination' | 'medication' | 'substance_use' | 'mental_health';
  /** What it says. */
  readonly text: string;
}

export interface PlanActionRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** In a few words. */
  readonly title: string;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn?: CivilDate;
  /** Whose task it is; yours, unless you say otherwise. */
  readonly membershipId?: Id;
}

export interface PlanContact {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** How you met or tried to. */
  readonly channel: string;
  /** Whether the client was reached, and if not, why. */
  readonly outcome: string;
  /** The membership of whoever was there. */
  readonly createdBy: Id;
  /** How long it took. */
  readonly minutes: number | null;
  /** The client’s goal today, in their own words. */
  readonly goalToday: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** Where to somebody went with the client. */
  readonly accompaniedTo: string | null;
  /** How far the client is on the way to going alone. */
  readonly accompaniment: string | null;
  /** What the client was asked, as far as you may read it. */
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
}

export interface PlanDate {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly referralId: Id;
  /** Which date of this referral it is: 1 for the first. */
  readonly number: number;
  readonly offeredFor: Instant;
  readonly zone: string;
  /** Where it stands now. */
  readonly state: 'offered' | 'confirmed' | 'ended' | 'retracted';
  readonly answerBy: Instant | null;
  /** Nobody answered in time; the place may be given to somebody else. */
  readonly lapsed: boolean;
  readonly transport: 'not_needed' | 'arranged' | 'to_arrange' | 'goes_alone' | null;
  /** Who goes along. */
  readonly accompaniedBy: string | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanDue {
  /** Where it is due by a day. */
  readonly on: CivilDate | null;
  /** The instant, or the first one of the day. */
  readonly at: Instant;
}

export interface PlanGoal {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** In their own words. */
  readonly ownWords: string;
  /** What those who work on it add. */
  readonly teamNote: string | null;
  /** Where it stands now. */
  readonly state: string;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy: PlanWorker;
  readonly steps: readonly PlanStep[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanNeed {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly domain: string;
  /** Where it stands now. */
  readonly state: string;
  /** In their own words. */
  readonly ownWords: string | null;
  /** What those who work on it add. */
  readonly teamNote: string | null;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** Whether the client wants help with it now. */
  readonly wantsHelp: string;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy: PlanWorker | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanOwner {
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id | null;
  readonly name: string | null;
  /** What a worker may do and see follows from it. */
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

export interface PlanPerson {
  /** The name to say. */
  readonly goesBy: string | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  readonly team: readonly PlanTeamMember[];
  readonly supporters: readonly PlanSupporter[];
}

export interface PlanReferral {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  readonly sender: string;
  /** The organisation that was asked. */
  readonly receiver: string | null;
  readonly service: string | null;
  readonly reason: string | null;
  /** In their own words. */
  readonly ownWords: string | null;
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  /** The reason code of the last move. */
  readonly because: string | null;
  /** Who owes the next step. */
  readonly owes: 'sender' | 'receiver' | 'nobody';
  readonly nextStepBy: Instant | null;
  /** Past due; nothing else follows from it. */
  readonly overdue: boolean;
  readonly placeInLine: number | null;
  readonly reviewOn: CivilDate | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanSectionResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly section: 'know_about_me' | 'what_helps' | 'my_strengths' | 'safety';
  /** What it says. */
  readonly text: string;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** The membership that wrote it last. */
  readonly updatedBy: Id;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanSignOffResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** The membership that signed. */
  readonly by: Id;
  readonly byName: string;
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

export interface PlanStay {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly referralId: Id;
  readonly service: string;
  /** Where it stands now. */
  readonly state: 'inside' | 'on_leave' | 'ended' | 'retracted';
  readonly admittedAt: Instant;
  readonly plannedEndOn: CivilDate | null;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** It ended, and what was owed after it is still open: what the body took before may now be too much. */
  readonly lowerTolerance: boolean;
  /** Whether the client was told so before leaving. */
  readonly toldOfLowerTolerance: boolean | null;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone: 'given' | 'has_one' | 'offered_not_wanted' | 'not_offered' | 'not_known' | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface PlanStep {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What it says. */
  readonly text: string;
  /** Where it stands now. */
  readonly state: string;
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn: CivilDate | null;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy: PlanWorker;
}

export interface PlanSupporter {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly name: string;
  /** Who this is to the client, in their words. */
  readonly relation: string | null;
  readonly mayBeTold: string;
}

export interface PlanTask {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly kind:
    | 'follow_up'
    | 'call_her_back'
    | 'visit'
    | 'accompany'
    | 'book_appointment'
    | 'bring_papers'
    | 'warm_outreach'
    | 'session'
    | 'after_care'
    | 'other'
    | 'contact_follow_up'
    | 'need_action'
    | 'renew_consent'
    | 'debrief_offer'
    | 'review_rule_pack';
  /** In a few words. */
  readonly title: string | null;
  /** By a day or by an instant; null: by no time. */
  readonly due: PlanDue | null;
  /** Past due and still open. */
  readonly overdue: boolean;
  /** Who owes it: one membership, or whoever holds a role. */
  readonly owner: PlanOwner;
}

export interface PlanTeamMember {
  /** Whom it is about. */
  readonly clientId: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  readonly name: string;
  /** What a worker may do and see follows from it. */
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
  /** A worker in a role at an organisation. */
  readonly membershipId?: Id;
  readonly name?: string;
  /** What a worker may do and see follows from it. */
  readonly role?: string;
  readonly isHere?: boolean;
}

export interface PossibleDuplicateResponse {
  /** The two. */
  readonly records: readonly AlikeRecordPart[];
  /** All of why they are listed; there is no score. */
  readonly reasons: readonly ReasonPart[];
}

export interface PossibleDuplicatesResponse {
  /** Among the clients whom you see. A page may be short or empty and still have a next one. */
  readonly items: readonly PossibleDuplicateResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface PreviewLinkRequest {
  /** The other record. You must see who both are. */
  readonly otherClientId: Id;
}

export interface PreviewedRecordPart {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** Whom it is about. */
  readonly clientId: Id;
  /** The name to say. */
  readonly goesBy: string | null;
  readonly holds: readonly HeldCountPart[];
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
  /** Stays the same in every language. */
  readonly code: string;
  readonly status: number;
  readonly page: string;
  readonly en: ProblemTextShown;
  readonly fr: ProblemTextShown;
}

export interface ProblemTextShown {
  /** In a few words. */
  readonly title: string;
  /** The mend. Names in braces are filled from the facts of the case. */
  readonly detail: string;
}

export interface ReachAttemptResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly referralId: Id;
  readonly round: number;
  /** The real time, also when it was written down later. */
  readonly happenedAt: Instant;
  /** How you met or tried to. */
  readonly channel: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  /** Whether the client was reached. */
  readonly reached: boolean;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that tried. */
  readonly createdBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ReachAttemptsResponse {
  /** In the order in which they took place. */
  readonly items: readonly ReachAttemptResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ReadRecordResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** Whom it is about. */
  readonly clientId: Id;
}

export interface Ready {
  readonly status: 'ready';
  readonly checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface ReasonPart {
  /** What the two have in common: a whole name that sounds alike, one name of several, and so on. */
  readonly shared: 'names_alike' | 'name' | 'birth_date' | 'phone' | 'email';
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
}

export interface ReceiveCallerRequest {
  /** A client of your own house. */
  readonly clientId?: Id;
  /** Or what a new record goes by. */
  readonly goesBy?: string;
}

export interface ReceivedForm {
  /** What the page put into its form: bound to the session. */
  readonly f: string;
}

export interface ReceivedReferralResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The organisation that asks. */
  readonly sender: string;
  /** Where they may be called back about it. */
  readonly senderPhone: string;
  /** To whom it is written. */
  readonly addressedTo: string | null;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  /** Why it was declined. */
  readonly because:
    | 'no_capacity'
    | 'waitlist_closed'
    | 'not_eligible_age'
    | 'not_eligible_gender'
    | 'not_eligible_catchment'
    | 'not_eligible_clinical_acuity'
    | 'not_eligible_oat'
    | 'not_eligible_other_medication'
    | 'not_eligible_legal'
    | 'missing_documents'
    | 'preadmission_step_incomplete'
    | 'duplicate'
    | 'service_not_offered'
    | 'coverage'
    | null;
  readonly sentAt: Instant;
  /** By when an answer is hoped for. */
  readonly answerBy: Instant | null;
  /** Why, as the sender puts it. */
  readonly reason: string | null;
  /** As the person says it. */
  readonly ownWords: string | null;
  /** What was last asked about it, and what was answered. */
  readonly question: string | null;
  readonly answer: string | null;
  /** What the person agreed to share. */
  readonly sharedClasses: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  readonly summaries: readonly SharedSummaryResponse[];
  /** What a caller goes by, where that goes along. */
  readonly alias: string | null;
  /** Empty where names are not shared. */
  readonly names: readonly SharedNameResponse[];
  /** Where the client gave it. */
  readonly birthDate: CivilDate | null;
  /** As the client gave them. */
  readonly pronouns: string | null;
  /** On which the person may be reached; empty where that is not shared. */
  readonly channels: readonly SharedChannelResponse[];
  /** Safe hours are hours in it. */
  readonly timeZone: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('accept' | 'decline' | 'ask')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ReceiverCodeRequest {
  /** As it was told. */
  readonly code: string;
}

export interface ReceiverLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly referralId: Id;
  /** Whom the referral is about; null where it is about a caller. */
  readonly clientId: Id | null;
  /** Who called the line, where the referral is about a caller. */
  readonly callerId: Id | null;
  /** Where it stands now. */
  readonly state: 'waiting' | 'opened' | 'taken_back' | 'over';
  /** The way, other than the link's, by which the receiver was told the code. */
  readonly codeTold: 'in_person' | 'phone' | 'letter';
  /** In which the pages meet the receiver. */
  readonly language: 'en' | 'fr';
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Until then it can be opened. */
  readonly openUntil: Instant;
  /** When its code was told; from then on the link opens nothing more. */
  readonly openedAt: Instant | null;
  /** When the sender took it back. */
  readonly revokedAt: Instant | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'take_back'[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ReceiverLinksResponse {
  readonly items: readonly ReceiverLinkResponse[];
}

export interface RecipientResponse {
  /** The client, an organisation, a role in one, one person, or somebody without an account whom a referral names. */
  readonly kind: 'client' | 'organisation' | 'role' | 'person' | 'outside';
  /** An organisation of the directory. */
  readonly organisationId?: Id;
  /** What a worker may do and see follows from it. */
  readonly role?: string;
  /** A worker in a role at an organisation. */
  readonly membershipId?: Id;
}

export interface RecordConsentRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** Whether the client agrees to it or says no to it. A no beats every yes. */
  readonly decision: 'permit' | 'deny';
  /** An organisation, a role in it, or one person. */
  readonly recipient:
    | {
        readonly organisationId: Id;
        readonly role?: 'peer_navigator' | 'counsellor' | 'physician' | 'pharmacist' | 'intake_worker' | 'coordinator';
      }
    | {
        readonly membershipId: Id;
        readonly organisationId?: Id;
      };
  /** Which kinds of data. Without `identity_name` the recipient does not see the client’s name. */
  readonly classes: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** What it may be asked for; for anything, where you leave it out. */
  readonly purposes?: readonly ('treatment' | 'care_management' | 'operations' | 'emergency' | 'client_request')[];
  /** How far it reaches: `record`, as where you leave it out, opens what you name of the record itself. `referrals` opens nothing alone: it lets a referral to this recipient carry what you name. A renewal goes as far as what it renews. */
  readonly reach?: 'record' | 'referrals';
  /** Now, or the end of the one that it renews, where you leave it out. */
  readonly from?: Instant;
  /** Until the client takes it back, where you leave it out. */
  readonly until?: Instant;
  /** How the client said it. */
  readonly howGiven: 'in_person' | 'phone' | 'written';
  /** The membership that explained it to the client; yours, where you leave it out. */
  readonly explainedBy?: Id;
  /** The language in which it was explained. */
  readonly language: string;
  /** Whether the client has a copy. */
  readonly copyGiven: boolean;
  /** In the client’s own words. */
  readonly ownWords?: string;
  /** The one that this goes on from. */
  readonly renews?: Id;
}

export interface RecordLinkResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** The two records, the lower id first. */
  readonly clientIds: readonly string[];
  /** Where it stands now. */
  readonly state: 'joined' | 'parted';
  readonly joinedBecause: 'client_said' | 'worker_knows' | 'document' | 'made_twice' | 'other';
  readonly joinedAt: Instant;
  /** The membership that joined them. */
  readonly joinedBy: Id;
  readonly joinedNote: string | null;
  /** How the client agreed. */
  readonly agreedHow: 'in_person' | 'phone' | 'written';
  /** When the client agreed. */
  readonly agreedAt: Instant;
  readonly partedBecause: 'client_asked' | 'two_people' | 'mistake' | 'other' | null;
  /** Null while they are joined. */
  readonly partedAt: Instant | null;
  /** The membership that parted them. */
  readonly partedBy: Id | null;
  readonly partedNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly 'part'[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface RecordLinksResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** Those both ends of which you see; the newest first. */
  readonly items: readonly RecordLinkResponse[];
}

export interface RecoveryCodesResponse {
  /** Each good once. Shown this once. */
  readonly recoveryCodes: readonly string[];
}

export interface ReferralChainResponse {
  /** Every hop that you see, in the order in which they were drafted. */
  readonly items: readonly ListedReferralResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ReferralCountPart {
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  /** Who owes the next step. */
  readonly owes: 'sender' | 'receiver' | 'nobody';
  readonly count: number;
  /** Of these, how many somebody is late with. */
  readonly overdue: number;
}

export interface ReferralCountsResponse {
  readonly items: readonly ReferralCountPart[];
}

export interface ReferralMoveResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** A move, or what was noted beside them: `sharing_ended`, `agreed_again` … */
  readonly move: string;
  readonly fromState:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error'
    | null;
  readonly toState:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  readonly round: number;
  readonly because: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  readonly party: 'sender' | 'receiver' | 'outside' | 'client';
  readonly byName: string | null;
  readonly organisation: string | null;
  readonly at: Instant;
}

export interface ReferralMovesResponse {
  /** In the order in which they were made. */
  readonly items: readonly ReferralMoveResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ReferralPageResponse {
  readonly items: readonly ListedReferralResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ReferralResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  /** What the client or the caller goes by, where that is shared. */
  readonly goesBy: string | null;
  /** The referral before this one, where you see it. */
  readonly followsId: Id | null;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  readonly askedBy: 'client' | 'worker' | 'supporter';
  readonly senderOrganisationId: Id;
  readonly sender: string;
  /** The membership that asked. */
  readonly requestedBy: Id;
  readonly requestedByName: string;
  readonly receiverKind: 'organisation' | 'service' | 'outside';
  readonly receiverOrganisationId: Id | null;
  readonly receiver: string | null;
  readonly serviceId: Id | null;
  readonly service: string | null;
  readonly outsideBy: 'phone' | 'letter' | 'link' | null;
  readonly outside: OutsidePart | null;
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  readonly stateSince: Instant;
  /** Reopening begins another round. */
  readonly round: number;
  /** The reason of the last move, or the step that is awaited. */
  readonly because: string | null;
  /** Who owes the next step. */
  readonly owes: 'sender' | 'receiver' | 'nobody';
  readonly nextStepBy: Instant | null;
  readonly isOverdue: boolean;
  /** Whether what it shares is agreed to now. */
  readonly isAgreed: boolean;
  readonly reviewOn: CivilDate | null;
  readonly placeInLine: number | null;
  readonly sharedClasses: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  readonly sentAt: Instant | null;
  readonly answerBy: Instant | null;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  readonly knownToSenderAt: Instant | null;
  readonly knownToClientAt: Instant | null;
  /** Whether sender and client both know what came of it. */
  readonly isLoopClosed: boolean;
  readonly inFhir: InFhirPart;
  /** On which sides of it you stand. */
  readonly parties: readonly ('sender' | 'receiver' | 'outside' | 'client')[];
  /** What you may do with it now. */
  readonly openMoves: readonly (
    | 'send'
    | 'ask'
    | 'answer'
    | 'accept'
    | 'decline'
    | 'put_on_waiting_list'
    | 'await_step'
    | 'owe_next_date'
    | 'arrive'
    | 'finish'
    | 'leave_early'
    | 'withdraw'
    | 'stop'
    | 'reopen'
    | 'retract'
  )[];
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  readonly reason: string | null;
  /** As the client says it. */
  readonly ownWords: string | null;
  /** What the receiver asked last. */
  readonly question: string | null;
  readonly answer: string | null;
  readonly consentId: Id | null;
  readonly agreedHow: 'in_person' | 'phone' | 'written' | null;
  readonly agreedAt: Instant | null;
  readonly agreementEndedAt: Instant | null;
  /** Told along, of the classes that you hold. */
  readonly summaries: readonly SummaryPart[];
  readonly serves: readonly ServedPart[];
  /** How the client may be reached, where that is shared. */
  readonly channels: readonly SharedChannelPart[];
  /** The record of your own house that stands for this caller. */
  readonly receivedAs: Id | null;
}

export interface ReferralsOfClientResponse {
  readonly items: readonly ListedReferralResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface RefreshRequest {
  readonly refreshToken: string;
}

export interface RememberRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** In the caller’s own words. */
  readonly text: string;
}

export interface RetentionDueListResponse {
  readonly items: readonly RetentionDueResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface RetentionDueResponse {
  /** Whom it is about. */
  readonly clientId: Id;
  /** By which rule. */
  readonly rule: string;
  /** When something was last written in the record. */
  readonly lastEntryAt: Instant;
  /** Since when it may be erased. */
  readonly dueAt: Instant;
  /** When the list was made. */
  readonly listedAt: Instant;
}

export interface RetentionRuleResponse {
  /** What it is called in requests. */
  readonly code: string;
  /** Where it holds. */
  readonly province: string;
  /** What is kept. */
  readonly covers: 'client_record' | 'disclosure_notes';
  /** The classes that an erasure takes. */
  readonly classes: readonly (
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
  )[];
  /** How many years it is kept. */
  readonly years: number;
  /** The years run from this age on, where that is later. */
  readonly majorityAge: number | null;
  /** When the source was last read for it. */
  readonly statedOn: CivilDate;
  readonly source: RetentionSource;
  /** Whether the source itself was read. Where not, look before you approve. */
  readonly isSourced: boolean;
  /** The rule in one sentence, in French or English by `Accept-Language`. */
  readonly says: string;
  /** A rule that is not approved does nothing. */
  readonly state: 'not_approved' | 'approved' | 'set_aside';
  /** When it was approved here. */
  readonly approvedAt: Instant | null;
  /** The membership that approved it. */
  readonly approvedBy: Id | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('approve' | 'set_aside')[];
}

export interface RetentionRulesResponse {
  readonly items: readonly RetentionRuleResponse[];
}

export interface RetentionSource {
  /** As it stands in the list of sources; `BK` where none was read. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
}

export interface SafeHoursPart {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface SaidPart {
  readonly en: string;
  readonly fr: string;
}

export interface SearchCallersRequest {
  /** What the caller goes by, as far as somebody remembers it, in any spelling and order. */
  readonly text: string;
  readonly limit?: number;
}

export interface SearchClientsRequest {
  /** Words of names, ends of numbers, an address, a birth date; in any order: `tremblay 0142 1990-05-02`. */
  readonly text: string;
  readonly limit?: number;
}

export interface SecondEntryRequest {
  /** From the answer to the password. */
  readonly pendingToken: string;
  /** Stays the same in every language. */
  readonly code: string;
}

export interface SecondFactorNeededResponse {
  /** Where it stands now. */
  readonly state: 'second_factor_needed';
  /** For POST /v1/auth/second-factor, once. It is no access token. */
  readonly pendingToken: string;
  readonly expiresAt: Instant;
}

export interface SecondFactorResponse {
  /** Where it stands now. */
  readonly state: 'none' | 'stands';
  /** Whether one of your roles asks for one. */
  readonly required: boolean;
  readonly confirmedAt: Instant | null;
  readonly recoveryCodesLeft: number;
}

export interface SecondFactorToSetUpResponse {
  /** Where it stands now. */
  readonly state: 'second_factor_to_set_up';
  /** For POST /v1/auth/second-factor, once. It is no access token. */
  readonly pendingToken: string;
  readonly expiresAt: Instant;
  /** For an authenticator app. */
  readonly secret: string;
  /** The same as a QR code holds it. */
  readonly otpauthUrl: string;
}

export interface ServedPart {
  readonly kind: 'goal' | 'need';
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Of a need, where you see it. */
  readonly domain: string | null;
  /** Where it stands now. */
  readonly state: string | null;
  /** Of a goal, where you see it. */
  readonly ownWords: string | null;
}

export interface ServiceMatchResponse {
  readonly service: ServiceResponse;
  /** What the criteria come to. No score stands behind it. */
  readonly standing: 'nothing_against' | 'to_find_out' | 'not_met';
  readonly criteria: readonly JudgedCriterionPart[];
}

export interface ServiceMatchesResponse {
  /** Those that nothing stands against first, then by name. */
  readonly items: readonly ServiceMatchResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface ServiceResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** The organisation’s name. */
  readonly organisation: string;
  /** Two letters, as Canada Post writes them. */
  readonly province: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
  readonly name: string;
  readonly kind:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat_clinic'
    | 'counselling'
    | 'peer_group'
    | 'supervised_consumption'
    | 'housing'
    | 'income_support'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly about: string | null;
  /** Language tags; the one preferred first. */
  readonly languages: readonly string[];
  readonly referredBy: readonly ('client' | 'family' | 'professional')[];
  /** Days that a stay is planned for. */
  readonly lengthDays: number | null;
  readonly intakeRhythm: 'any_day' | 'weekly' | 'every_two_weeks' | 'monthly' | 'by_cohort' | 'unknown';
  /** Whole Canadian dollars a month. */
  readonly monthlyCost: number | null;
  /** unknown while nobody has said. */
  readonly effectOnIncome: 'none' | 'reduced' | 'suspended' | 'unknown';
  /** unknown while nobody has said. */
  readonly effectOnHousing: 'none' | 'place_is_kept' | 'place_may_be_lost' | 'unknown';
  /** unknown while nobody has said. */
  readonly oatInside: 'given_there' | 'from_a_pharmacy_outside' | 'not_possible' | 'unknown';
  /** unknown while nobody has said. */
  readonly oatAfter: 'arranged_before_leaving' | 'left_to_the_client' | 'unknown';
  /** unknown while nobody has said. */
  readonly readmission: 'any_time' | 'after_a_wait' | 'case_by_case' | 'unknown';
  /** How often whoever waits has to call in, in days. */
  readonly callInEveryDays: number | null;
  /** Hours for which a count of free places is worth something. */
  readonly capacityHoldsHours: number;
  /** What it asks for; null while nobody wrote it. */
  readonly eligibility: EligibilityResponse | null;
  readonly capacity: CapacityPart | null;
  /** Where it stands now. */
  readonly state: 'open' | 'closed';
  /** What you may do with it now. */
  readonly openMoves: readonly ('close' | 'reopen')[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface ServicesResponse {
  /** By name. */
  readonly items: readonly ServiceResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface SessionResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  /** When it began. */
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

export interface SetAsidePairRequest {
  /** Whom it is about. */
  readonly clientId: Id;
  /** The other record. You must see who both are. */
  readonly otherClientId: Id;
  /** Why the two are not asked about again. */
  readonly because: 'two_people' | 'relatives' | 'shared_contact' | 'client_prefers_apart' | 'other';
}

export interface SetAsidePart {
  readonly because: 'two_people' | 'relatives' | 'shared_contact' | 'client_prefers_apart' | 'other';
  /** Since when. */
  readonly setAsideAt: Instant;
  /** The membership that set them aside. */
  readonly setAsideBy: Id;
}

export interface SharedChannelPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  /** Whether the client may be reached on it at all. */
  readonly mayContact: boolean;
  /** Whether a message may be left. */
  readonly mayLeaveVoicemail: boolean;
  /** In the client’s own time zone; none named: any hour. */
  readonly safeHours: readonly SafeHoursPart[];
  readonly value: string | null;
  readonly person: string | null;
  /** What may be said there. */
  readonly sayWhat: string | null;
  /** Who to say one is. */
  readonly sayWho: string | null;
}

export interface SharedChannelResponse {
  readonly kind: 'phone' | 'text' | 'email' | 'letter' | 'through_person' | 'in_person' | 'other';
  /** Whether a message may be left. */
  readonly mayLeaveVoicemail: boolean;
  /** In the person’s own time zone; empty: any hour. */
  readonly safeHours: readonly SharedHoursResponse[];
  /** The number or address. */
  readonly value?: string;
  /** Through whom. */
  readonly person?: string;
  /** What may be said on it. */
  readonly sayWhat?: string;
  /** Who to say one is. */
  readonly sayWho?: string;
}

export interface SharedHoursResponse {
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface SharedNameResponse {
  /** Where it was, or where a name is used. */
  readonly setting: 'goes_by' | 'legal' | 'line' | 'community' | 'family' | 'earlier' | 'other';
  readonly name: string;
}

export interface SharedSummaryResponse {
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** What is told along of this class. */
  readonly text: string;
}

export interface SignOffsResponse {
  readonly items: readonly PlanSignOffResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface SignPlanRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** The plan as it stood then; absent: now. */
  readonly planAsOf?: Instant;
}

export interface SignedInResponse {
  /** Where it stands now. */
  readonly state: 'signed_in';
  readonly sessionId: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  /** An organisation of the directory. */
  readonly organisationId: Id;
  /** What a worker may do and see follows from it. */
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
  /** When this sign-in set up a second factor: ten codes for a lost device, each good once. Shown once. */
  readonly recoveryCodes?: readonly string[];
}

export interface SourcePart {
  readonly kind: string;
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
}

export interface StaffListResponse {
  readonly items: readonly StaffResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface StaffResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** In lower case. */
  readonly email: string;
  /** As colleagues see it. */
  readonly displayName: string;
  /** In which the service speaks to this worker. */
  readonly language: 'en' | 'fr';
  /** Where it stands now. */
  readonly state: 'enabled' | 'disabled';
  /** Whether the invitation was taken, so that somebody can sign in. */
  readonly activated: boolean;
  /** In the own organisation. */
  readonly memberships: readonly MembershipResponse[];
  /** What you may do with it now. */
  readonly openMoves: readonly ('disable' | 'enable')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface StayEndPart {
  readonly because:
    | 'completed'
    | 'client_decided'
    | 'programme_decided'
    | 'moved_to_other_care'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'deceased'
    | 'other';
  /** Whether naloxone went along; `not_known` where you do not know. Not asked of somebody who died. */
  readonly naloxone?: 'given' | 'has_one' | 'offered_not_wanted' | 'not_offered' | 'not_known';
  /** Whether the client was told that what the body took before may now be too much; null where you do not know. */
  readonly toldOfLowerTolerance?: boolean | null;
  /** Free text, sealed with the client’s key. */
  readonly note?: string;
  /** What is done afterwards; a call within two days and a visit within seven, where you name nothing. */
  readonly followUps?: readonly FollowUpPart[];
}

export interface StayLeaveShown {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly because: 'weekend' | 'family' | 'appointment' | 'court' | 'hospital' | 'left_without_saying' | 'other';
  readonly leftAt: Instant;
  readonly expectedAt: Instant | null;
  /** Null while away. */
  readonly backAt: Instant | null;
}

export interface StayResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  readonly referralId: Id;
  /** The date that it began on. */
  readonly attemptId: Id | null;
  readonly serviceId: Id;
  readonly bedId: Id | null;
  /** Where it stands now. */
  readonly state: 'inside' | 'on_leave' | 'ended' | 'retracted';
  readonly admittedAt: Instant;
  /** Nothing ends by it. */
  readonly plannedEndOn: CivilDate | null;
  /** Each time away. */
  readonly leaves: readonly StayLeaveShown[];
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** Why it ended. */
  readonly because:
    | 'completed'
    | 'client_decided'
    | 'programme_decided'
    | 'moved_to_other_care'
    | 'hospitalised'
    | 'in_custody'
    | 'unsafe_for_client'
    | 'deceased'
    | 'other'
    | null;
  /** The same, in words for whom it is about. */
  readonly becauseSaid: SaidPart | null;
  /** Whether a kit was offered or given, or the client has one. */
  readonly naloxone: 'given' | 'has_one' | 'offered_not_wanted' | 'not_offered' | 'not_known' | null;
  readonly toldOfLowerTolerance: boolean | null;
  /** What was said when it ended. */
  readonly endNote: string | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('leave' | 'return' | 'end' | 'retract')[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** The membership that changed it last. */
  readonly updatedBy: Id;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface StaysResponse {
  /** The newest first. */
  readonly items: readonly StayResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface StepResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly goalId: Id;
  /** What it says. */
  readonly text: string;
  /** The client, or a member of the staff with them. */
  readonly workedOnBy: GoalWorkerPart;
  /** A day to aim at. Nothing happens by itself when it has passed. */
  readonly dueOn: CivilDate | null;
  /** Where it stands now. */
  readonly state: 'open' | 'done' | 'dropped';
  /** What you may do with it now. */
  readonly openMoves: readonly ('finish' | 'drop' | 'reopen')[];
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface SteppedUpResponse {
  readonly verifiedAt: Instant;
  /** Until then this session may do what asks for a fresh second factor. */
  readonly until: Instant;
}

export interface SummaryPart {
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** What it says. */
  readonly text: string;
}

export interface SupporterResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** The membership that wrote it down. */
  readonly createdBy: Id;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  /** What may be done to it next. */
  readonly openMoves: readonly 'end'[];
  /** Also as `ETag`. */
  readonly version: number;
  readonly name: string;
  /** Who this is to the client, in their words. */
  readonly relation: string | null;
  /** How this person is reached. */
  readonly reachedBy: string | null;
  readonly mayBeTold: 'nothing' | 'only_that_we_try_to_reach' | 'appointments' | 'ask_each_time';
}

export interface SupportersResponse {
  /** Why you see it: what your access rests on. */
  readonly ground: GroundResponse;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
  readonly items: readonly SupporterResponse[];
}

export interface SwitchMembershipRequest {
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
}

export interface TakenAlongPart {
  /** The link by which it was taken along. */
  readonly callerLinkId: Id;
  readonly parts: readonly ('remembered' | 'referrals')[];
  /** What the line was asked to remember, the oldest first. */
  readonly remembered: readonly TakenNotePart[];
  /** Where else the line asked, the oldest first. */
  readonly referrals: readonly TakenReferralPart[];
}

export interface TakenNotePart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** What it says. */
  readonly text: string;
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
}

export interface TakenReferralPart {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  readonly asksFor:
    | 'residential_programme'
    | 'withdrawal_management'
    | 'oat'
    | 'primary_care'
    | 'counselling'
    | 'peer_support'
    | 'supervised_consumption'
    | 'housing'
    | 'income'
    | 'identity_documents'
    | 'food'
    | 'other';
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'tonight';
  /** Where it stands now. */
  readonly state:
    | 'drafted'
    | 'sent'
    | 'info_requested'
    | 'accepted'
    | 'declined'
    | 'waitlisted'
    | 'preadmission_pending'
    | 'date_not_attended'
    | 'next_date_owed'
    | 'date_offered'
    | 'date_confirmed'
    | 'in_progress'
    | 'completed'
    | 'left_early'
    | 'withdrawn'
    | 'stopped'
    | 'entered_in_error';
  readonly stateSince: Instant;
  readonly sentAt: Instant;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
}

export interface TaskResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id | null;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  readonly kind:
    | 'follow_up'
    | 'call_her_back'
    | 'visit'
    | 'accompany'
    | 'book_appointment'
    | 'bring_papers'
    | 'warm_outreach'
    | 'session'
    | 'after_care'
    | 'other'
    | 'contact_follow_up'
    | 'need_action'
    | 'renew_consent'
    | 'debrief_offer'
    | 'review_rule_pack';
  /** In a few words. */
  readonly title: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** What gave rise to it. */
  readonly source: SourcePart | null;
  /** Who owes it: one membership, or whoever holds a role. */
  readonly owner: OwnerPart;
  /** By a day or by an instant; null: by no time. */
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
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
}

export interface TaskWithHistoryResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id | null;
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling'
    | null;
  readonly kind:
    | 'follow_up'
    | 'call_her_back'
    | 'visit'
    | 'accompany'
    | 'book_appointment'
    | 'bring_papers'
    | 'warm_outreach'
    | 'session'
    | 'after_care'
    | 'other'
    | 'contact_follow_up'
    | 'need_action'
    | 'renew_consent'
    | 'debrief_offer'
    | 'review_rule_pack';
  /** In a few words. */
  readonly title: string | null;
  /** Free text, sealed with the client’s key. */
  readonly note: string | null;
  /** What gave rise to it. */
  readonly source: SourcePart | null;
  /** Who owes it: one membership, or whoever holds a role. */
  readonly owner: OwnerPart;
  /** By a day or by an instant; null: by no time. */
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
  /** When it was written down. */
  readonly createdAt: Instant;
  /** When it last changed. */
  readonly updatedAt: Instant;
  /** Also as `ETag`. */
  readonly version: number;
  /** Oldest first. */
  readonly history: readonly MovePart[];
}

export interface TasksResponse {
  readonly items: readonly TaskResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** Where one client was asked for. */
  readonly withheld?: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records?: readonly ReadRecordResponse[];
}

export interface TeamMemberResponse {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
  /** A worker in a role at an organisation. */
  readonly membershipId: Id;
  readonly workerName: string;
  /** What a worker may do and see follows from it. */
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
  /** When it began. */
  readonly startedAt: Instant;
  /** Null while it stands. */
  readonly endedAt: Instant | null;
  readonly endedBecause:
    'client_asked' | 'worker_left' | 'handed_over' | 'other_team' | 'relationship_disclosed' | 'other' | null;
  /** What you may do with it now. */
  readonly openMoves: readonly ('make_primary' | 'end')[];
  /** Also as `ETag`. */
  readonly version: number;
}

export interface TellOutcomeRequest {
  readonly to: 'sender' | 'client';
  /** How it was told. */
  readonly note?: string;
}

export interface TimelineEntryResponse {
  /** Of the change. */
  readonly id: Id;
  /** Whom it is about. */
  readonly clientId: Id;
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
    | 'referral'
    | 'referral_summary'
    | 'referral_reception'
    | 'attempt'
    | 'reach_attempt'
    | 'stay'
    | 'stay_leave'
    | 'caller_link'
    | 'plan_section'
    | 'plan_sign_off'
    | 'consent'
    | 'break_glass'
    | 'record_link';
  readonly recordId: Id;
  /** The kind of data it is: who may read it follows from this. */
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
  /** The membership that made it. */
  readonly by: Id | null;
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
  /** Of a referral the move that was made; of a date or a stay that it ended. */
  readonly step: string | null;
}

export interface TimelineResponse {
  readonly items: readonly TimelineEntryResponse[];
  /** The cursor of the next page. */
  readonly next?: string;
  /** What you do not see, whether or not there is anything. */
  readonly withheld: readonly WithheldResponse[];
  /** The record in the path, then those joined with it as far as you see them. Each item says of which it is. */
  readonly records: readonly ReadRecordResponse[];
}

export interface ToChooseResponse {
  /** Where it stands now. */
  readonly state: 'choose_membership';
  /** Sign in again with the `membershipId` of one of them. */
  readonly memberships: readonly ChoiceResponse[];
}

export interface ToldLineResponse {
  /** On the client’s own wall clock. */
  readonly when: string;
  /** The name as it stands in the directory of the staff; "you" where it was the client. */
  readonly who: string;
  /** Empty where it was the client. */
  readonly role: string;
  /** The organisation for which it was done. */
  readonly organisation: string;
  /** What was done. */
  readonly what: string;
  /** What kinds of data it touched. */
  readonly classes: readonly string[];
  /** Why whoever did it may. */
  readonly ground: string;
  /** What for. */
  readonly purpose: string;
  /** Done, or not let in. */
  readonly outcome: string;
}

export interface WaitingListResponse {
  /** In order: by place, then by how long they have waited. */
  readonly items: readonly InLineResponse[];
  /** Places as somebody counted them last. */
  readonly capacity: CountPart | null;
  /** The cursor of the next page. */
  readonly next?: string;
}

export interface WeekHoursResponse {
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface WhyPart {
  readonly en: string;
  readonly fr: string;
}

export interface WithdrawForm {
  /** What the page put into its form: bound to the session. */
  readonly f: string;
  /** The consent that is taken back. */
  readonly consent: Id;
  /** As the page showed it. */
  readonly version: string;
}

export interface WithheldResponse {
  /** The kind of data it is: who may read it follows from this. */
  readonly class:
    | 'identity_name'
    | 'identity_contact'
    | 'coordination'
    | 'medication'
    | 'substance_use'
    | 'mental_health'
    | 'counselling';
  /** Why: by your role, or by what the client agreed to. */
  readonly rule: 'role' | 'consent';
}

export interface WriteEligibilityRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  /** The day on which it was read or said. */
  readonly asOf: CivilDate;
  /** Where it is written, or who said it. */
  readonly source: string;
  /** Everything that is asked for; an empty list says that nothing is. */
  readonly criteria: readonly (
    | {
        readonly kind: 'age';
        readonly min?: number;
        readonly max?: number;
      }
    | {
        readonly kind: 'gender';
        readonly values: readonly ('woman' | 'man' | 'two_spirit' | 'non_binary')[];
      }
    | {
        readonly kind: 'province';
        readonly values: readonly (
          'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT'
        )[];
      }
    | {
        readonly kind: 'catchment';
        readonly values: readonly string[];
      }
    | {
        readonly kind: 'oat';
        readonly values: readonly (
          'none' | 'buprenorphine' | 'buprenorphine_depot' | 'methadone' | 'slow_release_morphine' | 'injectable'
        )[];
      }
    | {
        readonly kind: 'oat_stable_days';
        readonly min: number;
      }
    | {
        readonly kind: 'days_without_use';
        readonly min: number;
      }
    | {
        readonly kind: 'documents';
        readonly values: readonly (
          | 'birth_certificate'
          | 'provincial_identity_card'
          | 'health_card'
          | 'social_insurance_number'
          | 'status_card'
          | 'immigration_papers'
        )[];
      }
    | {
        readonly kind: 'tests';
        readonly values: readonly ('substance_test' | 'tuberculosis' | 'medical_clearance')[];
      }
    | {
        readonly kind: 'steps_before';
        readonly values: readonly (
          'withdrawal_management' | 'shorter_programme' | 'residential_programme' | 'interview'
        )[];
      }
    | {
        readonly kind: 'legal';
        readonly values: readonly (
          'open_charges' | 'violent_charges' | 'sexual_charges' | 'arson' | 'no_contact_order'
        )[];
      }
  )[];
}

export interface WriteSectionRequest {
  /** A UUID in lower case. In a request your own, for work without a connection; otherwise one is made. */
  readonly id?: Id;
  readonly section: 'know_about_me' | 'what_helps' | 'my_strengths' | 'safety';
  /** What it says. */
  readonly text: string;
}

/** What an operation takes and answers, by method and path. */
export interface Operations {
  readonly delete: {
    /**
     * Removes it, where none of your roles asks for one.
     *
     * Takes the permission `me:change`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/me/second-factor': { readonly given: object; readonly answer: undefined };
    /**
     * Ends one of them, in force on its next request.
     *
     * Takes no If-Match: an ending cannot come too late.
     *
     * Takes the permission `session:end`.
     */
    readonly '/v1/me/sessions/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: undefined;
    };
    /**
     * Ends the session.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/v1/my/session': { readonly given: object; readonly answer: undefined };
    /**
     * Ends the session.
     *
     * Takes the permission `received-referral:read`.
     */
    readonly '/v1/received/session': { readonly given: object; readonly answer: undefined };
  };
  readonly get: {
    /**
     * What this is, its version, and where to go on.
     *
     * Open: says what this is and where to go on.
     */
    readonly '/': { readonly given: object; readonly answer: Entrance };
    /**
     * The client’s plan on one page.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/h/p/1': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
          /** Where an earlier page of a list begins. */
          readonly c?: string;
        };
      };
      readonly answer: string;
    };
    /**
     * What the client agreed to and said no to, and what was given out.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/h/p/2': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
          /** Where an earlier page of a list begins. */
          readonly c?: string;
        };
      };
      readonly answer: string;
    };
    /**
     * Who used the client’s record, the newest first.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/h/p/3': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
          /** Where an earlier page of a list begins. */
          readonly c?: string;
        };
      };
      readonly answer: string;
    };
    /**
     * Where a link leads: a page that asks for its code.
     *
     * Looking at it uses nothing up.
     *
     * Open: whoever has a link and its code has no account.
     */
    readonly '/h/{token}': {
      readonly given: {
        readonly path: { readonly token: string };
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
      };
      readonly answer: string;
    };
    /**
     * Whether the process answers.
     *
     * Open: a probe asks whether the process answers.
     */
    readonly '/health/live': { readonly given: object; readonly answer: Live };
    /**
     * Whether it can serve: what it leans on stands. 503 names what does not.
     *
     * Open: a load balancer asks whether to send requests here.
     */
    readonly '/health/ready': { readonly given: object; readonly answer: Ready };
    /**
     * What was sent, on one page to read and to print, with its answers.
     *
     * Takes the permission `received-referral:read`.
     */
    readonly '/o/p/1': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
      };
      readonly answer: string;
    };
    /**
     * Where a link leads: a page that asks for its code.
     *
     * Looking at it uses nothing up.
     *
     * Open: whoever receives a referral by a link and its code has no account.
     */
    readonly '/o/{token}': {
      readonly given: {
        readonly path: { readonly token: string };
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
      };
      readonly answer: string;
    };
    /**
     * Every problem that this API can answer, by its code.
     *
     * As JSON, or as a page where `text/html` is accepted.
     *
     * Open: a problem names its page, and whoever meets one may not be signed in.
     */
    readonly '/problems': { readonly given: object; readonly answer: ProblemList };
    /**
     * What one problem means and how to mend it, in both languages.
     *
     * Open: a problem names its page, and whoever meets one may not be signed in.
     */
    readonly '/problems/{code}': {
      readonly given: { readonly path: { readonly code: string } };
      readonly answer: ProblemShown;
    };
    /**
     * One date: how it stands, what was arranged for it, and what came of it.
     *
     * Takes the permission `attempt:read`.
     */
    readonly '/v1/attempts/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: AttemptResponse;
    };
    /**
     * What your organisation’s staff did, and what others did to the records that it keeps; the newest first.
     *
     * Takes the permission `audit:read`.
     */
    readonly '/v1/audit': {
      readonly given: {
        readonly query?: {
          /** By this person alone. */
          readonly personId?: Id;
          /** Of this event alone, such as `care_plan.read`. */
          readonly event?: string;
          /** What was done, or where somebody was not let in. */
          readonly outcome?: 'done' | 'not_let_in';
          readonly 'at[from]'?: Instant;
          readonly 'at[before]'?: Instant;
          /** About this client alone. */
          readonly clientId?: Id;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: LogResponse;
    };
    /**
     * Where a link leads.
     *
     * It says what to do and consumes nothing, so that a preview of the link takes nothing away.
     *
     * Open: Whoever was invited has no account yet..
     */
    readonly '/v1/auth/invitations': { readonly given: object; readonly answer: InvitationGuideResponse };
    /**
     * The board of those that wait for a review, what is due first, first.
     *
     * One stays on it until it is reviewed.
     *
     * Takes the permission `break-glass:read`.
     */
    readonly '/v1/break-glass': {
      readonly given: {
        readonly query?: {
          /** Those that wait for a review, unless those that were reviewed are asked for. */
          readonly state?: 'unreviewed' | 'reviewed';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: BreakGlassBoardResponse;
    };
    /**
     * One of them: by whom, why, until when, and what came of the review.
     *
     * Takes the permission `break-glass:read`.
     */
    readonly '/v1/break-glass/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: BreakGlassResponse;
    };
    /**
     * One link: what was taken along, and how the client said so.
     *
     * Takes the permission `caller-link:read`.
     */
    readonly '/v1/caller-links/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: CallerLinkResponse;
    };
    /**
     * Everybody whom you see now, in no order that says anything about them.
     *
     * Takes the permission `client:read`.
     */
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
    /**
     * Who used the client’s record, when, what for and on which ground: one line for each audit row, the newest first.
     *
     * Takes the permission `access-log:read`.
     */
    readonly '/v1/clients/{clientId}/access-log': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** By this person alone. */
          readonly personId?: Id;
          /** Of this event alone, such as `care_plan.read`. */
          readonly event?: string;
          /** What was done, or where somebody was not let in. */
          readonly outcome?: 'done' | 'not_let_in';
          readonly 'at[from]'?: Instant;
          readonly 'at[before]'?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: AccessLogResponse;
    };
    /**
     * The whole of it as a table to save, in which no cell is a formula.
     *
     * The register of what was given out names it.
     *
     * Takes the permission `access-log:read`.
     */
    readonly '/v1/clients/{clientId}/access-log/csv': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** By this person alone. */
          readonly personId?: Id;
          /** Of this event alone, such as `care_plan.read`. */
          readonly event?: string;
          /** What was done, or where somebody was not let in. */
          readonly outcome?: 'done' | 'not_let_in';
          readonly 'at[from]'?: Instant;
          readonly 'at[before]'?: Instant;
        };
      };
      readonly answer: string;
    };
    /**
     * The whole of it on a page to print.
     *
     * The register of what was given out names it.
     *
     * Takes the permission `access-log:read`.
     */
    readonly '/v1/clients/{clientId}/access-log/page': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** By this person alone. */
          readonly personId?: Id;
          /** Of this event alone, such as `care_plan.read`. */
          readonly event?: string;
          /** What was done, or where somebody was not let in. */
          readonly outcome?: 'done' | 'not_let_in';
          readonly 'at[from]'?: Instant;
          readonly 'at[before]'?: Instant;
        };
      };
      readonly answer: string;
    };
    /**
     * What the client is called, and where.
     *
     * Takes the permission `client:read`.
     */
    readonly '/v1/clients/{clientId}/aliases': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: NamesResponse;
    };
    /**
     * One name, also where it has ended.
     *
     * Takes the permission `client:read`.
     */
    readonly '/v1/clients/{clientId}/aliases/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: NameResponse;
    };
    /**
     * Which calls to a line the client said were theirs, now or before.
     *
     * Takes the permission `caller-link:read`.
     */
    readonly '/v1/clients/{clientId}/caller-links': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: CallerLinksResponse;
    };
    /**
     * The shared plan: all that you may see in one call, what you may not by name, and what changed since you last looked.
     *
     * Takes the permission `care-plan:read`.
     */
    readonly '/v1/clients/{clientId}/care-plan': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** The plan as it stood then, under the grants in force now. */
          readonly 'as-of'?: Instant;
          /** Shows what changed since then instead of since your last look. */
          readonly since?: Instant;
        };
      };
      readonly answer: CarePlanResponse;
    };
    /**
     * Every change that you may see, the newest first: which record, by whom and when; never what it says.
     *
     * Takes the permission `care-plan:read`.
     */
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
    /**
     * The plan on one page, to print for the visit or for the client’s own hands.
     *
     * English, or French by `Accept-Language`.
     *
     * Takes the permission `care-plan:read`.
     */
    readonly '/v1/clients/{clientId}/care-plan/page': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: string;
    };
    /**
     * The newest first.
     *
     * Takes the permission `care-plan:read`.
     */
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
    /**
     * Who works with the client, who is the one to turn to, and who did before.
     *
     * Takes the permission `care-team:read`.
     */
    readonly '/v1/clients/{clientId}/care-team': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: CareTeamResponse;
    };
    /**
     * One entry of the care team: whose, since when, and until when.
     *
     * Takes the permission `care-team:read`.
     */
    readonly '/v1/clients/{clientId}/care-team/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: TeamMemberResponse;
    };
    /**
     * How the client may be reached, what is safe on each way, and whether it may be used at this moment.
     *
     * Takes the permission `channel:read`.
     */
    readonly '/v1/clients/{clientId}/channels': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: ChannelsResponse;
    };
    /**
     * One way to reach the client, also where it has ended.
     *
     * Takes the permission `channel:read`.
     */
    readonly '/v1/clients/{clientId}/channels/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: ChannelResponse;
    };
    /**
     * What the client agreed to share, and said no to, newest first.
     *
     * Whoever keeps the record sees it all; a recipient sees what it was given.
     *
     * Takes the permission `consent:read`.
     */
    readonly '/v1/clients/{clientId}/consents': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** All but what was written down by mistake, unless you say otherwise. */
          readonly state?: 'active' | 'expired' | 'withdrawn' | 'entered_in_error';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ConsentsResponse;
    };
    /**
     * Contacts with one client, the newest first.
     *
     * Takes the permission `contact:read`.
     */
    readonly '/v1/clients/{clientId}/contacts': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly 'happenedAt[from]'?: Instant;
          /** Not itself part of what is shown. */
          readonly 'happenedAt[before]'?: Instant;
          readonly channel?: 'in_person' | 'phone' | 'text' | 'video' | 'email' | 'letter' | 'through_person' | 'other';
          readonly outcome?:
            'reached' | 'no_answer' | 'left_safe_message' | 'wrong_number' | 'not_safe_to_talk' | 'other';
          /** A membership. */
          readonly createdBy?: Id;
          /** Those that stand, unless you say otherwise. */
          readonly state?: 'standing' | 'retracted';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ContactsResponse;
    };
    /**
     * What of the client’s record was given out, to whom and on which ground; the newest first.
     *
     * Takes the permission `disclosure:read`.
     */
    readonly '/v1/clients/{clientId}/disclosures': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: DisclosuresResponse;
    };
    /**
     * The client’s goals in their own order, each with its steps.
     *
     * Takes the permission `goal:read`.
     */
    readonly '/v1/clients/{clientId}/goals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** All but what was written down by mistake, unless you say otherwise. */
          readonly state?: 'named' | 'working_on' | 'reached' | 'set_aside' | 'changed' | 'retracted';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: GoalsResponse;
    };
    /**
     * The links that were made for the client, without their secrets; the newest first, a hundred at most.
     *
     * Takes the permission `hand-link:read`.
     */
    readonly '/v1/clients/{clientId}/hand-links': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: HandLinksResponse;
    };
    /**
     * What the client took along from the line: what was to be remembered, and where else the line asked.
     *
     * Takes the permission `caller-link:read`.
     */
    readonly '/v1/clients/{clientId}/line-history': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: LineHistoryResponse;
    };
    /**
     * With which records this one is joined, and was: as far as you see both.
     *
     * Takes the permission `record-link:read`.
     */
    readonly '/v1/clients/{clientId}/links': {
      readonly given: { readonly path: { readonly clientId: Id } };
      readonly answer: RecordLinksResponse;
    };
    /**
     * The client’s needs in their own order.
     *
     * What is of a class that you do not see is absent, and the class is named.
     *
     * Takes the permission `need:read`.
     */
    readonly '/v1/clients/{clientId}/needs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          /** All but what was written down by mistake, unless you say otherwise. */
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
    /**
     * Every referral of this client that you see, the newest first.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/clients/{clientId}/referrals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReferralsOfClientResponse;
    };
    /**
     * Every stay of a client, on whichever referral.
     *
     * Takes the permission `stay:read`.
     */
    readonly '/v1/clients/{clientId}/stays': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: StaysResponse;
    };
    /**
     * Whom the client chose to stand by them, and what these may be told.
     *
     * Takes the permission `supporter:read`.
     */
    readonly '/v1/clients/{clientId}/supporters': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly query?: { readonly include?: 'ended' } };
      readonly answer: SupportersResponse;
    };
    /**
     * One supporter, also where it has ended.
     *
     * Takes the permission `supporter:read`.
     */
    readonly '/v1/clients/{clientId}/supporters/{id}': {
      readonly given: { readonly path: { readonly clientId: Id; readonly id: Id } };
      readonly answer: SupporterResponse;
    };
    /**
     * What happened over all sorts of records, where it belongs in time; the newest first.
     *
     * Takes the permission `timeline:read`.
     */
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
            | 'referral'
            | 'referral_summary'
            | 'referral_reception'
            | 'attempt'
            | 'reach_attempt'
            | 'stay'
            | 'stay_leave'
            | 'caller_link'
            | 'plan_section'
            | 'plan_sign_off'
            | 'consent'
            | 'break_glass'
            | 'record_link';
          readonly 'occurred[from]'?: Instant;
          readonly 'occurred[before]'?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: TimelineResponse;
    };
    /**
     * Who the client is, as far as your role may read it.
     *
     * Takes the permission `client:read`.
     */
    readonly '/v1/clients/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ClientResponse;
    };
    /**
     * One consent as it stands, with how it stood before.
     *
     * Takes the permission `consent:read`.
     */
    readonly '/v1/consents/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ConsentResponse;
    };
    /**
     * One contact as it stands now.
     *
     * Takes the permission `contact:read`.
     */
    readonly '/v1/contacts/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ContactResponse;
    };
    /**
     * A contact as it stood in each of its versions, as far as you may read it now.
     *
     * Takes the permission `contact:read`.
     */
    readonly '/v1/contacts/{id}/versions': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ContactVersionsResponse;
    };
    /**
     * Erasures requested in the own organisation, and what became of each; the newest first.
     *
     * Takes the permission `erasure:read`.
     */
    readonly '/v1/erasures': {
      readonly given: {
        readonly query?: {
          readonly state?: 'requested' | 'erased' | 'declined' | 'withdrawn';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ErasuresResponse;
    };
    /**
     * One erasure, with what you may do about it now.
     *
     * Takes the permission `erasure:read`.
     */
    readonly '/v1/erasures/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ErasureResponse;
    };
    /**
     * One step as it stands.
     *
     * Takes the permission `goal:read`.
     */
    readonly '/v1/goal-steps/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: StepResponse;
    };
    /**
     * One goal as it stands, with its steps.
     *
     * Takes the permission `goal:read`.
     */
    readonly '/v1/goals/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: GoalResponse;
    };
    /**
     * One link, without its secret.
     *
     * Takes the permission `hand-link:read`.
     */
    readonly '/v1/hand-links/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: HandLinkResponse;
    };
    /**
     * Legal holds over records of the own organisation, the newest first.
     *
     * Takes the permission `legal-hold:manage`.
     */
    readonly '/v1/legal-holds': {
      readonly given: {
        readonly query?: {
          /** Whose record it is over. */
          readonly clientId?: Id;
          readonly state?: 'in_force' | 'lifted';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: LegalHoldsResponse;
    };
    /**
     * One legal hold.
     *
     * Takes the permission `legal-hold:manage`.
     */
    readonly '/v1/legal-holds/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: LegalHoldResponse;
    };
    /**
     * One thing that a caller asked to be remembered.
     *
     * Takes the permission `caller:read`.
     */
    readonly '/v1/line/caller-notes/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: CallerNoteResponse;
    };
    /**
     * Who called your line.
     *
     * Takes the permission `caller:read`.
     */
    readonly '/v1/line/callers': {
      readonly given: {
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: CallersResponse;
    };
    /**
     * What the caller asked to be remembered, and did not let go.
     *
     * Takes the permission `caller:read`.
     */
    readonly '/v1/line/callers/{callerId}/notes': {
      readonly given: { readonly path: { readonly callerId: Id } };
      readonly answer: CallerNotesResponse;
    };
    /**
     * Every referral that your line made of this caller, the newest first.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/line/callers/{callerId}/referrals': {
      readonly given: {
        readonly path: { readonly callerId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReferralPageResponse;
    };
    /**
     * One caller of your line, with what was asked to be remembered.
     *
     * Takes the permission `caller:read`.
     */
    readonly '/v1/line/callers/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: CallerResponse;
    };
    /**
     * Who asks, for which organisation, in which role, and what that role may do.
     *
     * Takes the permission `me:read`.
     */
    readonly '/v1/me': { readonly given: object; readonly answer: MeResponse };
    /**
     * The memberships that the person can act for.
     *
     * Takes the permission `me:read`.
     */
    readonly '/v1/me/memberships': { readonly given: object; readonly answer: MembershipsResponse };
    /**
     * Whether you have a second factor, whether your role asks for one, and how many recovery codes are left.
     *
     * Takes the permission `me:read`.
     */
    readonly '/v1/me/second-factor': { readonly given: object; readonly answer: SecondFactorResponse };
    /**
     * The person's sessions that stand.
     *
     * Takes the permission `me:read`.
     */
    readonly '/v1/me/sessions': { readonly given: object; readonly answer: SessionsResponse };
    /**
     * One membership of the own organisation.
     *
     * Takes the permission `staff:read`.
     */
    readonly '/v1/memberships/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: MembershipResponse;
    };
    /**
     * Whose session this is and until when: where the client’s own record is.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/v1/my': { readonly given: object; readonly answer: MyResponse };
    /**
     * One need as it stands.
     *
     * Takes the permission `need:read`.
     */
    readonly '/v1/needs/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: NeedResponse;
    };
    /**
     * Yours, newest first.
     *
     * Takes the permission `notice:read`.
     */
    readonly '/v1/notices': {
      readonly given: {
        readonly query?: {
          /** `unread`: only those. */
          readonly state?: 'unread';
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: NoticesResponse;
    };
    /**
     * Every organisation that works with this service, by name.
     *
     * Takes the permission `organisation:read`.
     */
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
    /**
     * One organisation of the directory.
     *
     * Takes the permission `organisation:read`.
     */
    readonly '/v1/organisations/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: OrganisationResponse;
    };
    /**
     * One written part of the plan.
     *
     * Takes the permission `care-plan:read`.
     */
    readonly '/v1/plan-sections/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: PlanSectionResponse;
    };
    /**
     * One sign-off: who saw the plan, when, and as it stood when.
     *
     * Takes the permission `care-plan:read`.
     */
    readonly '/v1/plan-sign-offs/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: PlanSignOffResponse;
    };
    /**
     * Pairs of records that may be one person’s, among the clients whom you see, each with all of why.
     *
     * Ask the client first.
     *
     * Takes the permission `record-link:read`.
     */
    readonly '/v1/possible-duplicates': {
      readonly given: {
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: PossibleDuplicatesResponse;
    };
    /**
     * What the referral shares, and nothing else of the record.
     *
     * Takes the permission `received-referral:read`.
     */
    readonly '/v1/received': { readonly given: object; readonly answer: ReceivedReferralResponse };
    /**
     * One link, without its secret.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/receiver-links/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ReceiverLinkResponse;
    };
    /**
     * One link: why, with what agreement, since when and until when.
     *
     * Takes the permission `record-link:read`.
     */
    readonly '/v1/record-links/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: RecordLinkResponse;
    };
    /**
     * What your house sent or was asked for, stuck first: what you owe, then what the other side owes; the longest overdue before the others.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals': {
      readonly given: {
        readonly query?: {
          /** `received` where nothing is said. */
          readonly box?: 'sent' | 'received';
          /** Of what is still owed to somebody; of what is over and known to all, say `owes=nobody` with it. */
          readonly state?:
            | 'drafted'
            | 'sent'
            | 'info_requested'
            | 'accepted'
            | 'declined'
            | 'waitlisted'
            | 'preadmission_pending'
            | 'date_not_attended'
            | 'next_date_owed'
            | 'date_offered'
            | 'date_confirmed'
            | 'in_progress'
            | 'completed'
            | 'left_early'
            | 'withdrawn'
            | 'stopped'
            | 'entered_in_error';
          /** `nobody`: what is over and known to everybody whom it concerns. */
          readonly owes?: 'sender' | 'receiver' | 'nobody';
          /** Only what somebody is late with. */
          readonly overdue?: true;
          readonly urgency?: 'routine' | 'soon' | 'urgent' | 'tonight';
          readonly serviceId?: Id;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReferralPageResponse;
    };
    /**
     * How many there are in a box, by state and by who owes the next step.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/counts': {
      readonly given: {
        readonly query?: {
          /** `received` where nothing is said. */
          readonly box?: 'sent' | 'received';
        };
      };
      readonly answer: ReferralCountsResponse;
    };
    /**
     * One referral as it stands, with what goes along, as far as you see it.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ReferralResponse;
    };
    /**
     * Every date of a referral and what came of it: history, and no mark against anybody.
     *
     * Takes the permission `attempt:read`.
     */
    readonly '/v1/referrals/{id}/attempts': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: AttemptsResponse;
    };
    /**
     * What came before it and what followed from it, each hop as far as you see it.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/{id}/chain': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReferralChainResponse;
    };
    /**
     * Every move as it was made, by which side, and what was noted beside them.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReferralMovesResponse;
    };
    /**
     * By them it is judged whether enough was tried before somebody says that the client is out of reach.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/{id}/reach-attempts': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ReachAttemptsResponse;
    };
    /**
     * The links that were made to this referral, without their secrets; the newest first, a hundred at most.
     *
     * Takes the permission `referral:read`.
     */
    readonly '/v1/referrals/{referralId}/receiver-links': {
      readonly given: { readonly path: { readonly referralId: Id } };
      readonly answer: ReceiverLinksResponse;
    };
    /**
     * Whose record has been kept long enough by an approved rule; made once a night.
     *
     * To be on it erases nobody.
     *
     * Takes the permission `retention:manage`.
     */
    readonly '/v1/retention/due': {
      readonly given: {
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: RetentionDueListResponse;
    };
    /**
     * How long records are kept, each rule with its source, and whether it is approved here.
     *
     * Takes the permission `retention:manage`.
     */
    readonly '/v1/retention/rules': { readonly given: object; readonly answer: RetentionRulesResponse };
    /**
     * What takes people now: programmes, housing, income offices, groups and places to go to, by name.
     *
     * Takes the permission `service:read`.
     */
    readonly '/v1/services': {
      readonly given: {
        readonly query?: {
          readonly kind?:
            | 'residential_programme'
            | 'withdrawal_management'
            | 'oat_clinic'
            | 'counselling'
            | 'peer_group'
            | 'supervised_consumption'
            | 'housing'
            | 'income_support'
            | 'identity_documents'
            | 'food'
            | 'other';
          readonly province?: 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';
          readonly organisationId?: Id;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: ServicesResponse;
    };
    /**
     * One service: what it asks for, what it means for income, housing and treatment, and how many places were free when.
     *
     * Takes the permission `service:read`.
     */
    readonly '/v1/services/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: ServiceResponse;
    };
    /**
     * The beds of a service of your own house, and how each stands.
     *
     * Nothing here tells who sleeps where.
     *
     * Takes the permission `bed:read`.
     */
    readonly '/v1/services/{id}/beds': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: BedsResponse;
    };
    /**
     * What it asked for at each time that somebody wrote it down.
     *
     * Takes the permission `service:read`.
     */
    readonly '/v1/services/{id}/eligibility': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: EligibilitiesResponse;
    };
    /**
     * What was offered there to whom, why to them before others, and what came of it.
     *
     * Takes the permission `waiting-list:read`.
     */
    readonly '/v1/services/{id}/offers': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: OffersResponse;
    };
    /**
     * Who waits for a service of your own house, in order, with what was offered last and what came of it.
     *
     * Whoever is offered a date, or could not come, stays there until they come in or it ends.
     *
     * Takes the permission `waiting-list:read`.
     */
    readonly '/v1/services/{id}/waiting-list': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: WaitingListResponse;
    };
    /**
     * The staff of the own organisation.
     *
     * Takes the permission `staff:read`.
     */
    readonly '/v1/staff': {
      readonly given: {
        readonly query?: {
          /** Those who work here now (when left out), or those who once did. */
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
    /**
     * One colleague with their memberships here.
     *
     * Takes the permission `staff:read`.
     */
    readonly '/v1/staff/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: StaffResponse;
    };
    /**
     * The person's memberships of the own organisation, ended ones too.
     *
     * Takes the permission `staff:read`.
     */
    readonly '/v1/staff/{id}/memberships': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: MembershipListResponse;
    };
    /**
     * One stay, with each time away.
     *
     * Takes the permission `stay:read`.
     */
    readonly '/v1/stays/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: StayResponse;
    };
    /**
     * Tasks for me, that is mine and my role's; or my organisation's, left behind, or about one client.
     *
     * What is due first comes first.
     *
     * Takes the permission `task:read`.
     */
    readonly '/v1/tasks': {
      readonly given: {
        readonly query?: {
          /** `for_me`, that is `mine` and `role` in one list; or `anyone` where a client is named. */
          readonly whose?: 'for_me' | 'mine' | 'role' | 'organisation' | 'orphaned' | 'anyone';
          /** `open` unless you say otherwise: also what was set aside until a day that has come. `any` for one client. */
          readonly state?: 'open' | 'overdue' | 'set_aside' | 'done' | 'client_declined' | 'any';
          readonly client?: Id;
          /** What gave rise to them, such as a need or a contact, by its id. */
          readonly source?: Id;
          readonly 'due[from]'?: Instant;
          readonly 'due[before]'?: Instant;
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
      };
      readonly answer: TasksResponse;
    };
    /**
     * One task with every move that was made of it.
     *
     * Takes the permission `task:read`.
     */
    readonly '/v1/tasks/{id}': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: TaskWithHistoryResponse;
    };
  };
  readonly patch: {
    /**
     * How the client gets there, who goes along, and what has to be done before.
     *
     * Takes the permission `attempt:write`.
     */
    readonly '/v1/attempts/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ArrangeAttemptRequest;
      };
      readonly answer: AttemptResponse;
    };
    /**
     * Another label, or closed, or opened again.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/beds/{id}': {
      readonly given: { readonly path: { readonly id: Id }; readonly ifMatch: number; readonly body: ChangeBedRequest };
      readonly answer: BedResponse;
    };
    /**
     * Writes the name or its setting anew.
     *
     * A merge patch: null clears, absent keeps.
     *
     * Takes the permission `client:change`.
     */
    readonly '/v1/clients/{clientId}/aliases/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeNameRequest;
      };
      readonly answer: NameResponse;
    };
    /**
     * Says anew what is safe on it.
     *
     * A merge patch: null clears, absent keeps.
     *
     * Takes the permission `channel:change`.
     */
    readonly '/v1/clients/{clientId}/channels/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeChannelRequest;
      };
      readonly answer: ChannelResponse;
    };
    /**
     * Changes who it is or what they may be told.
     *
     * A merge patch: null clears, absent keeps.
     *
     * Takes the permission `supporter:change`.
     */
    readonly '/v1/clients/{clientId}/supporters/{id}': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: ChangeSupporterRequest;
      };
      readonly answer: SupporterResponse;
    };
    /**
     * A merge patch: null clears, absent keeps.
     *
     * Names and numbers have routes of their own.
     *
     * Takes the permission `client:change`.
     */
    readonly '/v1/clients/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeClientRequest;
      };
      readonly answer: ClientResponse;
    };
    /**
     * Says it anew, by whoever wrote it down.
     *
     * What stood there before is kept under `versions`.
     *
     * Takes the permission `contact:write`.
     */
    readonly '/v1/contacts/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: AmendContactRequest;
      };
      readonly answer: ContactResponse;
    };
    /**
     * Text, day and who does it; the state changes by moves.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/goal-steps/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeStepRequest;
      };
      readonly answer: StepResponse;
    };
    /**
     * Words, order, who works on it and when it was gone through; the state changes by moves.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/goals/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /**
     * Says the same thing in other words.
     *
     * Takes the permission `caller:write`.
     */
    readonly '/v1/line/caller-notes/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeNoteRequest;
      };
      readonly answer: CallerNoteResponse;
    };
    /**
     * A merge patch: null clears, absent keeps.
     *
     * Takes the permission `caller:write`.
     */
    readonly '/v1/line/callers/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeCallerRequest;
      };
      readonly answer: CallerResponse;
    };
    /**
     * Words, the client’s order, whether they want help now, who works on it and its facts; the state changes by moves.
     *
     * Takes the permission `need:change`.
     */
    readonly '/v1/needs/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /**
     * Changes the own organisation.
     *
     * Takes the permission `organisation:manage`.
     */
    readonly '/v1/organisations/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeOrganisationRequest;
      };
      readonly answer: OrganisationResponse;
    };
    /**
     * Writes it anew; what it said before is kept.
     *
     * Takes the permission `care-plan:write`.
     */
    readonly '/v1/plan-sections/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeSectionRequest;
      };
      readonly answer: PlanSectionResponse;
    };
    /**
     * While it is a draft.
     *
     * What was sent stays as it was sent.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeReferralRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Changes what is said of a service of your own organisation.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeServiceRequest;
      };
      readonly answer: ServiceResponse;
    };
    /**
     * Changes name, e-mail address or language of an account.
     *
     * A merge patch: absent keeps.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeStaffRequest;
      };
      readonly answer: StaffResponse;
    };
    /**
     * Until when somebody means to stay, and in which bed they sleep: another one of the same service.
     *
     * Takes the permission `stay:write`.
     */
    readonly '/v1/stays/{id}': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: ChangeStayRequest;
      };
      readonly answer: StayResponse;
    };
    /**
     * Title, note and due date; state and owner change by moves.
     *
     * Takes the permission `task:change`.
     */
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
    /**
     * Ends the session: from then on nothing of the client’s is open in this browser.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/h/p/0': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: HandForm;
      };
      readonly answer: string;
    };
    /**
     * Takes a consent back; in force on the next request of whoever saw by it.
     *
     * Takes the permission `hand:read`.
     */
    readonly '/h/p/2': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: WithdrawForm;
      };
      readonly answer: string;
    };
    /**
     * Takes the code, once, and leads on to the client’s plan.
     *
     * Open: whoever has a link and its code has no account.
     */
    readonly '/h/{token}': {
      readonly given: {
        readonly path: { readonly token: string };
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: LinkCodeRequest;
      };
      readonly answer: string;
    };
    /**
     * Ends the session.
     *
     * Takes the permission `received-referral:read`.
     */
    readonly '/o/p/0': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: ReceivedForm;
      };
      readonly answer: string;
    };
    /**
     * Accepts, declines or asks.
     *
     * To decline ends the session.
     *
     * Takes the permission `received-referral:answer`.
     */
    readonly '/o/p/1': {
      readonly given: {
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: AnswerForm;
      };
      readonly answer: string;
    };
    /**
     * Takes the code, once, and leads on to what was sent.
     *
     * Open: whoever receives a referral by a link and its code has no account.
     */
    readonly '/o/{token}': {
      readonly given: {
        readonly path: { readonly token: string };
        readonly query?: {
          /** The language of the page. */
          readonly l?: 'en' | 'fr';
        };
        readonly body: ReceiverCodeRequest;
      };
      readonly answer: string;
    };
    /**
     * Confirms a date, says what came of it, or takes back what was written by mistake.
     *
     * Whatever came of it, the referral stays open and the next date is owed; where the client could not come, somebody reaches out, asking for nothing.
     *
     * Takes the permission `attempt:write`.
     */
    readonly '/v1/attempts/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveAttemptRequest;
      };
      readonly answer: AttemptResponse;
    };
    /**
     * Takes the link: chooses the password and, with the first administrator's link, makes account and organisation.
     *
     * Open: The link is the proof..
     */
    readonly '/v1/auth/invitations/accept': {
      readonly given: { readonly body: AcceptInvitationRequest };
      readonly answer: AcceptedResponse;
    };
    /**
     * Signs in by e-mail address and password.
     *
     * With several memberships and none chosen, answers with the list to choose from and no tokens. Where a second factor is asked for, answers with a token that only finishes this sign-in.
     *
     * Open: This is how one signs in..
     */
    readonly '/v1/auth/login': {
      readonly given: { readonly body: LoginRequest };
      readonly answer: SignedInResponse | ToChooseResponse | SecondFactorNeededResponse | SecondFactorToSetUpResponse;
    };
    /**
     * Ends the session that asks.
     *
     * Takes the permission `session:end`.
     */
    readonly '/v1/auth/logout': { readonly given: object; readonly answer: undefined };
    /**
     * Exchanges the refresh token for new tokens.
     *
     * The old one is worth nothing afterwards.
     *
     * Open: The refresh token is the proof; the access token has run out..
     */
    readonly '/v1/auth/refresh': {
      readonly given: { readonly body: RefreshRequest };
      readonly answer: SignedInResponse;
    };
    /**
     * Finishes a sign-in with a code of the moment or a recovery code; or with the first code of the factor that it sets up.
     *
     * Open: Whoever has the right password is not signed in before the code..
     */
    readonly '/v1/auth/second-factor': {
      readonly given: { readonly body: SecondEntryRequest };
      readonly answer: SignedInResponse;
    };
    /**
     * Closes it before its hour is over, or reviews it once it is: by a privacy officer who is not the one who opened it.
     *
     * Takes the permission `break-glass:move`.
     */
    readonly '/v1/break-glass/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveBreakGlassRequest;
      };
      readonly answer: BreakGlassResponse;
    };
    /**
     * Undoes it: from the next request on the two are apart again, each as it always was.
     *
     * Takes the permission `caller-link:change`.
     */
    readonly '/v1/caller-links/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveCallerLinkRequest;
      };
      readonly answer: CallerLinkResponse;
    };
    /**
     * A new record: what the client goes by is enough.
     *
     * Whoever makes it becomes their primary worker.
     *
     * Takes the permission `client:create`.
     */
    readonly '/v1/clients': {
      readonly given: { readonly idempotencyKey?: string; readonly body: CreateClientRequest };
      readonly answer: CreatedClientResponse;
    };
    /**
     * By names in any spelling and order, ends of numbers and birth date; among the clients whom you see.
     *
     * Takes the permission `client:search`.
     */
    readonly '/v1/clients/search': {
      readonly given: { readonly body: SearchClientsRequest };
      readonly answer: FoundClientsResponse;
    };
    /**
     * Another name of the client’s, and where they go by it.
     *
     * Takes the permission `client:change`.
     */
    readonly '/v1/clients/{clientId}/aliases': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddNameRequest;
      };
      readonly answer: NameResponse;
    };
    /**
     * Ends this name.
     *
     * It stays as history, and the client is still found by it.
     *
     * Takes the permission `client:change`.
     */
    readonly '/v1/clients/{clientId}/aliases/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: NameResponse;
    };
    /**
     * Opens one record in an emergency, for an hour, to read what your role may hold and never a counsellor’s own notes.
     *
     * Read with the header `Purpose-Of-Use: emergency`. Those who answer for the record are told at once, it is reviewed, and the client can see it.
     *
     * Takes the permission `break-glass:open`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/clients/{clientId}/break-glass': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: OpenBreakGlassRequest;
      };
      readonly answer: BreakGlassResponse;
    };
    /**
     * The client says that a call to the line was theirs, and what of it may be read here.
     *
     * Nothing of the line is shown before, and nothing that was not chosen after. The line is not told.
     *
     * Takes the permission `caller-link:change`.
     */
    readonly '/v1/clients/{clientId}/caller-links': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: LinkCallerRequest;
      };
      readonly answer: CallerLinkResponse;
    };
    /**
     * The first writing of one part of the plan: what the client wants us to know, what helps, strengths, safety.
     *
     * Takes the permission `care-plan:write`.
     */
    readonly '/v1/clients/{clientId}/care-plan/sections': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: WriteSectionRequest;
      };
      readonly answer: PlanSectionResponse;
    };
    /**
     * Says that you have seen the plan as it stood then, as far as you see it.
     *
     * It approves nothing beyond that.
     *
     * Takes the permission `care-plan:sign`.
     */
    readonly '/v1/clients/{clientId}/care-plan/sign-offs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: SignPlanRequest;
      };
      readonly answer: PlanSignOffResponse;
    };
    /**
     * Somebody joins.
     *
     * A colleague sees the client from then on as their role may; somebody of another organisation writes from then on what the client agreed to show, as far as their role may, and sees nothing more.
     *
     * Takes the permission `care-team:change`.
     */
    readonly '/v1/clients/{clientId}/care-team': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: JoinCareTeamRequest;
      };
      readonly answer: TeamMemberResponse;
    };
    /**
     * Makes somebody the primary worker, or ends their time on the team and with it what they see of the client.
     *
     * Takes the permission `care-team:change`.
     */
    readonly '/v1/clients/{clientId}/care-team/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: MoveCareTeamRequest;
      };
      readonly answer: TeamMemberResponse;
    };
    /**
     * Another way to reach the client, with what is safe on it.
     *
     * Takes the permission `channel:change`.
     */
    readonly '/v1/clients/{clientId}/channels': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddChannelRequest;
      };
      readonly answer: ChannelResponse;
    };
    /**
     * Ends this way to reach the client.
     *
     * It stays as history, and they are still found by it.
     *
     * Takes the permission `channel:change`.
     */
    readonly '/v1/clients/{clientId}/channels/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: ChannelResponse;
    };
    /**
     * What the client said, to one recipient.
     *
     * It holds on the next request. With an end, a task asks in time whether it goes on.
     *
     * Takes the permission `consent:record`.
     */
    readonly '/v1/clients/{clientId}/consents': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: RecordConsentRequest;
      };
      readonly answer: ConsentResponse;
    };
    /**
     * A contact or a try. `channel` and `outcome` are all that is needed; it is yours, and it was now.
     *
     * Takes the permission `contact:write`.
     */
    readonly '/v1/clients/{clientId}/contacts': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: LogContactRequest;
      };
      readonly answer: ContactResponse;
    };
    /**
     * The first of two people asks that a record be erased.
     *
     * Nothing is erased by this.
     *
     * Takes the permission `erasure:request`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/clients/{clientId}/erasures': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: NewErasureRequest;
      };
      readonly answer: ErasureResponse;
    };
    /**
     * A goal, in the client’s own words.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/clients/{clientId}/goals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /**
     * A one-time link and a code for a client without an account.
     *
     * Both are shown this once; send them by different ways.
     *
     * Takes the permission `hand-link:make`.
     */
    readonly '/v1/clients/{clientId}/hand-links': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: MakeHandLinkRequest;
      };
      readonly answer: MadeHandLinkResponse;
    };
    /**
     * From now on the record is neither erased nor listed for it.
     *
     * Takes the permission `legal-hold:manage`.
     */
    readonly '/v1/clients/{clientId}/legal-holds': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: NewLegalHoldRequest;
      };
      readonly answer: LegalHoldResponse;
    };
    /**
     * Two records of one person, joined with their agreement.
     *
     * No row of either changes, and nobody sees more than before: who sees both reads them as one from the next request on.
     *
     * Takes the permission `record-link:change`.
     */
    readonly '/v1/clients/{clientId}/links': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: JoinRecordsRequest;
      };
      readonly answer: RecordLinkResponse;
    };
    /**
     * What two records would be together: what each holds, what you would see, what cannot both be so.
     *
     * Saves nothing.
     *
     * Takes the permission `record-link:read`.
     */
    readonly '/v1/clients/{clientId}/links/preview': {
      readonly given: { readonly path: { readonly clientId: Id }; readonly body: PreviewLinkRequest };
      readonly answer: LinkPreviewResponse;
    };
    /**
     * A need that you were told of, or found.
     *
     * Takes the permission `need:change`.
     */
    readonly '/v1/clients/{clientId}/needs': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: NoteNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /**
     * Drafts a referral: nobody but its sender sees it until it is sent.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/clients/{clientId}/referrals': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: DraftReferralRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Services against what is known of the client: each criterion met, not met or unknown, and why.
     *
     * What you send as facts stands before what the record holds, and is not kept. It decides nothing.
     *
     * Takes the permission `service:match`.
     */
    readonly '/v1/clients/{clientId}/service-matches': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly query?: {
          readonly limit?: number;
          /** As the last page gave it in `next`. */
          readonly cursor?: string;
        };
        readonly body: MatchServicesRequest;
      };
      readonly answer: ServiceMatchesResponse;
    };
    /**
     * Somebody whom the client chose to stand by them, and what they may be told.
     *
     * Takes the permission `supporter:change`.
     */
    readonly '/v1/clients/{clientId}/supporters': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: AddSupporterRequest;
      };
      readonly answer: SupporterResponse;
    };
    /**
     * Ends the entry of this supporter.
     *
     * It stays as history.
     *
     * Takes the permission `supporter:change`.
     */
    readonly '/v1/clients/{clientId}/supporters/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id; readonly clientId: Id };
        readonly ifMatch: number;
        readonly body: EndRequest;
      };
      readonly answer: SupporterResponse;
    };
    /**
     * A task about a client: yours, somebody's who sees the class, or a role's.
     *
     * Takes the permission `task:change`.
     */
    readonly '/v1/clients/{clientId}/tasks': {
      readonly given: {
        readonly path: { readonly clientId: Id };
        readonly idempotencyKey?: string;
        readonly body: OpenTaskRequest;
      };
      readonly answer: TaskWithHistoryResponse;
    };
    /**
     * Takes it back, from this moment on; or says that it was written down by mistake.
     *
     * Takes the permission `consent:move`.
     */
    readonly '/v1/consents/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveConsentRequest;
      };
      readonly answer: ConsentResponse;
    };
    /**
     * What was written down without a connection, of one client or several.
     *
     * Each item has its own result; one that is broken does not hold back the others; sent again it stays once.
     *
     * Takes the permission `contact:write`.
     */
    readonly '/v1/contact-batches': {
      readonly given: { readonly body: ContactBatchRequest };
      readonly answer: ContactBatchResponse;
    };
    /**
     * Takes back a contact that was written down by mistake.
     *
     * It stays in the history, marked, and stands on no plan.
     *
     * Takes the permission `contact:write`.
     */
    readonly '/v1/contacts/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveContactRequest;
      };
      readonly answer: ContactResponse;
    };
    /**
     * A second person, a privacy officer, decides.
     *
     * What is approved is erased at once and for good.
     *
     * Takes the permission `erasure:move`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/erasures/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveErasureRequest;
      };
      readonly answer: ErasureResponse;
    };
    /**
     * Finishes it, drops it, or opens it again.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/goal-steps/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveStepRequest;
      };
      readonly answer: StepResponse;
    };
    /**
     * Begins it, notes that it is reached, set aside, taken up again or another goal by now, or takes it back.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/goals/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveGoalRequest;
      };
      readonly answer: GoalResponse;
    };
    /**
     * One thing on the way to a goal.
     *
     * Takes the permission `goal:change`.
     */
    readonly '/v1/goals/{id}/steps': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: AddStepRequest;
      };
      readonly answer: StepResponse;
    };
    /**
     * Takes a link back: it opens nothing any more, and a session of it ends with the next request.
     *
     * Takes the permission `hand-link:make`.
     */
    readonly '/v1/hand-links/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveHandLinkRequest;
      };
      readonly answer: HandLinkResponse;
    };
    /**
     * Lifts it, with the reason why it is over: from then on an erasure can be approved.
     *
     * Takes the permission `legal-hold:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/legal-holds/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveLegalHoldRequest;
      };
      readonly answer: LegalHoldResponse;
    };
    /**
     * Lets it go: the words leave the database, with those of every earlier version.
     *
     * That it stood there stays.
     *
     * Takes the permission `caller:write`.
     */
    readonly '/v1/line/caller-notes/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveNoteRequest;
      };
      readonly answer: CallerNoteResponse;
    };
    /**
     * Somebody who calls.
     *
     * Nothing has to be said: an alias is enough to be known again, and none is fine too.
     *
     * Takes the permission `caller:write`.
     */
    readonly '/v1/line/callers': {
      readonly given: { readonly idempotencyKey?: string; readonly body: NewCallerRequest };
      readonly answer: CallerResponse;
    };
    /**
     * By what callers of your line go by, in any spelling and order.
     *
     * Takes the permission `caller:read`.
     */
    readonly '/v1/line/callers/search': {
      readonly given: { readonly body: SearchCallersRequest };
      readonly answer: FoundCallersResponse;
    };
    /**
     * The first of two people, who works the line, asks that a caller be erased.
     *
     * Nothing is erased by this.
     *
     * Takes the permission `caller:erase`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/line/callers/{callerId}/erasures': {
      readonly given: {
        readonly path: { readonly callerId: Id };
        readonly idempotencyKey?: string;
        readonly body: NewCallerErasureRequest;
      };
      readonly answer: ErasureResponse;
    };
    /**
     * One more thing to be remembered, because the caller asked for it.
     *
     * Takes the permission `caller:write`.
     */
    readonly '/v1/line/callers/{callerId}/notes': {
      readonly given: {
        readonly path: { readonly callerId: Id };
        readonly idempotencyKey?: string;
        readonly body: RememberRequest;
      };
      readonly answer: CallerNoteResponse;
    };
    /**
     * Drafts a referral of a caller, by the alias alone.
     *
     * Say in `agreedHow` that the caller agreed to it.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/line/callers/{callerId}/referrals': {
      readonly given: {
        readonly path: { readonly callerId: Id };
        readonly idempotencyKey?: string;
        readonly body: DraftCallerReferralRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Goes on as another membership: a new session with tokens of its own; the present one ends.
     *
     * Takes the permission `me:change`.
     */
    readonly '/v1/me/membership': {
      readonly given: { readonly body: SwitchMembershipRequest };
      readonly answer: SignedInResponse;
    };
    /**
     * A new password; every other session of the person ends.
     *
     * Takes the permission `me:change`.
     */
    readonly '/v1/me/password': {
      readonly given: { readonly body: ChangePasswordRequest };
      readonly answer: undefined;
    };
    /**
     * Begins a second factor.
     *
     * The one before stands until a code confirms this one; where there is one, show it first.
     *
     * Takes the permission `me:change`.
     */
    readonly '/v1/me/second-factor': { readonly given: object; readonly answer: FactorToConfirmResponse };
    /**
     * Confirms it with a code of the app, in place of the one before.
     *
     * Gives ten recovery codes.
     *
     * Takes the permission `me:change`.
     */
    readonly '/v1/me/second-factor/confirmations': {
      readonly given: { readonly body: CodeRequest };
      readonly answer: RecoveryCodesResponse;
    };
    /**
     * Ten other recovery codes.
     *
     * Those before are worth nothing from then on.
     *
     * Takes the permission `me:change`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/me/second-factor/recovery-codes': { readonly given: object; readonly answer: RecoveryCodesResponse };
    /**
     * Shows the second factor again, for what asks for a fresh one.
     *
     * Takes a recovery code as well.
     *
     * Takes the permission `session:verify`.
     */
    readonly '/v1/me/step-up': { readonly given: { readonly body: CodeRequest }; readonly answer: SteppedUpResponse };
    /**
     * Ends a membership, or changes its role; in force on the next request of its sessions, which end.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/memberships/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveMembershipRequest;
      };
      readonly answer: MembershipResponse;
    };
    /**
     * From a link and its code to a session of the client’s own.
     *
     * A link opens once.
     *
     * Open: whoever has a link and its code has no account.
     */
    readonly '/v1/my/session': {
      readonly given: { readonly body: OpenSessionRequest };
      readonly answer: OpenedSessionResponse;
    };
    /**
     * What somebody will do about it: a task of its class that says where it comes from.
     *
     * Takes the permission `need:change`.
     */
    readonly '/v1/needs/{id}/actions': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: PlanActionRequest;
      };
      readonly answer: NeedActionResponse;
    };
    /**
     * Begins it, notes that it is met or who confirms that, sets it aside, reopens it, or takes it back.
     *
     * Takes the permission `need:change`.
     */
    readonly '/v1/needs/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveNeedRequest;
      };
      readonly answer: NeedResponse;
    };
    /**
     * Marks it read, or unread again.
     *
     * Takes the permission `notice:read`.
     */
    readonly '/v1/notices/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveNoticeRequest;
      };
      readonly answer: NoticeResponse;
    };
    /**
     * Registers another organisation.
     *
     * Whoever does is its first administrator, and switches to that membership to staff it.
     *
     * Takes the permission `organisation:register`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/organisations': {
      readonly given: { readonly idempotencyKey?: string; readonly body: NewOrganisationRequest };
      readonly answer: OrganisationResponse;
    };
    /**
     * Two that are to stay apart.
     *
     * They are not listed again; said once more, it stays as it was said first.
     *
     * Takes the permission `record-pair:set-aside`.
     */
    readonly '/v1/possible-duplicates/set-aside': {
      readonly given: { readonly body: SetAsidePairRequest };
      readonly answer: PairSetAsideResponse;
    };
    /**
     * Accepts it, declines it with a reason, or asks about it; the sender is told at once.
     *
     * To decline ends the session.
     *
     * Takes the permission `received-referral:answer`.
     */
    readonly '/v1/received/moves': {
      readonly given: { readonly ifMatch: number; readonly body: MoveReceivedRequest };
      readonly answer: ReceivedReferralResponse;
    };
    /**
     * From a link and its code to a session for the one referral that it is for.
     *
     * A link opens once.
     *
     * Open: whoever receives a referral by a link and its code has no account.
     */
    readonly '/v1/received/session': {
      readonly given: { readonly body: OpenReceivedRequest };
      readonly answer: OpenedReceivedResponse;
    };
    /**
     * Takes a link back: it opens nothing any more, and a session of it ends with the next request.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/receiver-links/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly body: MoveReceiverLinkRequest;
      };
      readonly answer: ReceiverLinkResponse;
    };
    /**
     * Parts them: from the next request on there are two records again, each as it always was.
     *
     * Takes the permission `record-link:change`.
     */
    readonly '/v1/record-links/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveLinkRequest;
      };
      readonly answer: RecordLinkResponse;
    };
    /**
     * Notes that the client no longer shares it, or agrees again.
     *
     * It closes nothing.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}/agreement': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: ChangeAgreementRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * The next date, however many there were; or, with its outcome, one that is over when it is written down.
     *
     * The referral moves with it.
     *
     * Takes the permission `attempt:write`.
     */
    readonly '/v1/referrals/{id}/attempts': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: OfferDateRequest;
      };
      readonly answer: AttemptResponse;
    };
    /**
     * Sends it, asks, answers, accepts, declines, waits, begins, ends, or opens it again.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveReferralRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Notes that the sender, or the client, knows what came of it.
     *
     * Once both do, the loop is closed.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}/outcome-known': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: TellOutcomeRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Each time that somebody tried to reach the client about it.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}/reach-attempts': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: NoteReachRequest;
      };
      readonly answer: ReachAttemptResponse;
    };
    /**
     * Says which record of your own house stands for this caller, or makes one.
     *
     * The line never sees it.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{id}/reception': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: ReceiveCallerRequest;
      };
      readonly answer: ReferralResponse;
    };
    /**
     * Somebody came to stay without a date.
     *
     * Where a date was attended, the stay has begun with it.
     *
     * Takes the permission `stay:write`.
     */
    readonly '/v1/referrals/{id}/stay': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: BeginStayRequest;
      };
      readonly answer: StayResponse;
    };
    /**
     * A one-time link and a code for a receiver without an account.
     *
     * Both are shown this once; send them by different ways.
     *
     * Takes the permission `referral:write`.
     */
    readonly '/v1/referrals/{referralId}/receiver-links': {
      readonly given: {
        readonly path: { readonly referralId: Id };
        readonly idempotencyKey?: string;
        readonly body: MakeReceiverLinkRequest;
      };
      readonly answer: MadeReceiverLinkResponse;
    };
    /**
     * Approves a rule as it reads today, or sets it aside.
     *
     * A rule that is not approved does nothing.
     *
     * Takes the permission `retention:manage`.
     */
    readonly '/v1/retention/rules/{code}/moves': {
      readonly given: { readonly path: { readonly code: string }; readonly body: MoveRetentionRuleRequest };
      readonly answer: RetentionRuleResponse;
    };
    /**
     * A service of your own organisation.
     *
     * What you do not say is not known.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services': {
      readonly given: { readonly idempotencyKey?: string; readonly body: NewServiceRequest };
      readonly answer: ServiceResponse;
    };
    /**
     * A bed of a service of your own house.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services/{id}/beds': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: AddBedRequest;
      };
      readonly answer: BedResponse;
    };
    /**
     * How many places are free, as you have just counted them.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services/{id}/capacity': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: ConfirmCapacityRequest;
      };
      readonly answer: ServiceResponse;
    };
    /**
     * Writes down what it asks for, with the day and where it says so.
     *
     * What was written before stays.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services/{id}/eligibility': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: WriteEligibilityRequest;
      };
      readonly answer: ServiceResponse;
    };
    /**
     * Closes it to those who would ask for a place, or opens it again.
     *
     * Takes the permission `service:manage`.
     */
    readonly '/v1/services/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveServiceRequest;
      };
      readonly answer: ServiceResponse;
    };
    /**
     * A new account of the own organisation, with its first role and a one-time link to choose a password.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff': {
      readonly given: { readonly idempotencyKey?: string; readonly body: InviteStaffRequest };
      readonly answer: InvitedResponse;
    };
    /**
     * Another link to a first password, in place of the one before; not for an account that has one.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff/{id}/invitations': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: InvitationLinkResponse;
    };
    /**
     * Gives the account a role in the own organisation; also one of another organisation, whose owner told its id.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff/{id}/memberships': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly idempotencyKey?: string;
        readonly body: NewMembershipRequest;
      };
      readonly answer: MembershipResponse;
    };
    /**
     * Disables or enables the account, in force on its next request.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff/{id}/moves': {
      readonly given: { readonly path: { readonly id: Id }; readonly ifMatch: number; readonly body: MoveStaffRequest };
      readonly answer: StaffResponse;
    };
    /**
     * For a colleague who lost both device and recovery codes.
     *
     * Their sessions end, they are told, and set one up anew.
     *
     * Takes the permission `staff:manage`.
     *
     * Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.
     */
    readonly '/v1/staff/{id}/second-factor/resets': {
      readonly given: { readonly path: { readonly id: Id } };
      readonly answer: undefined;
    };
    /**
     * Away and back; or the end.
     *
     * Whoever ends a stay says whether naloxone goes along and whether the client was told that tolerance is lower now; the follow-up is owed from then on, and those who work with the client are told.
     *
     * Takes the permission `stay:write`.
     */
    readonly '/v1/stays/{id}/moves': {
      readonly given: {
        readonly path: { readonly id: Id };
        readonly ifMatch: number;
        readonly idempotencyKey?: string;
        readonly body: MoveStayRequest;
      };
      readonly answer: StayResponse;
    };
    /**
     * Completes it, sets it aside, takes it up, hands it over, notes that the client declined, or reopens it.
     *
     * Takes the permission `task:change`.
     */
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
