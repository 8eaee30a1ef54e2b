import { Injectable } from '@nestjs/common';
import { type Id, isId } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest, keyAfter, isKeyText } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Organisation, OrganisationFacts, OrganisationFilter } from '../domain/organisation.js';
import { OrganisationRow } from './organisation.row.js';

/** By name, as a directory is read; the id only decides between two of one name. */
const PAGE: Statement = {
  name: 'organisation-page',
  text: `SELECT id, name, kind, province, time_zone AS "timeZone", languages, created_at AS "createdAt",
      closed_at AS "closedAt", version
    FROM organisation
    WHERE closed_at IS NULL AND ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR province = $2)
      AND ($3::text IS NULL OR (name, id) > ($3, $4::uuid))
    ORDER BY name, id LIMIT $5`,
};

@Injectable()
export class OrganisationStore {
  async page(tx: Transaction, { kind, province }: OrganisationFilter, page: PageRequest): Promise<Page<Organisation>> {
    const [name = null, id = null] = keyAfter(page, isKeyText, isId) ?? [];
    const values = [kind ?? null, province ?? null, name, id, page.limit + 1];
    return pageOf(await tx.query<Organisation>(PAGE, values), page.limit, (last) => [last.name, last.id]);
  }

  async find(tx: Transaction, id: Id): Promise<Organisation | undefined> {
    return (await tx.entities.findOneBy(OrganisationRow, { id })) ?? undefined;
  }

  /** Whoever changes the organisation, or who administers it, takes turns. */
  async lock(tx: Transaction, id: Id): Promise<Organisation | undefined> {
    await tx.query('SELECT FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.find(tx, id);
  }

  async add(tx: Transaction, organisation: Organisation): Promise<void> {
    await tx.entities.insert(OrganisationRow, { ...organisation, languages: [...organisation.languages] });
  }

  /** `organisation` as it was read under its lock. */
  async change(tx: Transaction, organisation: Organisation, to: Partial<OrganisationFacts>): Promise<Organisation> {
    const { id, version, languages } = { ...organisation, ...to };
    const columns = { ...to, languages: [...languages], version: version + 1 };
    await tx.entities.update(OrganisationRow, { id }, columns);
    return { ...organisation, ...columns };
  }
}
