import type { Tx } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { Words } from '../../src/platform/sealing/words.js';
import { act } from './client-record.js';
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

/** A referral to somebody without an account, as its sender sent it: past HTTP but under the same rows. */
export function sentReferral(world: World, by: Worker, sent: SentReferral): Promise<Id> {
  const id = newId();
  const { clientId = null, callerId = null, shared = [], summaries = {}, outsideBy = 'link', state = 'sent' } = sent;
  const words = world.app.get(Words);
  return act(world, by, async (tx) => {
    const key = clientId === null ? await words.keyOfCaller(tx, callerId ?? '') : await words.keyOf(tx, clientId);
    const said = { outside: { name: 'Larchwood House' }, ...sent.words };
    const sealed = words.seal(key, { table: 'referral', id, class: 'coordination' }, said);
    await insert(tx, { id, clientId, callerId, outsideBy, state, shared: ['coordination', ...shared], words: sealed });
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

async function insert(tx: Tx, { id, clientId, callerId, outsideBy, state, shared, words }: Row): Promise<void> {
  const { organisationId, membershipId } = tx.actor;
  const sentAt = state === 'sent' ? tx.now : null;
  await tx.query(
    `INSERT INTO referral (id, client_id, caller_id, class, asked_by, sender_organisation_id, requested_by, receiver_kind, outside_by,
       asks_for, urgency, shared_classes, agreed_how, agreed_at, state, round, state_since, sent_at, words, created_at, created_by,
       updated_at, updated_by, version)
     VALUES ($1, $2, $3, 'coordination', 'client', $4, $5, 'outside', $6, 'residential_programme', 'soon', $7::text[], 'in_person', $8,
       $9, 1, $8, $10, $11, $8, $5, $8, $5, 1)`,
    [id, clientId, callerId, organisationId, membershipId, outsideBy, shared, tx.now, state, sentAt, words],
  );
}
