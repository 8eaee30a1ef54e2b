import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Particular } from '../domain/particular.js';

/** As the database holds it, with the wrapped key that opens its words. */
export type Stored<P extends Particular> = P & {
  readonly words: Buffer;
  readonly wrapped: Buffer;
  /** Her own, where the actor may know it; read only for what depends on the hour. */
  readonly zone?: string | null;
};

/** A table of particulars: its row class, and the statement that reads it for some clients ($1). */
export interface ParticularTable<P extends Particular> {
  readonly name: 'client_name' | 'channel' | 'supporter';
  readonly row: EntityTarget<P & { readonly words: Buffer }>;
  /** $2 is whether ended ones are shown too. */
  readonly list: Statement;
  /** $2 is the id. */
  readonly one: Statement;
}

@Injectable()
export class ParticularStore {
  of<P extends Particular>(tx: Transaction, table: ParticularTable<P>, clients: readonly Id[], ended: boolean) {
    return tx.query<Stored<P>>(table.list, [clients, ended]);
  }

  async one<P extends Particular>(tx: Transaction, table: ParticularTable<P>, clients: readonly Id[], id: Id) {
    const [found] = await tx.query<Stored<P>>(table.one, [clients, id]);
    return found;
  }

  async add<P extends Particular>(
    tx: Transaction,
    table: ParticularTable<P>,
    row: P & { words: Buffer },
  ): Promise<void> {
    const target: EntityTarget<ObjectLiteral> = table.row;
    await tx.entities.insert(target, row);
  }

  /** False when somebody else changed it first. */
  async change<P extends Particular>(
    tx: Transaction,
    table: ParticularTable<P>,
    { id, version }: Pick<Particular, 'id' | 'version'>,
    to: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    const target: EntityTarget<ObjectLiteral> = table.row;
    const { affected } = await tx.entities.update(target, { id, version }, { ...to, version: version + 1 });
    return affected === 1;
  }
}
