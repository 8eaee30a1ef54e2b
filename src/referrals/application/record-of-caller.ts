import { Injectable } from '@nestjs/common';
import { roleMayNot } from '../../access/access.problems.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { FoundBy, type KeptTokens } from '../../clients/application/found-by.js';
import { NewRecord } from '../../clients/application/new-record.js';
import { clientEntry, OpenedClients } from '../../clients/application/opened-clients.js';
import { nameMarks } from '../../clients/domain/search-marks.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';

/** A new record for whom the receiver took a caller for: what somebody goes by is enough. */
@Injectable()
export class RecordOfCaller {
  constructor(
    private readonly newRecord: NewRecord,
    private readonly opened: OpenedClients,
    private readonly foundBy: FoundBy,
  ) {}

  /** Before the transaction opens. */
  tokensOf(goesBy: string): Promise<KeptTokens> {
    return this.foundBy.tokensOf(nameMarks(goesBy));
  }

  /** @throws Refusal `role_may_not` */
  async made(tx: Tx, goesBy: string, name: KeptTokens): Promise<Id> {
    const { role } = tx.actor;
    if (reachOf(role, 'client:create') === 'none') throw new Refusal(roleMayNot, { role, permission: 'client:create' });
    const id = newId();
    await this.newRecord.make(tx, id, { goesBy, words: {}, tokens: { name, birth: [] } });
    tx.record(clientEntry('client.created', await this.opened.see(tx, 'client:read', id)));
    return id;
  }
}
