import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

interface Stands {
  readonly id: Id;
  readonly version: number;
}

describe('a receiver closes, and whoever asked there goes on', () => {
  let world: World;
  let maya: Worker;
  let atSender: As;
  beforeAll(async () => {
    world = await World.open();
    maya = await world.worker('peer_navigator');
    atSender = world.as(maya);
  });
  afterAll(() => world.close());

  const end = { because: 'completed', naloxone: 'given', toldOfLowerTolerance: true };
  const closedOf = async (referralId: Id) =>
    (
      (await atSender.get('/v1/notices?limit=200').expect(200)).body.items as { kind: string; source: { id: Id } }[]
    ).filter(({ kind, source }) => kind === 'referral_receiver_closed' && source.id === referralId).length;

  it('the sender ends what the receiver no longer can, once their house is closed', async () => {
    const closing = await programmeIn(world);
    const other = await referTo(world, maya, closing);
    const begun = await world.as(closing.intake).post(`/v1/referrals/${other.referralId}/stay`).send({}).expect(201);
    const stay = begun.body as Stands;
    const ends = () =>
      atSender.post(`/v1/stays/${stay.id}/moves`).set('if-match', `"${stay.version}"`).send({ move: 'end', end });
    await ends().expect(409);
    await world.plant('UPDATE organisation SET closed_at = $2, version = version + 1 WHERE id = $1', [
      closing.organisationId,
      world.now,
    ]);
    expect(await closedOf(other.referralId)).toBe(1);
    expect((await ends().expect(200)).body).toMatchObject({ state: 'ended' });
  });

  it('whoever waits for a place learns at once that the service is closed, and nobody else does', async () => {
    const closing = await programmeIn(world);
    const other = await referTo(world, maya, closing);
    const path = `/v1/services/${closing.serviceId}`;
    const { version } = (await world.as(closing.intake).get(path).expect(200)).body as Stands;
    const close = world.as(closing.intake).post(`${path}/moves`).set('if-match', `"${version}"`);
    await close.send({ move: 'close' }).expect(200);
    expect(await closedOf(other.referralId)).toBe(1);
    expect((await atSender.get(`/v1/referrals/${other.referralId}`).expect(200)).body).toMatchObject({
      state: 'accepted',
    });
    const told = await world.look(
      `SELECT FROM notice WHERE kind = 'referral_receiver_closed' AND membership_id <> $1`,
      [maya.membershipId],
    );
    expect(told).toEqual([]);
  });
});
