import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { auditSearched } from '../domain/access-log.events.js';
import type { AuditFilter, LogLine } from '../domain/log-line.js';
import { AccessLogStore } from '../persistence/access-log.store.js';

/** What the staff of the officer's organisation did, and what others did to the records that it keeps. */
@Injectable()
export class SearchAudit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AccessLogStore,
  ) {}

  by(actor: Actor, filter: AuditFilter, page: PageRequest): Promise<Page<LogLine>> {
    return this.work.run(actor, async (tx) => {
      const found = await this.log.ofOrganisation(tx, actor.organisationId, filter, page);
      tx.record(...auditSearched(filter, found.items.length, clientsIn(found.items)));
      return found;
    });
  }
}

const clientsIn = (lines: readonly LogLine[]): readonly Id[] => [
  ...new Set(lines.flatMap(({ clientId }) => clientId ?? [])),
];
