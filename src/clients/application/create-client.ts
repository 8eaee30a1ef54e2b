import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { birthMarks, nameMarks } from '../domain/search-marks.js';
import { hintedBy, looksAlike, type MatchKind } from '../domain/search-query.js';
import { FoundBy } from './found-by.js';
import { NewRecord, type NewClient } from './new-record.js';
import { clientEntry, OpenedClients, type SeenClient } from './opened-clients.js';

export interface Hint {
  readonly seen: SeenClient;
  readonly matchedOn: readonly MatchKind[];
}

export interface CreatedClient extends SeenClient {
  /** Only among the clients whom the actor sees anyway. */
  readonly possibleDuplicates: readonly Hint[];
}

const MOST_HINTS = 5;

/** What she goes by is enough. Whoever makes the record becomes her primary worker. */
@Injectable()
export class CreateClient {
  constructor(
    private readonly work: UnitOfWork,
    private readonly newRecord: NewRecord,
    private readonly opened: OpenedClients,
    private readonly foundBy: FoundBy,
  ) {}

  async by(actor: Actor, receipt: Receipt, wanted: Omit<NewClient, 'tokens'>): Promise<CreatedClient> {
    const { birthDate } = wanted.words;
    const marks = hintedBy(wanted.goesBy, birthDate);
    const [hints, name, birth] = await Promise.all([
      this.foundBy.wanted(marks),
      this.foundBy.tokensOf(nameMarks(wanted.goesBy)),
      this.foundBy.tokensOf(birthDate === undefined ? [] : birthMarks(birthDate)),
    ]);
    return this.work.run(actor, async (tx) => {
      const { id, replayed } = await this.newRecord.once(tx, receipt, { ...wanted, tokens: { name, birth } });
      const seen = await this.opened.see(tx, 'client:read', id);
      const matches = await this.foundBy.find(tx, hints, MOST_HINTS, { except: id, enough: looksAlike(marks) });
      const alike = await this.opened.some(
        tx,
        matches.map(({ clientId }) => clientId),
      );
      tx.record(
        clientEntry(replayed ? 'client.read' : 'client.created', seen),
        ...alike.map((one) => clientEntry('client.hinted', one)),
      );
      const kinds = new Map(matches.map((match) => [match.clientId, match.kinds]));
      const possibleDuplicates = alike.map((one) => ({ seen: one, matchedOn: kinds.get(one.client.id) ?? [] }));
      return { ...seen, possibleDuplicates };
    });
  }
}
