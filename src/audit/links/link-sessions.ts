import { Injectable } from '@nestjs/common';
import type { TokenClaims } from '../../access/access-tokens.js';
import type { ClientTokens } from '../../access/client-tokens.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement } from '../../platform/database/transaction.js';
import { hashOf } from '../../platform/sealing/link-secrets.js';
import { UnitOfWork } from '../unit-of-work.js';

/** Minutes of a session that a link opened, counted anew from each use. */
export const LINK_SESSION_MINUTES = 30;

const USE: Statement = {
  name: 'hand-session-use',
  text: `SELECT session_id AS "sessionId", client_id AS "personId", link_id AS "membershipId", organisation_id AS "organisationId",
      is_open AS "isOpen"
    FROM hand_session_at($1, ${LINK_SESSION_MINUTES})`,
};

interface Found extends Omit<TokenClaims, 'role'> {
  readonly isOpen: boolean;
}

/** The opaque tokens of clients who came by their link. Whether the session still stands is asked anew on entering. */
@Injectable()
export class LinkSessions implements ClientTokens {
  constructor(private readonly work: UnitOfWork) {}

  async verify(token: string, requestId: Id): Promise<TokenClaims | undefined> {
    const [found] = await this.work.runUnsigned(requestId, (tx) => tx.query<Found>(USE, [hashOf(token)]));
    if (!found) return undefined;
    const { isOpen, ...claims } = found;
    if (isOpen) return { ...claims, role: 'client' };
    const ground = { basis: 'client_link', basisId: claims.membershipId };
    await this.work.refuse(
      { ...claims, role: 'client', requestId, purpose: 'client_request' },
      { event: 'hand_session.not_let_in', clientId: claims.personId, ground },
    );
    return undefined;
  }
}
