import { Injectable } from '@nestjs/common';
import { classWithheld } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf, type DataClass, type Permission } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RecordLink, ShownLink } from '../domain/record-link.js';
import { recordLinkLifecycle, type LinkMove } from '../domain/record-link.lifecycle.js';
import { sameRecord } from '../domain/record-links.problems.js';

/** One of the two records, with what the actor holds over it. */
export interface HeldRecord {
  readonly clientId: Id;
  readonly held: Held;
}
export type Both = readonly [HeldRecord, HeldRecord];

/** A link as this actor sees it. */
export interface LinkView extends ShownLink {
  readonly openMoves: readonly LinkMove[];
}

interface Asked {
  readonly permission: Permission;
  readonly write?: DataClass;
}

/** What every use case of two records begins with: whoever asks sees who both are, or learns of neither. */
@Injectable()
export class LinkDesk {
  constructor(private readonly grants: Grants) {}

  /**
   * @throws Refusal `same_record`; `not_found` where either is unknown or unseen, in the same words; `role_may_not`,
   *   `class_not_held`
   */
  async both(tx: Tx, { permission, write }: Asked, clientId: Id, otherId: Id): Promise<Both> {
    const need = write === undefined ? undefined : { write };
    const one = named(await this.grants.permit(tx, permission, clientId, need));
    if (clientId === otherId) throw new Refusal(sameRecord);
    const other = named(await about(otherId, this.grants.permit(tx, permission, otherId, need)));
    return [
      { clientId, held: one },
      { clientId: otherId, held: other },
    ];
  }

  /** Of a link that row-level security has shown: whoever sees it sees both. */
  of(tx: Tx, asked: Asked, { oneClientId, otherClientId }: RecordLink): Promise<Both> {
    return this.both(tx, asked, oneClientId, otherClientId);
  }
}

/** Writing a name takes reading it: nobody joins whom they do not know. */
function named(held: Held): Held {
  if (!held.read.has('identity_name')) throw new Refusal(classWithheld, { class: 'identity_name' });
  return held;
}

/** The refusal is about this record, which the path does not name. */
async function about(clientId: Id, permitted: Promise<Held>): Promise<Held> {
  try {
    return await permitted;
  } catch (fault) {
    if (fault instanceof Refusal) throw new Refusal(fault.problem, fault.facts, fault.faults, clientId);
    throw fault;
  }
}

export const mayJoin = (tx: Tx, both: readonly HeldRecord[]): boolean =>
  reachOf(tx.actor.role, 'record-link:change') !== 'none' && both.every(({ held }) => held.write.has('identity_name'));

export const linkView = (tx: Tx, link: ShownLink, both: readonly HeldRecord[]): LinkView => ({
  ...link,
  openMoves: mayJoin(tx, both) ? recordLinkLifecycle.openMoves(link.state, {}) : [],
});
