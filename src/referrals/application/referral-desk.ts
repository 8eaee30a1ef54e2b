import { Injectable } from '@nestjs/common';
import { notFound, roleMayNot } from '../../access/access.problems.js';
import {
  Grants,
  heldThrough,
  type Held,
  type HeldThrough,
  type OpenedGrants,
  type ReferralOfClient,
} from '../../access/grants.js';
import { reachOf, type DataClass, type Permission } from '../../access/policy.js';
import type { Asking, Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Questions } from '../../platform/database/transaction.js';
import { NamesOfClients } from '../../clients/application/names-of-clients.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Referral, ShownReferral } from '../domain/referral.js';
import type { Party } from '../domain/referral.codes.js';
import { partiesOf } from '../domain/referral.rules.js';
import { ReferralStore } from '../persistence/referral.store.js';

/** A referral as it lies before somebody, with what they hold through it and on which sides of it they stand. */
export interface FoundReferral {
  readonly referral: ShownReferral;
  readonly held: Held;
  readonly parties: readonly Party[];
  readonly ground: Held['ground'];
}

/** What is shown through referrals while they are open. */
export interface Opened {
  readonly grants: OpenedGrants;
  /** By client. */
  readonly names: ReadonlyMap<Id, string>;
}

interface SeenReferral {
  readonly held: HeldThrough;
  readonly goesBy: string | null;
}

/** As it stands before whoever locked it, and where they are. */
interface Locked {
  readonly referral: ShownReferral | undefined;
  /** Of the actor's organisation; of the sender's, where they have none. */
  readonly zone: string;
}
interface Taking extends Locked {
  readonly opened: Opened;
}
export interface TakenReferral extends FoundReferral {
  readonly zone: string;
}

/** Referrals as they lie before somebody: of a client by grants, of a caller by what row-level security shows. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly referrals: ReferralStore,
    private readonly grants: Grants,
    private readonly names: NamesOfClients,
  ) {}

  /**
   * To write, `coordination` has to be held for it, over her whole record or through this referral alone.
   *
   * @throws Refusal `not_found`, the same for a referral unknown and unseen; `role_may_not`, `class_not_held`
   */
  async one(tx: Tx, permission: Permission, id: Id): Promise<FoundReferral> {
    return (await this.oneWith(tx, permission, id, () => Promise.resolve())).found;
  }

  /** And with it, in the same trip, what else is asked of it: row-level security answers, and `held` says what to show. */
  async oneWith<Beside>(
    tx: Tx,
    permission: Permission,
    id: Id,
    ask: (referral: ShownReferral) => Promise<Beside>,
  ): Promise<{ found: FoundReferral; beside: Beside }> {
    return this.held(tx, permission, await this.referrals.one(tx, id), ask);
  }

  /** What is held now over one that was taken and perhaps changed, and with it what else is asked of it. */
  async again<Beside>(
    tx: Tx,
    permission: Permission,
    referral: ShownReferral,
    ask: (referral: ShownReferral) => Promise<Beside>,
  ): Promise<{ found: FoundReferral; beside: Beside }> {
    const [held, beside] = await Promise.all([
      this.permit(tx, permission, referral, this.grants.overOpened(tx)),
      ask(referral),
    ]);
    return { found: foundWith(tx, referral, held, await this.nameNow(tx, referral, held)), beside };
  }

  /** What was done may have shown who she is to whoever did it: a coordinator whose house refers within itself. */
  private async nameNow(tx: Tx, { clientId, goesBy }: ShownReferral, { read }: Held): Promise<string | null> {
    if (clientId === null || goesBy !== null || !read.has('identity_name')) return goesBy;
    return (await this.names.said(tx, [clientId])).get(clientId) ?? null;
  }

  /** All that is asked of one that is about to be taken, in one trip: the lock opens it, and shows what is held through it. */
  async taking(tx: Asking, id: Id): Promise<Taking> {
    const [locked, opened] = await Promise.all([this.locked(tx, id), this.opened(tx)]);
    return { ...locked, opened };
  }

  /** The same as `one`, and nobody else moves it until this transaction is over. */
  async take(tx: Tx, permission: Permission, id: Id, taking = this.taking(tx, id)): Promise<TakenReferral> {
    const { referral, zone, opened } = await taking;
    if (!referral) throw new Refusal(notFound);
    const held = await this.permit(tx, permission, referral, Promise.resolve(opened.grants));
    return { ...foundWith(tx, referral, held, opened.names.get(referral.clientId ?? '')), zone };
  }

  /**
   * The one for which a link let somebody in: row-level security has answered. Nobody else moves it until this is over.
   *
   * @throws Refusal `not_found`
   */
  async takeByLink(tx: Tx, id: Id): Promise<TakenReferral> {
    const { referral, zone } = await this.locked(tx, id);
    if (!referral) throw new Refusal(notFound);
    const ground = { basis: 'receiver_link', basisId: tx.actor.membershipId };
    const grounds = [{ ...ground, classes: referral.sharedClasses }];
    const held = { read: new Set(referral.sharedClasses), write: new Set<DataClass>(), ground, grounds };
    return { referral, held, parties: ['outside'], ground, zone };
  }

  /** What was granted over those that a page opens, and who they are: behind the page, in its trip. */
  async opened(tx: Questions): Promise<Opened> {
    const [grants, names] = await Promise.all([this.grants.overOpened(tx), this.names.ofOpened(tx)]);
    return { grants, names };
  }

  /** Those of a page that the actor sees, with what is held through each. */
  async some(tx: Tx, found: readonly ShownReferral[], opened?: Promise<Opened>): Promise<readonly FoundReferral[]> {
    const ofClients = found.flatMap(({ id, clientId }) => (clientId === null ? [] : [{ id, clientId }]));
    const seen = await this.seen(tx, ofClients, opened);
    return found.flatMap((each) => {
      const its = each.clientId === null ? { held: heldOfCaller(tx, each), goesBy: null } : seen.get(each.id);
      return its ? [foundWith(tx, each, its.held, its.goesBy)] : [];
    });
  }

  /** Of clients' referrals, by id: what is held through each, and what she goes by where that is shared through it. */
  async seen(
    tx: Tx,
    of: readonly ReferralOfClient[],
    opened = this.open(tx, of),
  ): Promise<ReadonlyMap<Id, SeenReferral>> {
    const { grants, names } = await opened;
    const held = heldThrough(of, grants);
    return new Map(
      of.flatMap(({ id, clientId }) => {
        const its = held.get(id);
        return its ? [[id, { held: its, goesBy: nameThrough(its, names.get(clientId)) }] as const] : [];
      }),
    );
  }

  /** In this order, and in one trip: names are seen through the referrals that the first question opens. */
  private async open(tx: Tx, of: readonly ReferralOfClient[]): Promise<Opened> {
    const [grants, names] = await Promise.all([this.grants.openReferrals(tx, of), this.names.ofOpened(tx)]);
    return { grants, names };
  }

  private async locked(tx: Questions, id: Id): Promise<Locked> {
    const [zone, referral] = await Promise.all([this.referrals.lock(tx, id), this.referrals.one(tx, id)]);
    return { referral, zone };
  }

  private async held<Beside>(
    tx: Tx,
    permission: Permission,
    referral: ShownReferral | undefined,
    ask: (referral: ShownReferral) => Promise<Beside>,
  ): Promise<{ found: FoundReferral; beside: Beside }> {
    if (!referral) throw new Refusal(notFound);
    const { clientId } = referral;
    // In this order: names, and what lies beside it, are seen through the referral that `permit` opens.
    const [held, names, beside] = await Promise.all([
      this.permit(tx, permission, referral),
      this.names.said(tx, clientId === null ? [] : [clientId]),
      ask(referral),
    ]);
    return { found: foundWith(tx, referral, held, names.get(clientId ?? '')), beside };
  }

  private permit(
    tx: Tx,
    permission: Permission,
    referral: ShownReferral,
    opened?: Promise<OpenedGrants>,
  ): Promise<HeldThrough> | HeldThrough {
    const { id, clientId } = referral;
    const need = permission.endsWith(':read') ? undefined : ({ write: 'coordination' } as const);
    if (clientId !== null) return this.grants.permitReferral(tx, permission, { id, clientId }, { need, opened });
    const { role } = tx.actor;
    if (reachOf(role, permission) === 'none') throw new Refusal(roleMayNot, { role, permission });
    return heldOfCaller(tx, referral);
  }
}

/** The name to say of a client, where that is held. A caller's alias stands in the referral. */
const nameThrough = ({ read }: Held, name: string | null | undefined): string | null =>
  (read.has('identity_name') ? name : undefined) ?? null;

function foundWith(tx: Tx, its: ShownReferral, held: HeldThrough, name: string | null | undefined): FoundReferral {
  const referral = { ...its, goesBy: its.clientId === null ? its.goesBy : nameThrough(held, name) };
  return { referral, held, parties: partiesIn(tx, referral, held), ground: held.ground };
}

/** Row-level security has answered: whoever sees it sees what she shares. */
function heldOfCaller({ actor }: Tx, { id, callerId, senderOrganisationId, sharedClasses }: Referral): HeldThrough {
  const isOfLine = actor.organisationId === senderOrganisationId;
  const ground = isOfLine ? { basis: 'response_line', basisId: callerId ?? id } : { basis: 'referral', basisId: id };
  const writesAll = actor.role === 'line_operator';
  const grounds = [{ ...ground, classes: sharedClasses }];
  return { read: new Set(sharedClasses), write: new Set(['coordination']), ground, grounds, writesAll };
}

const partiesIn = ({ actor: { organisationId } }: Tx, referral: Referral, { writesAll }: HeldThrough) =>
  partiesOf(referral, { organisationId, speaksForSender: writesAll });
