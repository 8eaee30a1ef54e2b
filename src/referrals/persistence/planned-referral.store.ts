import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { StandingReferral } from '../domain/planned-referral.js';
import type { ReferralWords } from '../domain/referral.js';

type Sealed = Omit<StandingReferral, keyof ReferralWords> & { readonly words: Buffer; readonly wrapped: Buffer };

const select = (referrals: string): string => `
  SELECT r.id, r.client_id AS "clientId", r.class, r.asks_for AS "asksFor", r.urgency, r.state, r.round, r.because,
      r.sent_at AS "sentAt", r.next_step_by AS "nextStepBy", r.place_in_line AS "placeInLine", r.review_on AS "reviewOn",
      r.consent_id AS "consentId", r.agreed_at AS "agreedAt", r.agreed_until AS "agreedUntil",
      r.agreement_ended_at AS "agreementEndedAt", r.updated_at AS "updatedAt", r.version, r.is_ended AS "isEnded",
      r.known_to_sender_at AS "knownToSenderAt", r.known_to_client_at AS "knownToClientAt",
      so.name AS sender, ro.name AS receiver, s.name AS service, r.words, k.wrapped
    FROM ${referrals} r
    JOIN sealing_key k ON k.client_id = r.client_id
    JOIN organisation so ON so.id = r.sender_organisation_id
    LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
    LEFT JOIN service s ON s.id = r.service_id
   WHERE r.client_id = ANY ($1) AND r.owes <> 'nobody'
   ORDER BY r.created_at, r.id`;

export const REFERRALS_ON_PLAN: Statement = { name: 'referrals-on-plan', text: select('referral') };

const REFERRALS_AS_OF: Statement = {
  name: 'referrals-on-plan-as-of',
  text: select('as_of(NULL::referral, $1, $2)'),
};

@Injectable()
export class PlannedReferralStore {
  constructor(private readonly words: Words) {}

  async ofClients(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<readonly StandingReferral[]> {
    const rows = await (at === undefined
      ? tx.query<Sealed>(REFERRALS_ON_PLAN, [clientIds])
      : tx.query<Sealed>(REFERRALS_AS_OF, [clientIds, at]));
    return rows.map(({ words, wrapped, ...referral }) => {
      const place = { table: 'referral', id: referral.id, class: referral.class };
      const key = this.words.unwrap(referral.clientId, wrapped);
      const { reason, ownWords, outside } = this.words.open<ReferralWords>(key, place, words);
      return {
        ...referral,
        ...(reason !== undefined && { reason }),
        ...(ownWords !== undefined && { ownWords }),
        ...(outside !== undefined && { outside }),
      };
    });
  }
}
