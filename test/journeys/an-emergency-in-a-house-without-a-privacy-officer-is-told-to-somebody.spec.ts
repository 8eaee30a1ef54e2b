import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import type { Role } from '../../src/access/policy.js';
import { joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('an emergency in a house without a privacy officer is told to somebody', () => {
  let world: World;
  let hana: Worker;
  beforeAll(async () => {
    world = await World.open();
    hana = await world.worker('physician');
  });
  afterAll(() => world.close());

  /** A house with these roles in it, and a peer who keeps a client's record there; somebody from elsewhere opens it. */
  async function opened(...roles: readonly Role[]) {
    const home = await world.organisation();
    const ana = await world.worker('peer_navigator', home);
    const others: Worker[] = [];
    for (const role of roles) others.push(await world.worker(role, home));
    const { body } = await world.as(ana).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201);
    const client = (body as { id: Id }).id;
    const open = async (by: Worker) =>
      (
        await world
          .as(by)
          .post(`/v1/clients/${client}/break-glass`)
          .send({ because: 'cannot_be_asked', reason: 'Brought in.' })
          .expect(201)
      ).body as { id: Id };
    return { client, ana, others, open };
  }

  const told = async (worker: Worker) => {
    const { body } = await world.as(worker).get('/v1/notices').expect(200);
    return (body as { items: { kind: string; clientId: Id | null }[] }).items.map(({ kind, clientId }) => [
      kind,
      clientId,
    ]);
  };
  const OPENED = [['break_glass_opened', null]];
  const WITHOUT = [['break_glass_without_reviewer', null]];

  it('to her team, who see that it happened and by whom, and to the administrator, who sees that a reviewer is missing', async () => {
    const { client, ana, others, open } = await opened('administrator', 'counsellor');
    const [administrator, counsellor] = others;
    const { id } = await open(hana);
    expect(await told(ana)).toEqual(OPENED);
    expect((await world.as(ana).get(`/v1/break-glass/${id}`).expect(200)).body).toMatchObject({ clientId: client });
    expect(await told(counsellor!)).toEqual([]);
    expect(await told(administrator!)).toEqual(WITHOUT);
    const { text } = await world.as(administrator!).get('/v1/notices').expect(200);
    expect(text).not.toContain(client);
    await world.as(administrator!).get(`/v1/break-glass/${id}`).expect(403);
  });

  it('to whoever of her team did not do it', async () => {
    const { client, ana, others, open } = await opened('counsellor', 'administrator');
    const [counsellor, administrator] = others;
    await joinTeam(world, ana, client, counsellor!);
    await open(counsellor!);
    expect([await told(counsellor!), await told(ana)]).toEqual([[], OPENED]);
    expect(await told(administrator!)).toEqual(WITHOUT);
  });

  it('to a coordinator where there is one, and not to the whole team', async () => {
    const { ana, others, open } = await opened('coordinator', 'administrator');
    await open(hana);
    expect([await told(others[0]!), await told(ana), await told(others[1]!)]).toEqual([OPENED, [], WITHOUT]);
  });

  it('and to no administrator where a privacy officer will review it', async () => {
    const { others, open } = await opened('privacy_officer', 'administrator');
    await open(hana);
    expect([await told(others[0]!), await told(others[1]!)]).toEqual([OPENED, []]);
  });
});
