import { Injectable } from '@nestjs/common';
import { classWithheld, notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf, type Permission } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Consent, ConsentVersion, ShownConsent } from '../domain/consent.js';
import {
  consentLifecycle,
  isInForce,
  isOver,
  stateAt,
  type ConsentMove,
  type ConsentState,
} from '../domain/consent.lifecycle.js';
import { denialEndedTogether, forOthersOnly, keptAtHome } from '../domain/consent.problems.js';
import { ConsentStore } from '../persistence/consent.store.js';

export interface ConsentView extends Omit<ShownConsent, 'state'> {
  readonly state: ConsentState;
  readonly isInForce: boolean;
  readonly openMoves: readonly ConsentMove[];
  readonly history?: readonly ConsentVersion[];
}

/** On what the actor stands: her grants, or nothing but the office of a privacy officer. */
export type Standing = Held | undefined;

/** Consents as they lie before somebody: found, with what is held over her, and with what may be done now. */
@Injectable()
export class ConsentDesk {
  constructor(
    private readonly consents: ConsentStore,
    private readonly grants: Grants,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  async standOn(tx: Tx, permission: Permission, clientId: Id): Promise<Standing> {
    if (tx.actor.role !== 'privacy_officer') return this.grants.permit(tx, permission, clientId);
    if (!(await this.consents.isAnsweredFor(tx, clientId))) throw new Refusal(notFound);
    return undefined;
  }

  /** @throws Refusal `not_found`, the same for a consent unknown, unseen and not to be known of */
  async take(tx: Tx, permission: Permission, id: Id): Promise<{ consent: ShownConsent; held: Standing }> {
    const consent = await this.consents.one(tx, id);
    if (!consent) throw new Refusal(notFound);
    return { consent, held: await this.standOn(tx, permission, consent.clientId) };
  }

  /** @throws Refusal `not_found`, `class_not_held`, `consent_kept_at_home` */
  async groundToRecord(tx: Tx, clientId: Id): Promise<Held> {
    const [held, livesHere] = await Promise.all([
      this.grants.permit(tx, 'consent:record', clientId, { write: 'coordination' }),
      this.consents.livesHere(tx, clientId),
    ]);
    if (!livesHere) throw new Refusal(keptAtHome);
    return held;
  }
}

/** @throws Refusal `class_not_held`, `consent_kept_at_home`, `consent_for_oneself`, `denial_ended_together` */
export function assertMayMove(actor: Actor, consent: ShownConsent, held: Standing, move: ConsentMove): void {
  if (movesOf(actor, consent, held).includes(move)) return;
  if (actor.role === 'client' && consent.decision === 'deny') throw new Refusal(denialEndedTogether);
  if (keepsOut(consent)) throw new Refusal(forOthersOnly);
  throw consent.isKeptHere ? new Refusal(classWithheld, { class: consent.class }) : new Refusal(keptAtHome);
}

/** Row-level security says the same. */
function movesOf(actor: Actor, consent: ShownConsent, held: Standing): readonly ConsentMove[] {
  if (reachOf(actor.role, 'consent:move') === 'none') return [];
  if (actor.role !== 'client' && keeps(consent, held)) return keepsOut(consent) ? [] : consentLifecycle.verbs;
  return consent.decision === 'permit' && isTheirs(consent, actor) ? ['withdraw'] : [];
}

const keeps = (consent: ShownConsent, held: Standing): boolean =>
  held === undefined || (consent.isKeptHere && held.write.has(consent.class));

/** She gave it, or it was given to them. */
const isTheirs = (consent: Consent, actor: Actor): boolean => actor.role === 'client' || names(consent, actor);

/** The actor is kept out by it, and does not let themselves in. */
const keepsOut = ({ decision, isForActor }: ShownConsent): boolean => decision === 'deny' && isForActor;

const names = (consent: Consent, { organisationId, role, membershipId }: Actor): boolean =>
  consent.recipientOrganisationId === organisationId &&
  [null, role].includes(consent.recipientRole) &&
  [null, membershipId].includes(consent.recipientMembershipId);

/** A recipient sees what it was given; her words are for whoever reads her plan. */
export function consentView(tx: Tx, { ownWords, moveNote, ...consent }: ShownConsent, held: Standing): ConsentView {
  const facts = { isOver: isOver(consent, tx.now) };
  const open = consentLifecycle.openMoves(consent.state, facts);
  const may = movesOf(tx.actor, consent, held);
  return {
    ...consent,
    ...(held?.read.has(consent.class) && {
      ...(ownWords !== undefined && { ownWords }),
      ...(moveNote !== undefined && { moveNote }),
    }),
    state: stateAt(consent, tx.now),
    isInForce: isInForce(consent, tx.now),
    openMoves: open.filter((move) => may.includes(move)),
  };
}
