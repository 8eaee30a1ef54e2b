import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchangeOwnKeys } from '../../src/keys/exchange-own-keys.js';
import { CLIENTS, KEYED } from '../../src/keys/keyed.js';
import { sealedTables } from '../../src/keys/sealed-rows.js';
import type { Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { keyRoom, type KeyRoom } from '../support/keys.js';
import { World, type Worker } from '../support/world.js';

describe('an exchange of keys', () => {
  let world: World;
  let room: KeyRoom;
  let ana: Worker;
  const clients: Id[] = [];
  beforeAll(async () => {
    world = await World.open();
    room = await keyRoom(world);
    ana = await world.worker('counsellor');
    for (const goesBy of ['Swift', 'Martin']) {
      clients.push(((await world.as(ana).post('/v1/clients').send({ goesBy }).expect(201)).body as { id: Id }).id);
    }
  });
  afterAll(async () => {
    await room.close();
    await world.close();
  });

  /** What the receiver asked, as it is sealed: now, and in the version before. */
  const askedOf = async (referralId: Id): Promise<readonly string[]> => {
    const rows = await world.look<{ words: string }>(
      `SELECT asked_words::text AS words FROM referral WHERE id = $1
        UNION ALL SELECT row ->> 'asked_words' FROM earlier_version WHERE record_id = $1 AND row ->> 'asked_words' IS NOT NULL`,
      [referralId],
    );
    return rows.map(({ words }) => words);
  };

  it('leaves out no table that holds words', async () => {
    const found = await Promise.all(KEYED.map((keyed) => room.work.owner.run((tx) => sealedTables(tx, keyed))));
    const columns = found.flat().map(({ name, column }) => `${name}.${column}`);
    const held = await world.look<{
      column: string;
    }>(`SELECT table_name || '.' || column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%words' AND data_type = 'bytea' ORDER BY 1`);
    expect(held.map(({ column }) => column)).toEqual([...new Set(columns)].sort());
  });

  it('opens by the new key what is kept another way as well: a consent that ended, and what two records share', async () => {
    const [one, other] = clients;
    const recipient = { organisationId: (await world.worker('physician')).organisationId };
    const wish = { recipient, classes: ['identity_name'], ownWords: 'They may know.' };
    const consent = await agrees(world, ana, one!, wish);
    const ended = { move: 'withdraw', note: 'No longer.' };
    await world.as(ana).post(`/v1/consents/${consent.id}/moves`).set('if-match', '"1"').send(ended).expect(200);
    const joined = { otherClientId: other, because: 'client_said', agreedHow: 'in_person', note: 'Both are mine.' };
    await world
      .as(ana)
      .post(`/v1/clients/${one}/links`)
      .send({ ...joined, agreedAt: world.now })
      .expect(201);
    const outside = { name: 'Larchwood House', by: 'phone' };
    const referral = await drafts(world.as(ana), one!, { outside, asksFor: 'housing', agreedHow: 'phone' });
    await moves(world.as(ana), referral.id, { move: 'send' });
    await moves(world.as(ana), referral.id, { move: 'ask', question: 'Since when?', onBehalfOfReceiver: true });
    await moves(world.as(ana), referral.id, { move: 'answer', answer: 'Since May.' });
    const asked = await askedOf(referral.id);
    await world.plant(`UPDATE sealing_key SET created_at = '2026-01-01', keyed_at = NULL`);
    expect((await exchangeOwnKeys(room.work, CLIENTS)).shut).toEqual([]);
    expect(await seen(world.as(ana), referral.id)).toMatchObject({ question: 'Since when?', answer: 'Since May.' });
    const anew = await askedOf(referral.id);
    expect([asked.length, anew.filter((words) => asked.includes(words))]).toEqual([2, []]);
    const { body } = await world.as(ana).get(`/v1/consents/${consent.id}`).expect(200);
    expect(body).toMatchObject({ ownWords: 'They may know.', moveNote: 'No longer.' });
    const links = await world.as(ana).get(`/v1/clients/${one}/links`).expect(200);
    expect(links.text).toContain('Both are mine.');
  }, 60_000);
});
