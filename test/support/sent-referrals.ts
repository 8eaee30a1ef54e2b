import { newId, type Id } from '../../src/kernel/ids.js';
import { Words } from '../../src/platform/sealing/words.js';
import { act } from './client-record.js';
import { FIRST_MOVE } from './planted-referral.js';
import type { Worker, World } from './world.js';

interface SentReferral {
  readonly clientId?: Id;
  readonly callerId?: Id;
  /** Beside coordination. */
  readonly shared?: readonly string[];
  readonly words?: object;
  /** By their class. */
  readonly summaries?: Readonly<Record<string, string>>;
  readonly outsideBy?: 'phone' | 'letter' | 'link';
  readonly state?: 'sent' | 'drafted';
}

/** A referral to somebody without an account, as its sender sent it: past the application, in rows as it writes them. */
export async function sentReferral(world: World, by: Worker, sent: SentReferral): Promise<Id> {
  const id = newId();
  const { clientId = null, callerId = null, shared = [], summaries = {}, outsideBy = 'link', state = 'sent' } = sent;
  const words = world.app.get(Words);
  const key = await act(world, by, (tx) =>
    clientId === null ? words.keyOfCaller(tx, callerId ?? '') : words.keyOf(tx, clientId),
  );
  const said = { outside: { name: 'Larchwood House' }, ...sent.words };
  const sealed = words.seal(key, { table: 'referral', id, class: 'coordination' }, said);
  const row = { id, clientId, callerId, outsideBy, state, shared: ['coordination', ...shared], words: sealed };
  await insert(world, by, row);
  return act(world, by, async (tx) => {
    for (const [of, text] of Object.entries(summaries)) {
      const one = newId();
      const told = words.seal(key, { table: 'referral_summary', id: one, class: of }, { text });
      await tx.query(
        `INSERT INTO referral_summary (id, referral_id, client_id, caller_id, class, words, created_at, created_by, updated_at,
           updated_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8, 1)`,
        [one, id, clientId, callerId, of, told, tx.now, tx.actor.membershipId],
      );
    }
    return id;
  });
}

interface Row extends Required<Pick<SentReferral, 'outsideBy' | 'state' | 'shared'>> {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  readonly words: Buffer;
}

async function insert(world: World, by: Worker, row: Row): Promise<void> {
  const { id, clientId, callerId, outsideBy, state, shared, words } = row;
  const sentAt = state === 'sent' ? world.now : null;
  await world.plant(
    `WITH made AS (INSERT INTO referral (id, client_id, caller_id, class, asked_by, sender_organisation_id, requested_by, receiver_kind, outside_by,
       asks_for, urgency, shared_classes, agreed_how, agreed_at, state, round, state_since, sent_at, words, created_at, created_by,
       updated_at, updated_by, version)
     VALUES ($1, $2, $3, 'coordination', 'client', $4, $5, 'outside', $6, 'residential_programme', 'soon', $7::text[], 'in_person', $8,
       $9, 1, $8, $10, $11, $8, $5, $8, $5, 1) RETURNING *) ${FIRST_MOVE}`,
    [id, clientId, callerId, by.organisationId, by.membershipId, outsideBy, shared, world.now, state, sentAt, words],
  );
}
