import { Words } from '../../src/platform/sealing/words.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act } from './client-record.js';
import { FIRST_MOVE } from './planted-referral.js';
import type { Worker, World } from './world.js';

export interface Call {
  readonly id: Id;
  readonly version: number;
}

export async function meetCaller(world: World, operator: Worker, said: object = {}): Promise<Call> {
  const body = { alias: 'Fox', language: 'en', remember: ['My dog is Biscuit'], ...said };
  return (await world.as(operator).post('/v1/line/callers').send(body).expect(201)).body as Call;
}

/** What a line asked somewhere for a caller, as it stands there; and whom they took the caller for. */
export interface Asked {
  readonly callerId: Id;
  readonly of: Worker;
  readonly receiver: Id;
  readonly state?: string;
  readonly asksFor?: string;
}

/** Past the application: what the routes of referrals make of it is said by their own tests. */
export async function plantReferral(
  world: World,
  { callerId, of, receiver, state = 'accepted', asksFor = 'oat' }: Asked,
) {
  const id = newId();
  const words = world.app.get(Words);
  const place = { table: 'referral', id, class: 'coordination' };
  const key = await act(world, of, (tx) => words.keyOfCaller(tx, callerId));
  const sealed = words.seal(key, place, { reason: 'Asked for a clinic near by' });
  await world.plant(
    `WITH made AS (INSERT INTO referral (id, caller_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id,
         asks_for, urgency, shared_classes, agreed_how, agreed_at, state, round, state_since, sent_at, words, created_at, created_by,
         updated_at, updated_by, version)
       VALUES ($1, $2, 'client', $3, $4, 'organisation', $5, $6, 'soon', '{coordination}', 'phone', $7, $8, 1, $7, $7, $9, $7, $4, $7, $4, 1)
       RETURNING *) ${FIRST_MOVE}`,
    [id, callerId, of.organisationId, of.membershipId, receiver, asksFor, world.now, state, sealed],
  );
  return id;
}

/** The receiver says for whom they took a caller. */
export const plantReception = (world: World, worker: Worker, referralId: Id, clientId: Id) =>
  act(world, worker, (tx) =>
    tx.query(
      `INSERT INTO referral_reception (referral_id, id, client_id, created_at, created_by, version) VALUES ($1, $2, $3, $4, $5, 1)`,
      [referralId, newId(), clientId, tx.now, worker.membershipId],
    ),
  );

/** She called a line once, was referred to this worker's house, and takes along what the line was to remember. */
export async function plantLink(world: World, worker: Worker, clientId: Id): Promise<Id> {
  const of = await world.worker('line_operator');
  const { id: callerId } = await meetCaller(world, of);
  const referralId = await plantReferral(world, { callerId, of, receiver: worker.organisationId });
  await plantReception(world, worker, referralId, clientId);
  const wish = { referralId, parts: ['remembered', 'referrals'], howGiven: 'in_person' };
  const { body } = await world.as(worker).post(`/v1/clients/${clientId}/caller-links`).send(wish).expect(201);
  return (body as Call).id;
}
