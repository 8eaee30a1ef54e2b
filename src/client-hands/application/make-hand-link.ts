import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants, type Held } from '../../access/grants.js';
import { ROLE_CEILINGS, type DataClass } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { notInEmergency } from '../../disclosures/domain/disclosures.problems.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { livesUntil } from '../../kernel/one-time-link.js';
import { PUBLIC_URL } from '../../platform/config/public-url.js';
import { codeHash, hashOf, newCode, newSecret } from '../../platform/sealing/link-secrets.js';
import { linkDone } from '../domain/client-hands.events.js';
import { madeAtHome } from '../domain/client-hands.problems.js';
import type { HandLink } from '../domain/hand-link.js';
import { HandLinkStore } from '../persistence/hand-link.store.js';

export interface MadeHandLink {
  readonly link: HandLink;
  readonly now: string;
  /** Shown this once: nothing that is kept would give them back to a request that comes twice. */
  readonly url: string | null;
  readonly code: string | null;
}

export type HandLinkWish = Pick<HandLink, 'codeTold' | 'language'>;

/**
 * A way in for a client without an account: a link, and a code that is told to her another way. Whoever makes it knows
 * both, so it shows no more than they may read themselves.
 */
@Injectable()
export class MakeHandLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly grants: Grants,
    private readonly links: HandLinkStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `not_in_emergency`, `link_made_at_home` */
  by(actor: Actor, clientId: Id, receipt: Receipt, wish: HandLinkWish): Promise<MadeHandLink> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'hand-link:make', clientId, { write: 'coordination' });
      if (held.ground.basis === 'break_glass') throw new Refusal(notInEmergency, {}, [], clientId);
      if (!(await this.links.livesHere(tx, clientId))) throw new Refusal(madeAtHome, {}, [], clientId);
      const [secret, code] = [newSecret(), newCode()];
      const hashes = { tokenHash: hashOf(secret), codeHash: codeHash(secret, code) };
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) =>
        this.links.add(tx, {
          ...{ id: own, clientId, ...wish, ...livesUntil(tx.now), ...hashes },
          classes: handedOut(held),
        }),
      );
      const link = await this.links.one(tx, id);
      if (!link) throw new Error('A link that was made is not there to read.');
      tx.record(linkDone(replayed ? 'hand_link.read' : 'hand_link.made', link, held));
      const shown = replayed ? { url: null, code: null } : { url: `${this.publicUrl}/h/${secret}`, code };
      return { link, now: tx.now, ...shown };
    });
  }
}

const handedOut = ({ read }: Held): readonly DataClass[] =>
  (ROLE_CEILINGS.client?.read ?? []).filter((name) => read.has(name));
