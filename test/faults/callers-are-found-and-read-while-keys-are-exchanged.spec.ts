import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exchangeOwnKeys } from '../../src/keys/exchange-own-keys.js';
import { exchangeSearchKey } from '../../src/keys/exchange-search-key.js';
import { CALLERS } from '../../src/keys/keyed.js';
import { keyReport } from '../../src/keys/key-report.js';
import { rewrapUnderMaster } from '../../src/keys/rewrap-under-master.js';
import type { Id } from '../../src/kernel/ids.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { MASTER_KEYS_NEEDED } from '../../src/platform/sealing/master-keys-needed.js';
import { dyingAfter, keyRoom, type KeyRoom } from '../support/keys.js';
import { meetCaller, plantReferral } from '../support/line.js';
import { World, type Worker } from '../support/world.js';

const [oldMaster, newMaster] = [MasterKeys.make(), MasterKeys.make()];

describe('callers are found and read while keys are exchanged', () => {
  let world: World;
  let room: KeyRoom;
  let operator: Worker;
  let clinic: Worker;
  const callers: Id[] = [];
  beforeAll(async () => {
    world = await World.open(undefined, { masterKeys: new MasterKeys(`${newMaster}\n${oldMaster}`) });
    room = await keyRoom(world);
    operator = await world.worker('line_operator');
    clinic = await world.worker('counsellor');
    for (const alias of ['Quillorra', 'Vespertine', 'Ombrelle', 'Zanzibar']) await call(alias);
  }, 60_000);
  afterAll(async () => {
    await room.close();
    await world.close();
  });

  /** With an alias of before, something remembered otherwise before, and a referral. */
  async function call(alias: string): Promise<void> {
    const { id } = await meetCaller(world, operator, { alias: 'Somebody', remember: [`${alias} likes tea`] });
    const at = world.as(operator).patch(`/v1/line/callers/${id}`).set('if-match', '"1"');
    await at.send({ alias }).expect(200);
    await plantReferral(world, { callerId: id, of: operator, receiver: clinic.organisationId });
    callers.push(id);
  }

  /** What is remembered of each, and that each is found by the alias of now. */
  async function readAll(): Promise<void> {
    for (const id of callers) {
      const { body } = await world.as(operator).get(`/v1/line/callers/${id}`).expect(200);
      const { alias, remembered } = body as { alias: string; remembered: readonly { text: string }[] };
      expect(remembered.map(({ text }) => text)).toEqual([`${alias} likes tea`]);
      const found = await world.as(operator).post('/v1/line/callers/search').send({ text: alias }).expect(200);
      expect((found.body as { items: readonly { id: Id }[] }).items.map((one) => one.id)).toEqual([id]);
    }
  }

  it('under a new master key: the start asks for the old one as long as a caller’s key needs it', async () => {
    const back = await keyRoom(world, { masterKeys: new MasterKeys(`${oldMaster}\n${newMaster}`) });
    await rewrapUnderMaster(back.work);
    await back.close();
    const needed = () => world.look<{ id: string }>(MASTER_KEYS_NEEDED);
    expect(await needed()).toEqual([{ id: new MasterKeys(oldMaster).currentId }]);
    const [old] = await world.look<{ wrapped: Buffer }>('SELECT wrapped FROM caller_key WHERE caller_id = $1', [
      callers[0],
    ]);
    await rewrapUnderMaster(room.work);
    expect(await needed()).toEqual([{ id: room.work.masterKeys.currentId }]);
    await world.plant('UPDATE caller_key SET wrapped = $2 WHERE caller_id = $1', [callers[0], old?.wrapped]);
    expect(await needed()).toHaveLength(2);
    expect(await rewrapUnderMaster(room.work)).toBe(1);
    expect(await needed()).toHaveLength(1);
    expect(await keyReport(room.work)).toContainEqual(
      expect.stringMatching(/^caller keys: 4, .* 0 in exchange, 0 shredded$/),
    );
    await readAll();
  });

  it('each with a new key, broken off and gone on with: every word of theirs is sealed anew, and earlier ones too', async () => {
    await world.plant(`UPDATE caller_key SET created_at = '2026-01-01'`);
    const words = `SELECT encode(words, 'hex') AS words FROM caller UNION ALL SELECT encode(words, 'hex') FROM caller_note
      UNION ALL SELECT encode(words, 'hex') FROM referral WHERE caller_id IS NOT NULL
      UNION ALL SELECT substr(row ->> 'words', 3) FROM caller_version`;
    const before = await world.look<{ words: string }>(words);
    expect(before).toHaveLength(16);
    const dying = await keyRoom(world, { progress: dyingAfter(0) });
    await expect(exchangeOwnKeys(dying.work, CALLERS)).rejects.toThrow('killed');
    await dying.close();
    await readAll();
    expect(await exchangeOwnKeys(room.work, CALLERS)).toEqual({ people: 4, shut: [] });
    const after = await world.look<{ words: string }>(words);
    expect(after).toHaveLength(16);
    expect(after.filter((row) => before.some((was) => was.words === row.words))).toEqual([]);
    const keys = 'SELECT 1 FROM caller_key WHERE stage IS NULL AND octet_length(wrapped) = 65 AND keyed_at IS NOT NULL';
    expect(await world.look(keys)).toHaveLength(4);
    await readAll();
  }, 60_000);

  it('and by a new key for search, broken off among the callers', async () => {
    const kept = await world.look<{ hmac: Buffer }>('SELECT caller_id, hmac FROM caller_token');
    const clock = jest.spyOn(performance, 'now');
    let ahead = 0;
    clock.mockImplementation(() => (Date.now() % 1e9) + ahead);
    const dying = await keyRoom(world, { progress: dyingAfter(1) });
    await expect(exchangeSearchKey(dying.work)).rejects.toThrow('killed');
    await dying.close();
    await readAll();
    ahead += 120_000; // replicas have read the new key by now
    await readAll();
    await exchangeSearchKey(room.work);
    ahead += 120_000;
    await readAll();
    clock.mockRestore();
    const now = await world.look<{ hmac: Buffer }>('SELECT caller_id, hmac FROM caller_token');
    expect(now).toHaveLength(kept.length);
    expect(now.filter(({ hmac }) => kept.some((was) => was.hmac.equals(hmac)))).toEqual([]);
  }, 60_000);
});
