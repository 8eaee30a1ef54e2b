import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { clientEntry, OpenedClients, type SeenClient } from './opened-clients.js';

@Injectable()
export class ReadClient {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opened: OpenedClients,
  ) {}

  by(actor: Actor, id: Id): Promise<SeenClient> {
    return this.work.run(actor, async (tx) => {
      const seen = await this.opened.see(tx, 'client:read', id);
      tx.record(clientEntry('client.read', seen));
      return seen;
    });
  }
}
