import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import { newId, type Id } from '../../src/kernel/ids.js';
import { AGREED, join } from '../support/joined-records.js';
import { World, type Worker } from '../support/world.js';

type Whose = 'own' | 'colleague' | 'elsewhere' | 'nobody';
const WHOSE: readonly Whose[] = ['own', 'colleague', 'elsewhere', 'nobody'];
const PAIRS = WHOSE.flatMap((one) => WHOSE.map((other) => [one, other] as const));

function statusOf(name: string, whose: readonly Whose[]): number {
  if (whose.some((each) => each !== 'own')) return 404;
  return name === 'join' ? 201 : 200;
}

describe('what names two records', () => {
  let world: World;
  let peer: Worker;
  let strangers: Worker;
  const ids = new Map<string, Id>();
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    const colleague = await world.worker('peer_navigator', peer.organisationId);
    strangers = await world.worker('peer_navigator');
    const make = async (who: Worker) =>
      ((await world.as(who).post('/v1/clients').send({ goesBy: 'Lark' }).expect(201)).body as { id: Id }).id;
    for (const side of ['one', 'other']) {
      ids.set(`own ${side}`, await make(peer));
      ids.set(`colleague ${side}`, await make(colleague));
      ids.set(`elsewhere ${side}`, await make(strangers));
      ids.set(`nobody ${side}`, newId());
    }
  });
  afterAll(() => world.close());

  const ASKS: Readonly<Record<string, (one: Id, other: Id) => Test>> = {
    preview: (one, otherClientId) => world.as(peer).post(`/v1/clients/${one}/links/preview`).send({ otherClientId }),
    join: (one, other) => join(world, peer, one, other),
    'set aside': (clientId, otherClientId) =>
      world.as(peer).post('/v1/possible-duplicates/set-aside').send({ clientId, otherClientId, because: 'relatives' }),
  };

  it.each(PAIRS)('answers %s with %s as the least of the two allows, in the same words', async (one, other) => {
    const [oneId = '', otherId = ''] = [ids.get(`${one} one`), ids.get(`${other} other`)];
    for (const [name, ask] of Object.entries(ASKS)) {
      const answer = await ask(oneId, otherId);
      expect([name, answer.status]).toEqual([name, statusOf(name, [one, other])]);
      if (answer.status !== 404) continue;
      const unknown = await ask(ids.get('own one') ?? '', newId());
      expect({ ...answer.body, requestId: '', instance: '' }).toEqual({ ...unknown.body, requestId: '', instance: '' });
    }
  });

  it('leaves a row for whose record was asked for, also where the path does not name it', async () => {
    const asked = ids.get('elsewhere other');
    const rows = await world.look<{ route: string }>(
      `SELECT facts ->> 'route' AS route FROM audit_entry WHERE event = 'access.refused' AND client_id = $1`,
      [asked],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });

  it('changes nothing where it is refused', async () => {
    expect(await world.look('SELECT FROM record_link')).toHaveLength(1);
    expect(await world.look('SELECT FROM record_pair_set_aside')).toHaveLength(1);
  });

  it('joins records of two organisations only through somebody who sees both', async () => {
    const [mine = '', theirs = ''] = [ids.get('own one'), ids.get('elsewhere one')];
    await join(world, strangers, theirs, mine).expect(404);
    await join(world, peer, mine, theirs).expect(404);
    // As a consent of hers would let somebody of elsewhere write in both; the link shows to no one else.
    await world.plant(
      `INSERT INTO access_grant (grantee_id, client_id, read_classes, write_classes, basis, basis_id, valid_from)
       VALUES ($1, $2, '{identity_name}', '{identity_name}', 'consent', $3, $4::timestamptz - interval '1 day')`,
      [peer.membershipId, theirs, newId(), world.now],
    );
    await join(world, peer, mine, theirs).expect(201);
    const links = await world.as(strangers).get(`/v1/clients/${theirs}/links`).expect(200);
    expect(links.body.items).toEqual([]);
    const { body } = await world.as(strangers).get(`/v1/clients/${theirs}/aliases`).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('takes no word of another record, too much or too little', async () => {
    const send = (body: object) =>
      world
        .as(peer)
        .post(`/v1/clients/${ids.get('own one')}/links`)
        .send(body);
    const whole = { otherClientId: ids.get('own other'), ...AGREED };
    for (const part of ['otherClientId', 'because', 'agreedHow', 'agreedAt'])
      await send({ ...whole, [part]: undefined }).expect(400);
    await send({ ...whole, oneClientId: newId() }).expect(400);
    await send({ ...whole, because: "'; DROP TABLE record_link; --" }).expect(400);
    await send({ ...whole, agreedAt: '2026-02-30T10:00:00Z' }).expect(400);
  });
});
