import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

const COUNT = { name: 'test-count-clients', text: 'SELECT id FROM client' };

describe('what is asked together with the session check', () => {
  let world: World;
  let worker: Worker;
  beforeAll(async () => {
    world = await World.open();
    worker = await world.worker('peer_navigator');
    await world
      .as(worker)
      .post('/v1/clients')
      .send({ goesBy: 'Robin', languages: ['en'] })
      .expect(201);
  });
  afterAll(() => world.close());

  const asking = (shown: (rows: readonly unknown[]) => void, sessionId = worker.sessionId): Promise<number> =>
    world.app.get(UnitOfWork).runAsking(
      { ...worker, sessionId, requestId: newId(), purpose: 'treatment' },
      (tx) => [tx.query<{ id: Id }>(COUNT).then((rows) => (shown(rows), rows))],
      async (tx, rows) => {
        tx.record({ event: 'test.asked' });
        return (await rows).length;
      },
    );

  it('is answered after it, under what it named', async () => {
    expect(await asking(() => undefined)).toBe(1);
  });

  it('sees no client and is handed to nobody when the session is over', async () => {
    const seen: (readonly unknown[])[] = [];
    await expect(asking((rows) => seen.push(rows), newId())).rejects.toMatchObject({
      problem: { code: 'session_over' },
    });
    expect(seen).toEqual([[]]);
  });

  it('says that the session is over, not what the question met', async () => {
    const failing = world.app.get(UnitOfWork).runAsking(
      { ...worker, sessionId: newId(), requestId: newId(), purpose: 'treatment' },
      (tx) => [tx.query('SELECT 1 / 0')],
      (_, asked) => asked,
    );
    await expect(failing).rejects.toMatchObject({ problem: { code: 'session_over' } });
  });

  it.each(['/v1/clients', '/v1/tasks'])('GET %s is refused as any other request of an ended session', async (path) => {
    const gone = await world.worker('peer_navigator');
    await world.plant('UPDATE session SET ended_at = started_at WHERE id = $1', [gone.sessionId]);
    const { body } = await world.as(gone).get(path).expect(401);
    expect(body.code).toBe('session_over');
  });
});
