import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import { saidName, type ClientNameWords, type NameSetting } from '../domain/client-name.js';
import type { ClientWords } from '../domain/client.js';
import type { SupporterWords } from '../domain/supporter.js';
import { PersonStore, type StoredPerson, type StoredTeamMember } from '../persistence/person.store.js';

export interface Person {
  /** The name to say; nothing when her names are withheld or none stands. */
  readonly goesBy: string | null;
  readonly pronouns: string | null;
  readonly languages: readonly string[];
  /** IANA; nothing when it is withheld. */
  readonly timeZone: string | null;
  readonly team: readonly (StoredTeamMember & OfRecord)[];
  readonly supporters: readonly ({ readonly id: Id; readonly mayBeTold: string } & OfRecord & SupporterWords)[];
}

/** In which of her records it stands. */
interface OfRecord {
  readonly clientId: Id;
}

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class PersonOfClients {
  constructor(
    private readonly people: PersonStore,
    private readonly words: Words,
  ) {}

  /**
   * One person, from all the records that are hers, the first id first.
   *
   * @param at as it stood then, under the grants in force now
   */
  async within(tx: Transaction, ids: readonly Id[], at?: Instant): Promise<Person> {
    const rows = await this.people.read(tx, ids, at);
    const parts = [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => this.opened(row));
    return {
      goesBy: parts.find(({ goesBy }) => goesBy !== null)?.goesBy ?? null,
      pronouns: parts.find(({ pronouns }) => pronouns !== null)?.pronouns ?? null,
      timeZone: parts.find(({ timeZone }) => timeZone !== null)?.timeZone ?? null,
      languages: [...new Set(parts.flatMap(({ languages }) => languages))],
      team: parts.flatMap(({ team }) => team),
      supporters: parts.flatMap(({ supporters }) => supporters),
    };
  }

  private opened({ id, wrapped, words, languages, timeZone, names, supporters, team }: StoredPerson): Person {
    const key = this.words.unwrap(id, wrapped);
    const open = <W>(table: string, row: { id: Id; words: string }, of: string): W =>
      this.words.open<W>(key, { table, id: row.id, class: of }, Buffer.from(row.words, 'base64'));
    const known = names.map((row) => ({
      ...row,
      setting: row.setting as NameSetting,
      name: open<ClientNameWords>('client_name', row, 'identity_name').name,
    }));
    const own = words && this.words.open<ClientWords>(key, { table: 'client', id, class: 'identity_name' }, words);
    return {
      goesBy: saidName(known) ?? null,
      pronouns: own?.pronouns ?? null,
      languages: languages ?? [],
      timeZone,
      team: team.map((member) => ({ ...member, clientId: id, since: instantFromJson(member.since) })),
      supporters: supporters.map((row) => ({
        id: row.id,
        clientId: id,
        mayBeTold: row.mayBeTold,
        ...open<SupporterWords>('supporter', row, 'identity_contact'),
      })),
    };
  }
}
