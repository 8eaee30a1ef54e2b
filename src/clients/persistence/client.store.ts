import { Injectable } from '@nestjs/common';
import { OPENED_CLIENTS } from '../../access/grants.js';
import { type Id, isId } from '../../kernel/ids.js';
import { type PageRequest, keyAfter } from '../../kernel/page.js';
import type { Questions, Statement, Transaction } from '../../platform/database/transaction.js';
import type { ClientRow } from './client.row.js';
import { ClientRow as Row } from './client.row.js';

/** A client as the database holds her: words sealed, the wrapped key and the name to say beside them. */
export interface StoredClient extends ClientRow {
  readonly wrapped: Buffer;
  readonly nameId: Id | null;
  readonly nameWords: Buffer | null;
}

/** The name to say of one client, sealed. */
export interface StoredSaidName {
  readonly clientId: Id;
  readonly wrapped: Buffer;
  readonly id: Id;
  readonly words: Buffer;
}

const SHOWN = `c.id, c.class, c.home_organisation_id AS "homeOrganisationId", c.province, c.time_zone AS "timeZone",
    c.languages, c.heard_of_us AS "heardOfUs", c.words, c.created_at AS "createdAt", c.created_by AS "createdBy",
    c.updated_at AS "updatedAt", c.version, k.wrapped, said.id AS "nameId", said.words AS "nameWords"`;

/** The one name to say, as `saidName` chooses it: opening the others would cost more than all the rest of a list. */
const KEY_AND_NAME = `JOIN sealing_key k ON k.client_id = c.id
    LEFT JOIN LATERAL (SELECT n.id, n.words FROM client_name n WHERE n.client_id = c.id AND n.ended_at IS NULL
      ORDER BY n.setting = 'goes_by' DESC, CASE n.setting WHEN 'goes_by' THEN n.created_at END DESC, n.created_at LIMIT 1) said ON true`;

export const READ_CLIENTS: Statement = {
  name: 'clients-read',
  text: `SELECT ${SHOWN} FROM client c ${KEY_AND_NAME} WHERE c.id = ANY ($1)`,
};

/** Begins at the grants, so that a page costs what it shows, however many clients there are or the actor has. */
export const CASELOAD: Statement = {
  name: 'caseload',
  text: `SELECT ${SHOWN} FROM (
      SELECT DISTINCT held.client_id FROM unnest((SELECT app_grantees())::uuid[]) AS mine(grantee_id)
        CROSS JOIN LATERAL (SELECT DISTINCT g.client_id FROM access_grant g
          WHERE g.grantee_id = mine.grantee_id AND g.client_id > $1 AND g.scope_id IS NULL
            AND 'identity_name' = ANY (g.read_classes) AND g.valid_from <= (SELECT app_now())
            AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
          ORDER BY g.client_id LIMIT $2) held
       ORDER BY held.client_id LIMIT $2) page
    JOIN client c ON c.id = page.client_id ${KEY_AND_NAME}
    ORDER BY c.id`,
};

const namesOf = (clientIds: string): string => `
  SELECT c.id AS "clientId", k.wrapped, said.id, said.words FROM unnest(${clientIds}) AS c(id) ${KEY_AND_NAME}
   WHERE said.id IS NOT NULL`;

export const SAID_NAMES: Statement = { name: 'clients-said-names', text: namesOf('$1::uuid[]') };

/** Of those whose referrals are open. */
const NAMES_OF_OPENED: Statement = { name: 'clients-names-of-opened', text: namesOf(OPENED_CLIENTS) };

const HOME: Statement = {
  name: 'home-organisation',
  text: `SELECT province, time_zone AS "timeZone" FROM organisation WHERE id = (SELECT app_organisation())`,
};

const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ClientStore {
  read(tx: Transaction, ids: readonly Id[]): Promise<StoredClient[]> {
    return tx.query<StoredClient>(READ_CLIENTS, [ids]);
  }

  /** Clients of the actor's grants in order of id: one more than the page holds, to know whether there is another. */
  async caseload(tx: Transaction, page: PageRequest): Promise<StoredClient[]> {
    const [after = FIRST] = keyAfter(page, isId) ?? [];
    return tx.query<StoredClient>(CASELOAD, [after, page.limit + 1]);
  }

  saidNames(tx: Transaction, ids: readonly Id[]): Promise<StoredSaidName[]> {
    return tx.query<StoredSaidName>(SAID_NAMES, [ids]);
  }

  namesOfOpened(tx: Questions): Promise<StoredSaidName[]> {
    return tx.query<StoredSaidName>(NAMES_OF_OPENED);
  }

  async home(tx: Transaction): Promise<{ province: string; timeZone: string }> {
    const [home] = await tx.query<{ province: string; timeZone: string }>(HOME);
    if (!home) throw new Error('The actor has no organisation.');
    return home;
  }

  async add(tx: Transaction, row: ClientRow): Promise<void> {
    await tx.entities.insert(Row, row);
  }

  /** False when somebody else changed it first. */
  async change(
    tx: Transaction,
    { id, version }: Pick<ClientRow, 'id' | 'version'>,
    to: Partial<ClientRow>,
  ): Promise<boolean> {
    const { affected } = await tx.entities.update(Row, { id, version }, { ...to, version: version + 1 });
    return affected === 1;
  }
}
