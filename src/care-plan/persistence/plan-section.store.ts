import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { PlanSection, SectionName, SectionWords, ShownSection } from '../domain/plan-section.js';
import { PlanSectionRow } from './plan-section.row.js';

interface Sealed extends PlanSection {
  readonly words: Buffer;
  readonly wrapped: Buffer;
}

const select = (sections: string, where: string): string => `
  SELECT s.id, s.client_id AS "clientId", s.class, s.section, s.words, s.written_by AS "updatedBy",
      s.written_at AS "updatedAt", s.version, k.wrapped
    FROM ${sections} s JOIN sealing_key k ON k.client_id = s.client_id ${where}`;

const ONE: Statement = { name: 'plan-section', text: select('plan_section', 'WHERE s.id = $1') };
export const OF_CLIENTS: Statement = {
  name: 'plan-sections-of-clients',
  text: select('plan_section', 'WHERE s.client_id = ANY ($1)'),
};
const AS_OF: Statement = {
  name: 'plan-sections-as-of',
  text: select('as_of(NULL::plan_section, $1, $2)', 'WHERE s.client_id = ANY ($1)'),
};

/** Two who write the same part for the first time take turns. */
const TURN: Statement = {
  name: 'plan-section-turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended($1::text || $2, 17))`,
};

@Injectable()
export class PlanSectionStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownSection | undefined> {
    const [found] = await tx.query<Sealed>(ONE, [id]);
    return found && this.opened(found);
  }

  async takeTurn(tx: Transaction, clientId: Id, section: SectionName): Promise<void> {
    await tx.query(TURN, [clientId, section]);
  }

  async named(tx: Transaction, clientId: Id, section: SectionName): Promise<ShownSection | undefined> {
    return (await this.ofClients(tx, [clientId])).find((each) => each.section === section);
  }

  /** @param at as they stood then, under the grants in force now */
  async ofClients(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<readonly ShownSection[]> {
    const rows =
      at === undefined
        ? await tx.query<Sealed>(OF_CLIENTS, [clientIds])
        : await tx.query<Sealed>(AS_OF, [clientIds, at]);
    return rows.map((row) => this.opened(row));
  }

  async add(tx: Transaction, section: PlanSection, words: SectionWords): Promise<void> {
    await tx.entities.insert(PlanSectionRow, { ...section, words: await this.sealed(tx, section, words) });
  }

  /** False when somebody else changed it first. */
  async change(tx: Transaction, section: PlanSection, words: SectionWords): Promise<boolean> {
    const { id, version, updatedAt, updatedBy } = section;
    const to = { updatedAt, updatedBy, version, words: await this.sealed(tx, section, words) };
    return (await tx.entities.update(PlanSectionRow, { id, version: version - 1 }, to)).affected === 1;
  }

  private async sealed(tx: Transaction, { id, clientId, class: of }: PlanSection, { text }: SectionWords) {
    return this.words.seal(await this.words.keyOf(tx, clientId), { table: 'plan_section', id, class: of }, { text });
  }

  private opened({ words, wrapped, ...section }: Sealed): ShownSection {
    const key = this.words.unwrap(section.clientId, wrapped);
    const place = { table: 'plan_section', id: section.id, class: section.class };
    return { ...section, ...this.words.open<SectionWords>(key, place, words) };
  }
}
