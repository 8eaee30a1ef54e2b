import type { Actor, Purpose } from '../../access/actor.js';
import type { Role } from '../../access/policy.js';
import { plusMinutes, type Instant } from '../../kernel/civil-time.js';
import { newId, type Id } from '../../kernel/ids.js';
import { waitAfter, whyShut, type NotOpened } from '../../kernel/one-time-link.js';
import { Refusal } from '../../kernel/refusal.js';
import { codeHash, hashOf, isSame, newSecret } from '../../platform/sealing/link-secrets.js';
import type { AuditEvent } from '../audit-event.js';
import type { UnitOfWork } from '../unit-of-work.js';
import type { HeldLink, LinkDoor, LockedLink } from './link-door.js';
import { LINK_SESSION_MINUTES } from './link-sessions.js';
import { codeNotAccepted, linkNotThere, waitForCode } from './one-time-link.problems.js';

/** In which role the holder of such a link acts, and what is written down of who stood at the door. */
export interface Holder {
  readonly role: Role;
  readonly purpose: Purpose;
  opened(link: HeldLink): AuditEvent;
  notOpened(link: HeldLink, why: NotOpened): AuditEvent;
}

export interface OpenedLink {
  /** Shown this once: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Instant;
  readonly language: LockedLink['language'];
}

interface NotOpen {
  readonly held: HeldLink;
  readonly why: NotOpened;
  readonly seconds: number;
}
type Verdict = { readonly opened: OpenedLink } | NotOpen | undefined;

/** From a link and its code to a session. To look at a link opens nothing and uses nothing up. */
export class OpenByCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly door: LinkDoor,
    private readonly holder: Holder,
  ) {}

  /**
   * In which language its holder is met.
   *
   * @throws Refusal `link_not_there`: one answer for a link that is unknown, used, taken back or over
   */
  async look(requestId: Id, secret: string): Promise<LockedLink['language']> {
    const found = await this.work.runUnsigned(requestId, async (tx) => {
      const held = await this.door.find(tx, hashOf(secret));
      if (!held) return undefined;
      const link = await this.door.hold(tx, held, false);
      return { held, link, why: whyNot(link, tx.now) };
    });
    if (!found) throw new Refusal(linkNotThere);
    if (found.why) await this.refuse(requestId, { held: found.held, why: found.why, seconds: 0 });
    return found.link.language;
  }

  /** @throws Refusal `link_not_there`, `link_code_not_accepted`, `link_code_must_wait` */
  async by(requestId: Id, secret: string, code: string): Promise<OpenedLink> {
    const verdict = await this.work.runUnsigned<Verdict>(requestId, async (tx) => {
      const held = await this.door.find(tx, hashOf(secret));
      if (!held) return undefined;
      const link = await this.door.hold(tx, held, true);
      const why = whyNot(link, tx.now);
      if (why) return { held, why, seconds: 0 };
      const seconds = secondsUntil(link.waitUntil, tx.now);
      if (seconds > 0) return { held, why: 'asked_too_soon', seconds };
      if (!isSame(codeHash(secret, code), link.codeHash)) {
        await this.door.miss(tx, held.linkId, waitAfter(link.misses + 1));
        return { held, why: 'other_code', seconds: waitAfter(link.misses + 1) };
      }
      const token = newSecret();
      const expiresAt = plusMinutes(tx.now, LINK_SESSION_MINUTES);
      await this.door.open(tx, held, { id: newId(), tokenHash: hashOf(token), expiresAt });
      const { role, purpose } = this.holder;
      tx.recognise({ personId: held.personId, role, purpose });
      tx.record(this.holder.opened(held));
      return { opened: { token, expiresAt, language: link.language } };
    });
    if (!verdict) throw new Refusal(linkNotThere);
    return 'opened' in verdict ? verdict.opened : this.refuse(requestId, verdict);
  }

  /** The link is known, so the log of whom it is about says that somebody stood at the door. */
  private async refuse(requestId: Id, { held, why, seconds }: NotOpen): Promise<never> {
    const { linkId, personId, organisationId } = held;
    const { role, purpose } = this.holder;
    const actor: Actor = {
      ...{ sessionId: linkId, personId, membershipId: linkId, organisationId },
      ...{ role, requestId, purpose },
    };
    await this.work.refuse(actor, this.holder.notOpened(held, why));
    if (why === 'other_code') throw new Refusal(codeNotAccepted, seconds > 0 ? { retryAfter: seconds } : {});
    if (why === 'asked_too_soon') throw new Refusal(waitForCode, { retryAfter: seconds });
    throw new Refusal(linkNotThere);
  }
}

const whyNot = (link: LockedLink, now: Instant): NotOpened | undefined =>
  whyShut(link, now) ?? (link.stands ? undefined : 'over');

const secondsUntil = (instant: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - Date.parse(now)) / 1000));
