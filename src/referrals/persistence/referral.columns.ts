import type { Referral } from '../domain/referral.js';

/** The columns of a referral by the members of its domain type: one missing on either side does not compile. */
export const REFERRAL_COLUMNS = {
  id: 'id',
  clientId: 'client_id',
  callerId: 'caller_id',
  class: 'class',
  followsId: 'follows_id',
  askedBy: 'asked_by',
  senderOrganisationId: 'sender_organisation_id',
  requestedBy: 'requested_by',
  receiverKind: 'receiver_kind',
  receiverOrganisationId: 'receiver_organisation_id',
  serviceId: 'service_id',
  outsideBy: 'outside_by',
  asksFor: 'asks_for',
  urgency: 'urgency',
  sharedClasses: 'shared_classes',
  consentId: 'consent_id',
  agreedHow: 'agreed_how',
  agreedAt: 'agreed_at',
  agreedUntil: 'agreed_until',
  agreementEndedAt: 'agreement_ended_at',
  answerBy: 'answer_by',
  state: 'state',
  round: 'round',
  because: 'because',
  stateSince: 'state_since',
  nextStepBy: 'next_step_by',
  reviewOn: 'review_on',
  placeInLine: 'place_in_line',
  waitingSince: 'waiting_since',
  sentAt: 'sent_at',
  endedAt: 'ended_at',
  knownToSenderAt: 'known_to_sender_at',
  knownToClientAt: 'known_to_client_at',
  createdAt: 'created_at',
  createdBy: 'created_by',
  updatedAt: 'updated_at',
  updatedBy: 'updated_by',
  version: 'version',
} as const satisfies Record<keyof Referral, string>;

const LASTING = [
  ...(['id', 'clientId', 'callerId', 'class', 'askedBy', 'senderOrganisationId', 'requestedBy'] as const),
  ...(['createdAt', 'createdBy'] as const),
] satisfies readonly (keyof Referral)[];

/** What may change; the database grants no more. */
export const CHANGING = (Object.keys(REFERRAL_COLUMNS) as (keyof Referral)[]).filter(
  (member) => !LASTING.some((lasting) => lasting === member),
);

/** Members that PostgreSQL keeps as arrays of a domain, and has to be told so. */
const CAST: Readonly<Partial<Record<keyof Referral, string>>> = { sharedClasses: '::text[]' };

export const selected = (row: string): string =>
  Object.entries(REFERRAL_COLUMNS)
    .map(([member, column]) => `${row}.${column}${CAST[member as keyof Referral] ?? ''} AS "${member}"`)
    .join(', ');

export const place = (member: keyof Referral, at: number): string => `$${at}${CAST[member] ?? ''}`;
