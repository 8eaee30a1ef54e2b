import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { Grants, withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import type { Permission } from '../../access/policy.js';
import type { AuditEvent } from '../../audit/audit-event.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import type { Client, ClientWords } from '../domain/client.js';
import type { ClientNameWords } from '../domain/client-name.js';
import type { ClientEvent } from '../domain/clients.events.js';
import { ClientStores } from '../persistence/client-stores.js';
import type { StoredClient } from '../persistence/client.store.js';

/** A client as the actor sees her: opened, with why she is seen and what is withheld. */
export interface SeenClient {
  readonly client: Client;
  readonly words: ClientWords;
  /** Nothing when none of her names stands any more. */
  readonly goesBy: string | null;
  readonly held: Held;
  readonly withheld: readonly Withheld[];
  readonly key: ClientKey;
}

const CLASSES = ['identity_name'] as const;

/** Reads clients under the grants of now and opens their words. */
@Injectable()
export class OpenedClients {
  constructor(
    private readonly words: Words,
    private readonly stores: ClientStores,
    private readonly grants: Grants,
  ) {}

  /** @throws Refusal `not_found` for a client unknown, unseen or withheld; `class_not_held`, `role_may_not` */
  async see(tx: Tx, permission: Permission, id: Id): Promise<SeenClient> {
    const need = permission === 'client:change' ? ({ write: 'identity_name' } as const) : undefined;
    const [held, rows] = await Promise.all([
      this.grants.permit(tx, permission, id, need),
      this.stores.clients.read(tx, [id]),
    ]);
    const [row] = rows;
    if (!row) throw new Refusal(notFound);
    return this.open(tx, row, held);
  }

  /** Those of the clients whom the actor sees, in the order of the ids. */
  async some(tx: Tx, ids: readonly Id[]): Promise<readonly SeenClient[]> {
    if (ids.length === 0) return [];
    const [rows, held] = await Promise.all([this.stores.clients.read(tx, ids), this.grants.over(tx, ids)]);
    return this.openAll(
      tx,
      [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      held,
    );
  }

  async all(tx: Tx, rows: readonly StoredClient[]): Promise<readonly SeenClient[]> {
    const ids = rows.map(({ id }) => id);
    return this.openAll(tx, rows, await this.grants.over(tx, ids));
  }

  private openAll(tx: Tx, rows: readonly StoredClient[], held: ReadonlyMap<Id, Held>): readonly SeenClient[] {
    return rows.flatMap((row) => {
      const grant = held.get(row.id);
      return grant ? [this.open(tx, row, grant)] : [];
    });
  }

  sealed({ key, client }: Pick<SeenClient, 'key' | 'client'>, words: ClientWords): Buffer {
    return this.words.seal(key, { table: 'client', id: client.id, class: client.class }, words);
  }

  private open(tx: Tx, { words, wrapped, nameId, nameWords, ...client }: StoredClient, held: Held): SeenClient {
    const key = this.words.unwrap(client.id, wrapped);
    const place = { table: 'client', id: client.id, class: client.class };
    const said = nameId && { table: 'client_name', id: nameId, class: 'identity_name' };
    return {
      client,
      words: this.words.open<ClientWords>(key, place, words),
      goesBy: said && nameWords && this.words.open<ClientNameWords>(key, said, nameWords).name,
      held,
      withheld: withheldFrom(tx.actor, held),
      key,
    };
  }
}

/** The audit entry for one client shown or changed. */
export const clientEntry = (
  event: ClientEvent,
  { client, held }: Pick<SeenClient, 'client' | 'held'>,
  facts: AuditEvent['facts'] = {},
): AuditEvent => ({
  event,
  clientId: client.id,
  classes: CLASSES,
  ground: held.ground,
  facts: { version: client.version, ...facts },
});
