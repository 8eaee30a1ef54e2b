import type { Referral } from './referral.js';
import type { ReferralState } from './referral.lifecycle.js';

/** `ServiceRequest.status` of FHIR R4, which belongs to the requester. */
type RequestStatus = 'draft' | 'active' | 'on-hold' | 'revoked' | 'completed' | 'entered-in-error';
/** `Task.status`, without `received` and `ready`, which the Gravity guide (STU 3, 3.0.0) leaves out for referrals. */
type TaskStatus =
  | 'draft'
  | 'requested'
  | 'accepted'
  | 'rejected'
  | 'cancelled'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'entered-in-error';

export interface InFhir {
  readonly request: RequestStatus;
  readonly task: TaskStatus;
  /** `Task.businessStatus`: what the codes above are too coarse for. */
  readonly business: string;
}

const as = (request: RequestStatus, task: TaskStatus, business: string): InFhir => ({ request, task, business });

/**
 * How each state reads elsewhere. A date not attended is on hold and never failed; who leaves before the end has
 * received a part. A referral that was declined stays open for its requester, who may send her elsewhere.
 */
const IN_FHIR: Readonly<Record<ReferralState, InFhir>> = {
  drafted: as('draft', 'draft', 'awaiting-consent'),
  sent: as('active', 'requested', 'sent'),
  info_requested: as('active', 'requested', 'info-requested'),
  accepted: as('active', 'accepted', 'accepted'),
  waitlisted: as('active', 'on-hold', 'waitlisted'),
  date_offered: as('active', 'on-hold', 'date-offered'),
  date_confirmed: as('active', 'on-hold', 'date-confirmed'),
  preadmission_pending: as('active', 'on-hold', 'preadmission-pending'),
  date_not_attended: as('active', 'on-hold', 'not-attended'),
  next_date_owed: as('active', 'on-hold', 'next-date-owed'),
  in_progress: as('active', 'in-progress', 'attended'),
  declined: as('active', 'rejected', 'declined'),
  completed: as('completed', 'completed', 'completed'),
  left_early: as('completed', 'completed', 'left-early'),
  withdrawn: as('revoked', 'cancelled', 'client-withdrew'),
  stopped: as('revoked', 'cancelled', 'stopped'),
  entered_in_error: as('entered-in-error', 'entered-in-error', 'entered-in-error'),
};

type Sending = Pick<Referral, 'state' | 'round' | 'sentAt' | 'stateSince'>;

/** What is sent again is another task under the same request, since ended ones are terminal there. */
export const inFhir = ({ state, round, sentAt, stateSince }: Sending): InFhir =>
  state === 'sent' && round > 1 && sentAt !== null && sentAt < stateSince
    ? { ...IN_FHIR.sent, business: 'reopened' }
    : IN_FHIR[state];
