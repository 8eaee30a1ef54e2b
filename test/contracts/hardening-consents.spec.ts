import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { AConsentOnlyEnds1764000093100 } from '../../migrations/1764000093100-a-consent-only-ends.js';
import type { Id } from '../../src/kernel/ids.js';
import { act } from '../support/client-record.js';
import { agrees, type Given } from '../support/consents.js';
import { handLinksOf, pathOf, type MadeLink } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const SAID = 'My sister may know that I am well.';

describe('what she said, and what her link counts', () => {
  let world: World;
  let [peer, reader]: Worker[] = [];
  let client: Id;
  let consent: Given;
  let link: MadeLink;
  const hands = handLinksOf({} as World, () => ({ peer: peer!, client }));

  beforeAll(async () => {
    world = await World.open();
    Object.assign(
      hands,
      handLinksOf(world, () => ({ peer: peer!, client })),
    );
    peer = await world.worker('peer_navigator');
    reader = await world.worker('physician');
    client = ((await world.as(peer).post('/v1/clients').send({ goesBy: 'Swift' }).expect(201)).body as { id: Id }).id;
    const recipient = { organisationId: reader.organisationId };
    const classes = ['identity_name', 'coordination'];
    consent = await agrees(world, peer, client, { recipient, classes, ownWords: SAID });
    link = await hands.make();
    await hands.type(pathOf(link), link.code === '000000' ? '000001' : '000000');
  });
  afterAll(() => world.close());

  /** As the application role, in which only what the policies and privileges leave open can be done. */
  const attempt = (by: Worker, sql: string, values: readonly unknown[]) =>
    act(world, by, (tx) => tx.query(sql, values));

  /** As whoever holds the link, before its code was told. */
  const atTheDoor = (sql: string) =>
    world.db.as('app', async (app) => {
      await app.query('BEGIN');
      for (const [name, value] of [
        ['app.link', link.id],
        ['app.client', client],
        ['app.person', client],
        ['app.role', 'client'],
        ['app.now', world.now],
      ])
        await app.query('SELECT set_config($1, $2, true)', [name, value]);
      await app.query(sql);
      await app.query('COMMIT');
    });

  const CONSENT = 'WHERE id = $1';
  const attempts = (): readonly (readonly [string, () => Promise<unknown>])[] => [
    [
      'words of hers, by who keeps her record',
      () =>
        attempt(
          peer!,
          `UPDATE consent SET words = $2, updated_by = $3, updated_at = app_now(), version = version + 1 ${CONSENT}`,
          [consent.id, Buffer.from('00', 'hex'), peer!.membershipId],
        ),
    ],
    [
      'words of hers, by whom she told it to, while giving it back',
      () =>
        attempt(
          reader!,
          `UPDATE consent SET words = $2, state = 'withdrawn', ended_at = app_now(), updated_by = $3, updated_at = app_now(),
             version = version + 1 ${CONSENT}`,
          [consent.id, Buffer.from('00', 'hex'), reader!.membershipId],
        ),
    ],
    [
      'who wrote last, without anything ending',
      () =>
        attempt(peer!, `UPDATE consent SET updated_by = $2, updated_at = app_now(), version = version + 1 ${CONSENT}`, [
          consent.id,
          peer!.membershipId,
        ]),
    ],
    [
      'wrong codes counted, by a worker',
      () => attempt(peer!, 'UPDATE hand_link SET misses = 0, version = version + 1 WHERE id = $1', [link.id]),
    ],
    [
      'the wait after a wrong code, by a worker',
      () => attempt(peer!, `UPDATE hand_link SET wait_until = wait_until + interval '1 day' WHERE id = $1`, [link.id]),
    ],
    [
      'a link opened without its code, by a worker',
      () => attempt(peer!, 'UPDATE hand_link SET opened_at = app_now() WHERE id = $1', [link.id]),
    ],
    ['wrong codes counted, by who holds the link', () => atTheDoor('UPDATE hand_link SET misses = 0')],
  ];

  it('are changed by nobody, in whichever role they come', async () => {
    for (const [what, does] of attempts()) {
      const told = await does().then(
        () => 'was done',
        (fault: unknown) => String(fault),
      );
      expect([what, told]).toEqual([
        what,
        expect.stringMatching(/permission denied|nothing in a consent|a link is opened/),
      ]);
    }
    const read = await world.as(peer!).get(`/v1/consents/${consent.id}`).expect(200);
    expect(read.body).toMatchObject({ ownWords: SAID, version: 1 });
  });

  it('a link that was taken back stays so, and a session that ended does not go on', async () => {
    const second = await hands.make();
    await hands.opened(second);
    await world.plant('UPDATE hand_session SET ended_at = $2 WHERE link_id = $1', [second.id, world.now]);
    const again = world.db.as('owner', (owner) =>
      owner.query('UPDATE hand_session SET ended_at = NULL WHERE link_id = $1', [second.id]),
    );
    await expect(again).rejects.toThrow('has ended');
    await expect(
      attempt(peer!, 'UPDATE hand_session SET expires_at = app_now() WHERE link_id = $1', [second.id]),
    ).rejects.toThrow('permission denied');
    await hands.takeBack(await read(second)).expect(200);
    await expect(
      attempt(peer!, 'UPDATE hand_link SET revoked_at = NULL, version = version + 1 WHERE id = $1', [second.id]),
    ).rejects.toThrow('a link is opened');
  });

  const read = async ({ id }: MadeLink) =>
    (await world.as(peer!).get(`/v1/hand-links/${id}`).expect(200)).body as { id: Id; version: number };

  it('what is said when it ends stands beside what she said, and both open', async () => {
    const recipient = { membershipId: reader!.membershipId };
    const second = await agrees(world, peer!, client, { recipient, classes: ['medication'], ownWords: SAID });
    const move = { move: 'withdraw', note: 'They have moved on.' };
    await world.as(reader!).post(`/v1/consents/${second.id}/moves`).set('if-match', '"1"').send(move).expect(200);
    const { body } = await world.as(peer!).get(`/v1/consents/${second.id}`).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', ownWords: SAID, moveNote: 'They have moved on.' });
  });

  it('were open to all of it before', async () => {
    await world.db.as('owner', async (owner) => {
      const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
      await new AConsentOnlyEnds1764000093100().down(runner);
    });
    for (const [, does] of attempts()) await does();
    const [left] = await world.look<{ words: Buffer }>('SELECT words FROM consent WHERE id = $1', [consent.id]);
    expect(left?.words.toString('hex')).toBe('00');
  });
});
