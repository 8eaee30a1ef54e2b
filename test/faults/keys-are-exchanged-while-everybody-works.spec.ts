import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exchangeOwnKeys } from '../../src/keys/exchange-own-keys.js';
import { exchangeSearchKey } from '../../src/keys/exchange-search-key.js';
import { CLIENTS as OF_CLIENTS } from '../../src/keys/keyed.js';
import { keyReport } from '../../src/keys/key-report.js';
import { rewrapUnderMaster } from '../../src/keys/rewrap-under-master.js';
import type { Id } from '../../src/kernel/ids.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { MASTER_KEYS_NEEDED } from '../../src/platform/sealing/master-keys-needed.js';
import { act } from '../support/client-record.js';
import { dyingAfter, keyRoom, type KeyRoom } from '../support/keys.js';
import { World, type Worker } from '../support/world.js';

const CLIENTS = process.env['PROOF'] === 'full' ? 120 : 12;
const WRITERS = 6;

const [oldMaster, newMaster] = [MasterKeys.make(), MasterKeys.make()];

interface Load {
  /** Ends the work. @returns what was answered, by status */
  stop(): Promise<Readonly<Record<number, number>>>;
}

describe('keys are exchanged while everybody works', () => {
  let world: World;
  let room: KeyRoom;
  let ana: Worker;
  const clients: Id[] = [];
  const written = new Map<Id, number>();

  beforeAll(async () => {
    world = await World.open(undefined, { masterKeys: new MasterKeys(`${newMaster}\n${oldMaster}`) });
    room = await keyRoom(world);
    ana = await world.worker('counsellor');
    for (let number = 0; number < CLIENTS; number++) clients.push(await newClient(`Quillorra${number}`));
  }, 60_000);
  afterAll(async () => {
    await room.close();
    await world.close();
  });

  async function newClient(goesBy: string): Promise<Id> {
    const made = await world.as(ana).post('/v1/clients').send({ goesBy, birthDate: '1988-02-03' }).expect(201);
    const { id } = made.body as { id: Id };
    await world
      .as(ana)
      .post(`/v1/clients/${id}/goals`)
      .send({ ownWords: `${goesBy} wants a door` })
      .expect(201);
    await world.as(ana).patch(`/v1/clients/${id}`).set('if-match', '"1"').send({ pronouns: 'First' }).expect(200);
    return id;
  }

  /** Reads, changes and searches as fast as they are answered. */
  function load(): Load {
    const answered: Record<number, number> = {};
    let goesOn = true;
    const count = ({ status }: { status: number }) => (answered[status] = (answered[status] ?? 0) + 1);
    const one = async (number: number) => {
      for (let turn = number; goesOn; turn += WRITERS) {
        const id = clients[turn % clients.length]!;
        const note = { channel: 'phone', outcome: 'reached', note: `Turn ${turn}` };
        const sent = await world.as(ana).post(`/v1/clients/${id}/contacts`).send(note);
        count(sent);
        if (sent.status === 201) written.set(id, (written.get(id) ?? 0) + 1);
        count(await world.as(ana).get(`/v1/clients/${id}/care-plan`));
        count(await world.as(ana).get(`/v1/clients/${id}/contacts`));
        count(await world.as(ana).get(`/v1/clients/${id}/goals`));
        const seen = await world.as(ana).get(`/v1/clients/${id}`);
        count(seen);
        const change = { pronouns: `Turn ${turn}` };
        const version = (seen.body as { version: number }).version;
        const changed = await world.as(ana).patch(`/v1/clients/${id}`).set('if-match', `"${version}"`).send(change);
        if (changed.status !== 412) count(changed); // a neighbour was faster, as on any day
        const text = `quillorra${turn % clients.length}`;
        const found = await world.as(ana).post('/v1/clients/search').send({ text });
        if (found.status !== 429) count(found); // asked too often for one pair of hands
        if (found.status === 200 && !found.text.includes(id)) count({ status: 0 });
      }
    };
    const all = Promise.all(Array.from({ length: WRITERS }, (_, number) => one(number)));
    return {
      stop: async () => {
        goesOn = false;
        await all;
        return answered;
      },
    };
  }

  let running: Load | undefined;
  const begin = () => (running = load());
  afterEach(() => running?.stop());

  const findsEverybody = async () => {
    const seeker = await world.worker('coordinator', ana.organisationId);
    for (const [number, id] of clients.entries()) {
      const found = await world
        .as(seeker)
        .post('/v1/clients/search')
        .send({ text: `quillorra${number}` })
        .expect(200);
      expect(found.text).toContain(id);
    }
  };

  it('under a new master key, broken off and gone on with: no request notices', async () => {
    const before = new MasterKeys(oldMaster);
    await wrapAllBy(before);
    const under = begin();
    const dying = await keyRoom(world, { progress: dyingAfter(1) });
    await expect(rewrapUnderMaster(dying.work)).rejects.toThrow('killed');
    await dying.close();
    expect((await keyReport(room.work)).join('\n')).toContain('unfinished: master, clients');
    await rewrapUnderMaster(room.work);
    expect(Object.keys(await under.stop())).toEqual(['200', '201']);
    const needed = await world.look<{ id: string }>(MASTER_KEYS_NEEDED);
    expect(needed).toEqual([{ id: room.work.masterKeys.currentId }]);
    expect((await keyReport(room.work)).join('\n')).toMatch(
      /opens: 0 client keys, 0 caller keys, 0 house keys: nothing needs it/,
    );
  }, 60_000);

  /** As it stood before the new master key came. */
  async function wrapAllBy(master: MasterKeys): Promise<void> {
    const back = await keyRoom(world, { masterKeys: new MasterKeys(`${oldMaster}\n${newMaster}`) });
    await rewrapUnderMaster(back.work);
    await back.close();
    expect(await world.look(MASTER_KEYS_NEEDED)).toEqual([{ id: master.currentId }]);
  }

  it('for each client, broken off twice: every read and write is answered, and nothing stays under an old key', async () => {
    await world.plant(`UPDATE sealing_key SET created_at = '2026-01-01'`);
    const was = await world.look<{ client_id: Id; wrapped: Buffer }>('SELECT client_id, wrapped FROM sealing_key');
    const under = begin();
    for (const steps of [0, 1]) {
      const dying = await keyRoom(world, { progress: dyingAfter(steps) });
      await expect(exchangeOwnKeys(dying.work, OF_CLIENTS)).rejects.toThrow('killed');
      await dying.close();
    }
    const { shut } = await exchangeOwnKeys(room.work, OF_CLIENTS);
    expect(shut).toEqual([]);
    const answered = await under.stop();
    expect(Object.keys(answered)).toEqual(['200', '201']);
    expect(answered[200]).toBeGreaterThan(50);
    const now = await world.look<{ client_id: Id; wrapped: Buffer; stage: string | null }>(
      'SELECT client_id, wrapped, stage FROM sealing_key',
    );
    expect(now.every(({ stage, wrapped }) => stage === null && wrapped.length === 65)).toBe(true);
    const words = room.work.words;
    for (const { client_id, wrapped } of now) {
      const before = was.find((one) => one.client_id === client_id)!;
      const [fresh, old] = [words.unwrap(client_id, wrapped), words.unwrap(client_id, before.wrapped)];
      expect(fresh.seals.equals(old.seals)).toBe(false);
    }
  }, 120_000);

  it('waits for whoever read a key before, and meanwhile takes nothing away that this key opens', async () => {
    const [id] = clients;
    await world.plant(`UPDATE sealing_key SET created_at = '2026-01-01', keyed_at = NULL`);
    let exchanged: Promise<unknown> | undefined;
    let isOver = false;
    await act(world, ana, async (tx) => {
      const key = await room.work.words.keyOf(tx, id!);
      exchanged = exchangeOwnKeys(room.work, OF_CLIENTS).finally(() => (isOver = true));
      await new Promise((go) => setTimeout(go, 400));
      const [row] = await tx.query<{ words: Buffer }>('SELECT words FROM client WHERE id = $1', [id]);
      const place = { table: 'client', id: id!, class: 'identity_name' };
      expect(room.work.words.open(key, place, row!.words)).toMatchObject({ birthDate: '1988-02-03' });
      expect(isOver).toBe(false);
    });
    await exchanged;
  }, 60_000);

  it('keeps both keys of a client with a row that neither opens, names the row, and goes on with the others', async () => {
    const [id] = clients;
    const [goal] = await world.look<{ id: Id; words: Buffer }>('SELECT id, words FROM goal WHERE client_id = $1', [id]);
    const swap = (words: Buffer) =>
      world.db.as('owner', async (owner) => {
        await owner.query(`SELECT set_config('app.resealing', 'on', false)`);
        await owner.query('UPDATE goal SET words = $2 WHERE id = $1', [goal!.id, words]);
      });
    await swap(Buffer.from('01'.repeat(40), 'hex'));
    await world.plant(`UPDATE sealing_key SET created_at = '2026-01-01', keyed_at = NULL`);
    const { shut } = await exchangeOwnKeys(room.work, OF_CLIENTS);
    expect(shut).toEqual([`The words of goal/${goal!.id}/coordination open under neither key.`]);
    const two = 'SELECT client_id FROM sealing_key WHERE octet_length(wrapped) = 130';
    expect(await world.look(two)).toEqual([{ client_id: id }]);
    await world.as(ana).get(`/v1/clients/${id}`).expect(200);
    await swap(goal!.words); // from a backup
    expect((await exchangeOwnKeys(room.work, OF_CLIENTS)).shut).toEqual([]);
    expect(await world.look(two)).toEqual([]);
    await world.as(ana).get(`/v1/clients/${id}/goals`).expect(200);
  }, 60_000);

  it('and what was written meanwhile is all there, with what stood before', async () => {
    for (const id of clients) {
      const list = await world.as(ana).get(`/v1/clients/${id}/contacts?limit=200`).expect(200);
      expect((list.body as { items: unknown[] }).items).toHaveLength(written.get(id) ?? 0);
      await world.as(ana).get(`/v1/clients/${id}/care-plan?as-of=2026-11-23T16:00:00.000Z`).expect(200);
    }
  }, 60_000);

  it('for search, broken off and gone on with: everybody is found all the time', async () => {
    const kept = await world.look<{ n: number }>('SELECT count(*)::int AS n FROM search_token');
    const clock = jest.spyOn(performance, 'now');
    let ahead = 0;
    clock.mockImplementation(() => (Date.now() % 1e9) + ahead);
    const under = begin();
    const dying = await keyRoom(world, { progress: dyingAfter(2) });
    await expect(exchangeSearchKey(dying.work)).rejects.toThrow('killed');
    await dying.close();
    await findsEverybody();
    ahead += 120_000; // replicas have read the new key by now
    await exchangeSearchKey(room.work);
    ahead += 120_000;
    expect(Object.keys(await under.stop())).toEqual(['200', '201']);
    await findsEverybody();
    clock.mockRestore();
    expect(await world.look('SELECT count(*)::int AS n FROM search_token')).toEqual(kept);
    expect(await world.look(`SELECT 1 FROM house_key WHERE purpose = 'search' AND retired_at IS NULL`)).toHaveLength(1);
  }, 120_000);
});
