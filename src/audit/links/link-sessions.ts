import { Injectable } from '@nestjs/common';
import type { TokenClaims } from '../../access/access-tokens.js';
import type { LinkTokens } from '../../access/link-tokens.js';
import { defaultPurpose } from '../../access/actor.js';
import type { LinkRole } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement } from '../../platform/database/transaction.js';
import { hashOf } from '../../platform/sealing/link-secrets.js';
import { UnitOfWork } from '../unit-of-work.js';

/** Minutes of a session that a link opened, counted anew from each use. */
export const LINK_SESSION_MINUTES = 30;

const USE: Statement = {
  name: 'link-session-use',
  text: `SELECT 'client' AS role, session_id AS "sessionId", client_id AS "personId", client_id AS "clientId", link_id AS "membershipId",
      organisation_id AS "organisationId", is_open AS "isOpen"
    FROM hand_session_at($1, ${LINK_SESSION_MINUTES})
    UNION ALL SELECT 'receiver', session_id, link_id, client_id, link_id, organisation_id, is_open
    FROM receiver_session_at($1, ${LINK_SESSION_MINUTES})`,
};

interface Found extends TokenClaims {
  readonly role: LinkRole;
  readonly clientId: Id | null;
  readonly isOpen: boolean;
}

/** Under what it is written down that somebody came back when their time was over. */
const TURNED_AWAY = {
  client: { event: 'hand_session.not_let_in', basis: 'client_link' },
  receiver: { event: 'receiver_session.not_let_in', basis: 'receiver_link' },
} as const satisfies Record<LinkRole, object>;

/** The opaque tokens of whoever came by a one-time link. Whether the session still stands is asked anew on entering. */
@Injectable()
export class LinkSessions implements LinkTokens {
  constructor(private readonly work: UnitOfWork) {}

  async verify(token: string, requestId: Id): Promise<TokenClaims | undefined> {
    const [found] = await this.work.runUnsigned(requestId, (tx) => tx.query<Found>(USE, [hashOf(token)]));
    if (!found) return undefined;
    const { isOpen, clientId, ...claims } = found;
    if (isOpen) return claims;
    const { event, basis } = TURNED_AWAY[claims.role];
    const about = clientId === null ? {} : { clientId };
    await this.work.refuse(
      { ...claims, requestId, purpose: defaultPurpose(claims.role) },
      { event, ...about, ground: { basis, basisId: claims.membershipId } },
    );
    return undefined;
  }
}
