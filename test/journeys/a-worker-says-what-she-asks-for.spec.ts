import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PURPOSES, purposesOf, type Purpose } from '../../src/access/actor.js';
import { ROLES } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

describe('a worker says what she asks for', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    clientId = newId();
    await world.as(peer).post('/v1/clients').send({ id: clientId, goesBy: 'Wren' }).expect(201);
  });
  afterAll(() => world.close());

  const read = (purpose?: string) => {
    const asked = world.as(peer).get(`/v1/clients/${clientId}`);
    return purpose === undefined ? asked : asked.set('purpose-of-use', purpose);
  };
  const lastPurpose = async () => {
    const [row] = await world.look<{ purpose: Purpose }>(
      `SELECT purpose FROM audit_entry WHERE client_id = $1 ORDER BY (written_by::text)::bigint DESC LIMIT 1`,
      [clientId],
    );
    return row?.purpose;
  };

  it('is taken to ask for what her role asks for, and the audit says so', async () => {
    await read().expect(200);
    expect(await lastPurpose()).toBe('care_management');
  });

  it('says another one of her role, and the audit says that', async () => {
    await read('client_request').expect(200);
    expect(await lastPurpose()).toBe('client_request');
  });

  it.each(['treatment', 'Care_Management', 'curiosity', '', 'care_management, emergency', '__proto__'])(
    'is told what to send instead of %p',
    async (purpose) => {
      const { body } = await read(purpose).expect(400);
      expect(body).toMatchObject({
        code: 'invalid',
        errors: [{ in: 'header', pointer: '/purpose-of-use', code: 'purpose_of_use' }],
      });
      expect((body as { errors: { message: string }[] }).errors[0]?.message).toContain('care_management');
    },
  );

  it('does not see by a grant that stands for another purpose', async () => {
    await world.plant(`UPDATE access_grant SET purposes = '{client_request}' WHERE grantee_id = $1`, [
      peer.membershipId,
    ]);
    await read().expect(404);
    await read('client_request').expect(200);
    const found = (purpose: string) =>
      world.as(peer).post('/v1/clients/search').set('purpose-of-use', purpose).send({ text: 'Wren' }).expect(200);
    expect((await found('care_management')).body).toMatchObject({ items: [] });
    expect((await found('client_request')).body).toMatchObject({ items: [{ id: clientId }] });
  });

  it('has a usual purpose in every role, among those that there are', () => {
    for (const role of ROLES) expect(PURPOSES).toEqual(expect.arrayContaining([...purposesOf(role)]));
  });
});
