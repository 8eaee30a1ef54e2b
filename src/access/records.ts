import { Injectable } from '@nestjs/common';
import type { Id } from '../kernel/ids.js';
import type { Statement, Transaction } from '../platform/database/transaction.js';
import type { Actor } from './actor.js';
import { Grants, withheldFrom, type Held, type Withheld } from './grants.js';
import type { DataClass, Permission } from './policy.js';

type Acting = Transaction & { readonly actor: Actor };

/** One record of hers that was read, with what the actor holds over it. Each keeps its own grants. */
export interface ReadRecord {
  readonly clientId: Id;
  readonly held: Held;
  readonly withheld: readonly Withheld[];
}

/** The record in the path and those joined with it; `held` and `withheld` are of the one in the path. */
export interface ReadRecords extends Omit<ReadRecord, 'clientId'> {
  /** The one in the path first. */
  readonly records: readonly [ReadRecord, ...ReadRecord[]];
}

export interface RecordsRead<T> extends ReadRecords {
  readonly found: T;
}

export const RECORDS_OF: Statement = { name: 'records-of', text: 'SELECT id FROM records_of($1) AS hers(id)' };

/**
 * Under which ids a person's data stands: her record, and those joined with it over links both ends of which the actor
 * sees. Who sees one end alone reads that one and cannot tell that there is a link.
 */
@Injectable()
export class Records {
  constructor(private readonly grants: Grants) {}

  async of(tx: Transaction, clientId: Id): Promise<readonly Id[]> {
    const rows = await tx.query<{ id: Id }>(RECORDS_OF, [clientId]);
    const joined = rows.map(({ id }) => id).filter((id) => id !== clientId);
    return [clientId, ...joined.sort()];
  }

  /**
   * Nearly nobody has two records, so hers is read while it is asked whether there are others: without a link this costs
   * no trip more than reading one record does.
   *
   * @param read is called once more where there are; it must only read
   * @throws Refusal `not_found`, `role_may_not`, for the record in the path
   */
  async read<T>(
    tx: Acting,
    permission: Permission,
    clientId: Id,
    read: (ids: readonly Id[]) => Promise<T>,
  ): Promise<RecordsRead<T>> {
    const [held, ids, alone] = await Promise.all([
      this.grants.permit(tx, permission, clientId),
      this.of(tx, clientId),
      read([clientId]),
    ]);
    const seen = (id: Id, over: Held): ReadRecord => ({
      clientId: id,
      held: over,
      withheld: withheldFrom(tx.actor, over),
    });
    const own = seen(clientId, held);
    const { withheld } = own;
    if (ids.length === 1) return { held, withheld, records: [own], found: alone };
    const [over, found] = await Promise.all([this.grants.over(tx, ids), read(ids)]);
    const joined = ids.slice(1).flatMap((id) => {
      const grant = over.get(id);
      return grant ? [seen(id, grant)] : [];
    });
    return { held, withheld, records: [own, ...joined], found };
  }
}

/** What the actor holds over the record that something stands in. */
export const heldOf = (records: ReadRecords['records'], clientId: Id): Held =>
  (records.find((one) => one.clientId === clientId) ?? records[0]).held;

/** Of a list of things that can only be of these classes: no other class is withheld from it. */
export function withheldAmong({ held, ...read }: ReadRecords, classes: readonly DataClass[]): ReadRecords {
  const among = (withheld: readonly Withheld[]) => withheld.filter((each) => classes.includes(each.class));
  const [own, ...joined] = read.records.map((one) => ({ ...one, withheld: among(one.withheld) }));
  return { held, withheld: among(read.withheld), records: own ? [own, ...joined] : read.records };
}
