import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

interface SealedRow {
  readonly id: Id;
  /** Base64: it travels in JSON. */
  readonly words: string;
}

export interface StoredTeamMember {
  readonly membershipId: Id;
  readonly name: string;
  readonly role: string;
  readonly isPrimary: boolean;
  /** As PostgreSQL writes it in JSON. */
  readonly since: string;
}

/** What is known of a person, as far as the actor sees it: nothing of a class that is withheld. */
export interface StoredPerson {
  readonly id: Id;
  readonly wrapped: Buffer;
  readonly words: Buffer | null;
  readonly languages: readonly string[] | null;
  readonly timeZone: string | null;
  readonly names: readonly (SealedRow & { readonly setting: string; readonly createdAt: string })[];
  readonly supporters: readonly (SealedRow & { readonly mayBeTold: string })[];
  readonly team: readonly StoredTeamMember[];
}

/** Each table, or what it was at an instant. */
type Sources = Readonly<Record<'client' | 'client_name' | 'supporter' | 'care_team_member', string>>;

const list = (fields: string, from: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${fields})), '[]') FROM ${from})`;

const person = (from: Sources, standing: (row: string) => string): string => `
  SELECT k.client_id AS id, k.wrapped, c.words, c.languages, c.time_zone AS "timeZone",
    ${list(`'id', n.id, 'setting', n.setting, 'words', encode(n.words, 'base64'), 'createdAt', n.created_at`, `${from.client_name} n WHERE n.client_id = k.client_id AND ${standing('n')}`)} AS names,
    ${list(`'id', s.id, 'mayBeTold', s.may_be_told, 'words', encode(s.words, 'base64')`, `${from.supporter} s WHERE s.client_id = k.client_id AND ${standing('s')}`)} AS supporters,
    ${list(`'membershipId', t.membership_id, 'name', p.display_name, 'role', m.role, 'isPrimary', t.is_primary, 'since', t.started_at`, `${from.care_team_member} t JOIN membership m ON m.id = t.membership_id JOIN staff p ON p.id = m.staff_id WHERE t.client_id = k.client_id AND ${standing('t')}`)} AS team
  FROM sealing_key k LEFT JOIN ${from.client} c ON c.id = k.client_id WHERE k.client_id = ANY ($1)`;

export const PERSON: Statement = {
  name: 'person',
  text: person(
    { client: 'client', client_name: 'client_name', supporter: 'supporter', care_team_member: 'care_team_member' },
    (row) => `${row}.ended_at IS NULL`,
  ),
};

const asOf = (table: string): string => `as_of(NULL::${table}, $1, $2)`;
const PERSON_AS_OF: Statement = {
  name: 'person-as-of',
  text: person(
    {
      client: asOf('client'),
      client_name: asOf('client_name'),
      supporter: asOf('supporter'),
      care_team_member: asOf('care_team_member'),
    },
    (row) => `(${row}.ended_at IS NULL OR ${row}.ended_at > $2)`,
  ),
};

@Injectable()
export class PersonStore {
  /** @param at as it stood then, under the grants in force now */
  read(tx: Transaction, ids: readonly Id[], at?: Instant): Promise<StoredPerson[]> {
    return at === undefined ? tx.query<StoredPerson>(PERSON, [ids]) : tx.query<StoredPerson>(PERSON_AS_OF, [ids, at]);
  }
}
