import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** Not as an import: the feature that shows notices stands to the right of this one, the database under both. */
const TELL: Statement = {
  name: 'tell-of-membership',
  text: `
  WITH given AS (SELECT id, staff_id, organisation_id AS there FROM membership WHERE id = $1)
  SELECT tell(o.id, g.there, NULL, $2, 'membership', g.id, NULL, NULL, $3) FROM given g
    JOIN membership o ON o.staff_id = g.staff_id AND o.organisation_id = g.there AND o.ended_at IS NULL
  UNION ALL
  SELECT tell(NULL, g.there, 'privacy_officer', $2, 'membership', g.id, NULL, NULL, $3) FROM given g`,
};

/**
 * Whoever has the account hears of each role that it is given here, as each of her memberships here; so do the privacy
 * officers, since a role decides what somebody may see.
 */
@Injectable()
export class MembershipNotices {
  async tell(
    tx: Transaction,
    kind: 'membership_given' | 'membership_role_changed',
    { id, version }: { readonly id: Id; readonly version: number },
  ): Promise<void> {
    await tx.query(TELL, [id, kind, String(version)]);
  }
}
