import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf, type Permission } from '../../access/policy.js';
import type { AuditEvent } from '../../audit/audit-event.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { Words } from '../../platform/sealing/words.js';
import type { Particular } from '../domain/particular.js';
import { ClientStores } from '../persistence/client-stores.js';
import type { Stored } from '../persistence/particular.store.js';
import type { ParticularKind } from './particulars.js';
import { Records, type RecordsRead } from '../../access/records.js';

/** A particular, opened. */
export interface Opened<P extends Particular, W extends object> {
  readonly particular: P;
  readonly words: W;
  readonly zone: string | null;
}

/** As this actor sees it at this moment. */
export interface OneParticular<P extends Particular, W extends object> extends Opened<P, W> {
  readonly now: string;
  readonly mayChange: boolean;
}

/** Reads names, channels and supporters under the grants of now and opens their words. */
@Injectable()
export class OpenedParticulars {
  constructor(
    private readonly sealing: Words,
    readonly stores: ClientStores,
    private readonly grants: Grants,
    private readonly records: Records,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`; `class_not_held` when a change is asked for and the class is only read */
  permit(tx: Tx, permission: Permission, clientId: Id, need?: { write: ParticularKind<Particular, object>['class'] }) {
    return this.grants.permit(tx, permission, clientId, need);
  }

  async list<P extends Particular, W extends object>(
    tx: Tx,
    kind: ParticularKind<P, W>,
    clientId: Id,
    ended: boolean,
  ): Promise<RecordsRead<readonly Opened<P, W>[]>> {
    return this.records.read(tx, kind.read, clientId, async (ids) => {
      const rows = await this.stores.particulars.of(tx, kind.table, ids, ended);
      return rows.map((row) => this.open(kind, row));
    });
  }

  /** @throws Refusal `not_found` when there is none such of this client, or its class is withheld */
  async one<P extends Particular, W extends object>(
    tx: Tx,
    kind: ParticularKind<P, W>,
    clientId: Id,
    id: Id,
  ): Promise<Opened<P, W>> {
    const row = await this.stores.particulars.one(tx, kind.table, [clientId], id);
    if (!row) throw new Refusal(notFound);
    return this.open(kind, row);
  }

  /** Under the key of the client whose record it is. */
  async sealed<P extends Particular, W extends object>(
    tx: Tx,
    kind: ParticularKind<P, W>,
    of: Pick<Particular, 'id' | 'clientId'>,
    words: W,
  ): Promise<Buffer> {
    const key = await this.sealing.keyOf(tx, of.clientId);
    return this.sealing.seal(key, { table: kind.table.name, id: of.id, class: kind.class }, words);
  }

  private open<P extends Particular, W extends object>(kind: ParticularKind<P, W>, row: Stored<P>): Opened<P, W> {
    const { words, wrapped, zone, ...particular } = row;
    const key = this.sealing.unwrap(row.clientId, wrapped);
    const place = { table: kind.table.name, id: row.id, class: kind.class };
    return {
      particular: particular as unknown as P,
      words: this.sealing.open<W>(key, place, words),
      zone: zone ?? null,
    };
  }
}

export const shownTo = <P extends Particular, W extends object>(
  tx: Tx,
  kind: ParticularKind<P, W>,
  held: Held,
  opened: Opened<P, W>,
): OneParticular<P, W> => ({
  ...opened,
  now: tx.now,
  mayChange: held.write.has(kind.class) && reachOf(tx.actor.role, kind.change) !== 'none',
});

/** The audit entry for what was done to a particular, or for a list of them. */
export const particularEntry = (
  kind: Pick<ParticularKind<never, never>, 'called' | 'class'>,
  done: 'read' | 'added' | 'changed' | 'ended',
  clientId: Id,
  { held, facts = {} }: { held: Held; facts?: AuditEvent['facts'] },
): AuditEvent => ({
  event: `${kind.called}.${done}`,
  clientId,
  classes: held.read.has(kind.class) ? [kind.class] : [],
  ground: held.ground,
  facts,
});
