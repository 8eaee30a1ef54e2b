import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { PlannedDate, PlannedStay } from '../domain/planned-admission.js';

const dates = (attempts: string, now: string): string => `
  SELECT a.id, a.client_id AS "clientId", a.referral_id AS "referralId", a.number, a.offered_for AS "offeredFor", a.zone, a.state,
      a.answer_by AS "answerBy", a.transport, p.display_name AS "accompaniedBy", a.version,
      coalesce(a.state = 'offered' AND a.answer_by <= ${now}, false) AS "isLapsed"
    FROM ${attempts} a
    LEFT JOIN membership m ON m.id = a.accompanied_by LEFT JOIN staff p ON p.id = m.staff_id
   WHERE a.client_id = ANY ($1) AND a.state IN ('offered', 'confirmed')
   ORDER BY a.offered_for, a.id`;

const stays = (of: string, owed: string): string => `
  SELECT s.id, s.client_id AS "clientId", s.referral_id AS "referralId", s.state, s.admitted_at AS "admittedAt",
      s.planned_end_on AS "plannedEndOn", s.ended_at AS "endedAt", s.naloxone,
      s.told_of_lower_tolerance AS "toldOfLowerTolerance", s.version, v.name AS service
    FROM ${of} s JOIN service v ON v.id = s.service_id
   WHERE s.client_id = ANY ($1) AND (s.state IN ('inside', 'on_leave') OR (s.state = 'ended' AND EXISTS (SELECT FROM ${owed})))
   ORDER BY s.admitted_at, s.id`;

export const DATES_OF_CLIENTS: Statement = {
  name: 'dates-of-clients',
  text: dates('attempt', '(SELECT app_now())'),
};
export const STAYS_ON_PLAN: Statement = {
  name: 'stays-on-plan',
  text: stays('stay', 'task t WHERE t.source_id = s.referral_id AND t.is_live'),
};
const DATES_AS_OF: Statement = { name: 'dates-as-of', text: dates('as_of(NULL::attempt, $1, $2)', '$2') };
const STAYS_AS_OF: Statement = {
  name: 'stays-as-of',
  text: stays(
    'as_of(NULL::stay, $1, $2)',
    'as_of(NULL::task, $1, $2) t WHERE t.source_id = s.referral_id AND t.is_live',
  ),
};

@Injectable()
export class PlannedAdmissionStore {
  dates(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<PlannedDate[]> {
    return at === undefined ? tx.query(DATES_OF_CLIENTS, [clientIds]) : tx.query(DATES_AS_OF, [clientIds, at]);
  }

  stays(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<PlannedStay[]> {
    return at === undefined ? tx.query(STAYS_ON_PLAN, [clientIds]) : tx.query(STAYS_AS_OF, [clientIds, at]);
  }
}
