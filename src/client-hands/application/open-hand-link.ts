import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { CLIENT_SESSION_MINUTES } from '../../audit/client-sessions.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { plusMinutes, type Instant } from '../../kernel/civil-time.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { linkNotOpened, linkOpened, type NotOpened } from '../domain/client-hands.events.js';
import { codeNotAccepted, linkNotThere, waitForCode } from '../domain/client-hands.problems.js';
import { waitAfter, type HandLanguage } from '../domain/hand-link.js';
import { HandDoorStore, type HeldLink, type LockedLink } from '../persistence/hand-door.store.js';
import { codeHash, hashOf, isSame, newSecret } from './hand-secrets.js';

export interface OpenedHandLink {
  /** Shown this once: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Instant;
  readonly language: HandLanguage;
}

interface NotOpen {
  readonly held: HeldLink;
  readonly why: NotOpened;
  readonly seconds: number;
}
type Verdict = { readonly opened: OpenedHandLink } | NotOpen | undefined;

/** From a link and its code to a session. To look at a link opens nothing and uses nothing up. */
@Injectable()
export class OpenHandLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly door: HandDoorStore,
  ) {}

  /**
   * In which language she is met.
   *
   * @throws Refusal `link_not_there`: one answer for a link that is unknown, used, taken back or over
   */
  async look(requestId: Id, secret: string): Promise<HandLanguage> {
    const found = await this.work.runUnsigned(requestId, async (tx) => {
      const held = await this.door.find(tx, hashOf(secret));
      if (!held) return undefined;
      const link = await this.door.hold(tx, held, false);
      return { held, link, why: whyShut(link, tx.now) };
    });
    if (!found) throw new Refusal(linkNotThere);
    if (found.why) await this.refuse(requestId, { held: found.held, why: found.why, seconds: 0 });
    return found.link.language;
  }

  /** @throws Refusal `link_not_there`, `code_not_accepted`, `code_must_wait` */
  async by(requestId: Id, secret: string, code: string): Promise<OpenedHandLink> {
    const verdict = await this.work.runUnsigned<Verdict>(requestId, async (tx) => {
      const held = await this.door.find(tx, hashOf(secret));
      if (!held) return undefined;
      const link = await this.door.hold(tx, held, true);
      const why = whyShut(link, tx.now);
      if (why) return { held, why, seconds: 0 };
      const seconds = secondsUntil(link.waitUntil, tx.now);
      if (seconds > 0) return { held, why: 'asked_too_soon', seconds };
      if (!isSame(codeHash(secret, code), link.codeHash)) {
        await this.door.miss(tx, held.linkId, waitAfter(link.misses + 1));
        return { held, why: 'other_code', seconds: waitAfter(link.misses + 1) };
      }
      const token = newSecret();
      const expiresAt = plusMinutes(tx.now, CLIENT_SESSION_MINUTES);
      await this.door.open(tx, held, { id: newId(), tokenHash: hashOf(token), expiresAt });
      tx.recognise({ personId: held.clientId, role: 'client', purpose: 'client_request' });
      tx.record(linkOpened({ id: held.linkId, clientId: held.clientId }));
      return { opened: { token, expiresAt, language: link.language } };
    });
    if (!verdict) throw new Refusal(linkNotThere);
    return 'opened' in verdict ? verdict.opened : this.refuse(requestId, verdict);
  }

  /** The client is known, so her log says that somebody stood at the door. */
  private async refuse(requestId: Id, { held, why, seconds }: NotOpen): Promise<never> {
    const { linkId, clientId, organisationId } = held;
    const actor: Actor = {
      ...{ sessionId: linkId, personId: clientId, membershipId: linkId, organisationId },
      ...{ role: 'client', requestId, purpose: 'client_request' },
    };
    await this.work.refuse(actor, linkNotOpened({ id: linkId, clientId }, why));
    if (why === 'other_code') throw new Refusal(codeNotAccepted, seconds > 0 ? { retryAfter: seconds } : {});
    if (why === 'asked_too_soon') throw new Refusal(waitForCode, { retryAfter: seconds });
    throw new Refusal(linkNotThere);
  }
}

function whyShut({ revokedAt, openedAt, openUntil }: LockedLink, now: Instant): NotOpened | undefined {
  if (revokedAt !== null) return 'taken_back';
  if (openedAt !== null) return 'used';
  return now < openUntil ? undefined : 'over';
}

const secondsUntil = (instant: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - Date.parse(now)) / 1000));
