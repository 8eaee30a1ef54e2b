import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { assertFresh } from '../../kernel/fresh.js';
import { patched } from '../../kernel/merge-patch.js';
import { SEALED, type ClientChange } from '../domain/client.js';
import { birthMarks } from '../domain/search-marks.js';
import { ClientStores } from '../persistence/client-stores.js';
import { FoundBy } from './found-by.js';
import { clientEntry, OpenedClients, type SeenClient } from './opened-clients.js';

@Injectable()
export class ChangeClient {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opened: OpenedClients,
    private readonly stores: ClientStores,
    private readonly foundBy: FoundBy,
  ) {}

  /** @throws Refusal `stale` when the version is no longer the expected one */
  async by(actor: Actor, id: Id, expected: number, change: ClientChange): Promise<SeenClient> {
    const birth = await this.foundBy.tokensOf(change.birthDate ? birthMarks(change.birthDate) : []);
    return this.work.run(actor, async (tx) => {
      const seen = await this.opened.see(tx, 'client:change', id);
      assertFresh(expected, seen.client.version);
      const words = patched(seen.words, change, SEALED);
      const columns = {
        ...(change.province !== undefined && { province: change.province }),
        ...(change.timeZone !== undefined && { timeZone: change.timeZone }),
        ...(change.languages !== undefined && { languages: [...change.languages] }),
        ...(change.heardOfUs !== undefined && { heardOfUs: change.heardOfUs }),
        updatedAt: tx.now,
      };
      const to = { ...columns, words: this.opened.sealed(seen, words) };
      if (!(await this.stores.clients.change(tx, seen.client, to)))
        assertFresh(expected, (await this.opened.see(tx, 'client:change', id)).client.version);
      if (change.birthDate !== undefined) await this.foundBy.keep(tx, id, id, birth);
      const after = { ...seen, words, client: { ...seen.client, ...columns, version: expected + 1 } };
      tx.record(clientEntry('client.changed', after, { fields: Object.keys(change) }));
      return after;
    });
  }
}
