import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Records } from '../../access/records.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { OpenedClients, type SeenClient } from '../../clients/application/opened-clients.js';
import { PersonOfClients, type Person } from '../../clients/application/person-of-clients.js';
import type { Id } from '../../kernel/ids.js';
import { conflictsBetween, type Compared, type Conflict } from '../domain/conflicts.js';
import { pairOf } from '../domain/record-link.js';
import { recordsShown } from '../domain/record-links.events.js';
import { RecordLinkStore, type HeldCount, type SetAside } from '../persistence/record-link.store.js';
import { LinkDesk, mayJoin } from './link-desk.js';

type Count = Pick<HeldCount, 'kind' | 'count'>;

export interface PreviewedRecord {
  readonly seen: SeenClient;
  readonly holds: readonly Count[];
}

/** What two records would be together, before anybody joins them; nothing is saved. */
export interface Preview {
  /** The two, and whatever is joined with either already, as far as the actor sees it. */
  readonly records: readonly PreviewedRecord[];
  readonly together: readonly Count[];
  readonly conflicts: readonly Conflict[];
  readonly isJoined: boolean;
  readonly setAside: SetAside | undefined;
  readonly mayJoin: boolean;
}

@Injectable()
export class PreviewLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: LinkDesk,
    private readonly records: Records,
    private readonly opened: OpenedClients,
    private readonly person: PersonOfClients,
    private readonly links: RecordLinkStore,
  ) {}

  /** @throws Refusal `not_found`, `same_record`, `role_may_not`, `class_not_held` */
  by(actor: Actor, clientId: Id, otherClientId: Id): Promise<Preview> {
    return this.work.run(actor, async (tx) => {
      const both = await this.desk.both(tx, { permission: 'record-link:read' }, clientId, otherClientId);
      const [hers, theirs] = await Promise.all([this.records.of(tx, clientId), this.records.of(tx, otherClientId)]);
      const ids = [...new Set([...hers, ...theirs])];
      const [seen, person, holds, setAside] = await Promise.all([
        this.opened.some(tx, ids),
        this.person.within(tx, ids),
        this.links.holds(tx, ids),
        this.links.setAsideOf(tx, pairOf(clientId, otherClientId)),
      ]);
      const records = seen.map((one) => ({
        seen: one,
        holds: holds.filter((each) => each.clientId === one.client.id),
      }));
      const isJoined = hers.includes(otherClientId);
      this.shown(tx, records);
      const conflicts = conflictsBetween(seen.map((one) => comparedOf(one, person)));
      return { records, together: sum(holds), conflicts, isJoined, setAside, mayJoin: !isJoined && mayJoin(tx, both) };
    });
  }

  private shown(tx: Tx, records: readonly PreviewedRecord[]): void {
    const each = records.map(({ seen: { client, held } }) => ({ clientId: client.id, held }));
    tx.record(...recordsShown('record_link.previewed', each, { records: records.length }));
  }
}

const comparedOf = ({ client, words }: SeenClient, { team }: Person): Compared => ({
  clientId: client.id,
  birthDate: words.birthDate,
  primaryWorker: team.find((member) => member.isPrimary && member.clientId === client.id)?.membershipId,
  home: client.homeOrganisationId,
  timeZone: client.timeZone,
  pronouns: words.pronouns,
});

function sum(holds: readonly HeldCount[]): readonly Count[] {
  const kinds = [...new Set(holds.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => ({
    kind,
    count: holds.filter((each) => each.kind === kind).reduce((total, { count }) => total + count, 0),
  }));
}
