import { Inject, Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { PUBLIC_URL } from '../../platform/config/public-url.js';
import { accountEvents } from '../domain/accounts.events.js';
import { InvitationStore } from '../persistence/invitation.store.js';
import { newSecretToken } from './secret-token.js';

/** A one-time link, shown once to whoever hands it on; only its hash is kept. */
export interface InvitationLink {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: string;
}

@Injectable()
export class Invitations {
  constructor(
    private readonly invitations: InvitationStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** For an account, in place of the one before, or for whoever becomes the first administrator (null). */
  async make(tx: Work, staffId: Id | null, by?: Id): Promise<InvitationLink> {
    const id = newId();
    const { text, hash } = newSecretToken();
    const expiresAt = await this.invitations.add(tx, { id, staffId, tokenHash: hash, by });
    tx.record(accountEvents.invited(staffId, id));
    // Behind the `#` it stays in the browser: no server, proxy or log on the way sees it.
    return { url: `${this.publicUrl}/v1/auth/invitations#${text}`, token: text, expiresAt };
  }
}
