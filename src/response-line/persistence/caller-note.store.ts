import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { OF_THE_LINE, Words } from '../../platform/sealing/words.js';
import type { CallerNote, ShownNote } from '../domain/caller.js';
import type { Signed } from './caller.store.js';

interface SealedNote extends CallerNote {
  readonly words: Buffer | null;
  readonly wrapped: Buffer | null;
}
interface NoteWords {
  readonly text: string;
}

const FIELDS = `n.id, n.caller_id AS "callerId", n.state, n.created_at AS "createdAt", n.created_by AS "createdBy",
    n.updated_at AS "updatedAt", n.updated_by AS "updatedBy", n.version, n.words,
    (SELECT k.wrapped FROM caller_key k WHERE k.caller_id = n.caller_id) AS wrapped`;

const NOTE: Statement = {
  name: 'caller-note',
  text: `SELECT ${FIELDS} FROM caller_note n WHERE n.id = $1`,
};
/** What is remembered, the oldest first. */
export const REMEMBERED: Statement = {
  name: 'caller-notes',
  text: `SELECT ${FIELDS} FROM caller_note n WHERE n.caller_id = ANY ($1) AND n.state = 'remembered' ORDER BY n.caller_id, n.created_at, n.id`,
};
const ADD: Statement = {
  name: 'caller-note-add',
  text: `INSERT INTO caller_note (id, caller_id, words, state, created_at, created_by, updated_at, updated_by, version)
    VALUES ($1, $2, $3, 'remembered', $4, $5, $4, $5, 1)`,
};
const CHANGE: Statement = {
  name: 'caller-note-change',
  text: `UPDATE caller_note SET words = $3, state = $4, updated_at = $5, updated_by = $6, version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'remembered' RETURNING id`,
};

@Injectable()
export class CallerNoteStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownNote | undefined> {
    return (await tx.query<SealedNote>(NOTE, [id])).map((row) => this.opened(row))[0];
  }

  async of(tx: Transaction, callerIds: readonly Id[]): Promise<readonly ShownNote[]> {
    return (await tx.query<SealedNote>(REMEMBERED, [callerIds])).map((row) => this.opened(row));
  }

  async add(tx: Transaction, { id, callerId }: Pick<CallerNote, 'id' | 'callerId'>, text: string, signed: Signed) {
    await tx.query(ADD, [id, callerId, await this.sealed(tx, { id, callerId }, text), signed.at, signed.by]);
  }

  /** False when somebody else changed it first. */
  async rewrite(tx: Transaction, note: CallerNote, text: string, { at, by }: Signed): Promise<boolean> {
    const sealed = await this.sealed(tx, note, text);
    return (await tx.query(CHANGE, [note.id, note.version, sealed, 'remembered', at, by])).length === 1;
  }

  /** Its words go, and those of every earlier version with them. False when somebody else changed it first. */
  async letGo(tx: Transaction, { id, version }: CallerNote, { at, by }: Signed): Promise<boolean> {
    return (await tx.query(CHANGE, [id, version, null, 'let_go', at, by])).length === 1;
  }

  private async sealed(tx: Transaction, { id, callerId }: Pick<CallerNote, 'id' | 'callerId'>, text: string) {
    const words: NoteWords = { text };
    return this.words.seal(await this.words.keyOfCaller(tx, callerId), placeOf(id), words);
  }

  private opened({ words, wrapped, ...note }: SealedNote): ShownNote {
    if (!wrapped || !words) return { ...note, text: undefined };
    const key = this.words.unwrapOfCaller(note.callerId, wrapped);
    return { ...note, text: this.words.open<NoteWords>(key, placeOf(note.id), words).text };
  }
}

const placeOf = (id: Id) => ({ table: 'caller_note', id, class: OF_THE_LINE });
