import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

describe('somebody of another organisation joins the team', () => {
  let world: World;
  let [ana, noor, hana]: Worker[] = [];
  let client: Id;
  let given: Given;
  beforeAll(async () => {
    world = await World.open();
    ana = await world.worker('counsellor');
    noor = await world.worker('peer_navigator');
    hana = await world.worker('physician', noor.organisationId);
    client = ((await world.as(ana).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body as { id: Id }).id;
    await world.as(ana).post(`/v1/clients/${client}/needs`).send({ domain: 'safety', ownWords: 'Afraid.' }).expect(201);
  });
  afterAll(() => world.close());

  const join = (by: Worker, { membershipId }: Worker) =>
    world.as(by).post(`/v1/clients/${client}/care-team`).send({ membershipId });
  const goal = (by: Worker) => world.as(by).post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door.' });

  it('not before she agreed to show them something, and the answer says what to do', async () => {
    const { body } = await join(ana!, noor!).expect(422);
    expect(body).toMatchObject({ code: 'worker_not_here', detail: expect.stringContaining('/consents') });
    await world.as(noor!).get(`/v1/clients/${client}`).expect(404);
  });

  it('nor while she says no to that one person', async () => {
    const recipient = { organisationId: noor!.organisationId, role: 'peer_navigator' };
    const classes = ['identity_name', 'coordination', 'medication', 'counselling'];
    given = await agrees(world, ana!, client, { recipient, classes });
    const no = { decision: 'deny', recipient: { membershipId: noor!.membershipId }, classes };
    const denied = await agrees(world, ana!, client, no);
    expect((await join(ana!, noor!).expect(422)).body).toMatchObject({ code: 'worker_not_here' });
    await withdraws(world, ana!, denied);
    expect((await join(ana!, hana!).expect(422)).body).toMatchObject({ code: 'worker_not_here' });
  });

  it('and then holds what she agreed to within what the role may, to read and to write, and nothing else', async () => {
    await world.as(noor!).get(`/v1/clients/${client}`).expect(200);
    expect((await goal(noor!).expect(403)).body).toMatchObject({ code: 'class_not_held' });
    await join(ana!, noor!).expect(201);
    await goal(noor!).expect(201);
    const held = await world.look<{ read: string; write: string; basis: string }>(
      `SELECT DISTINCT basis, read_classes::text AS read, write_classes::text AS write FROM access_grant
        WHERE client_id = $1 AND grantee_id = $2`,
      [client, noor!.membershipId],
    );
    // A peer writes no medicines, and never reads a counsellor’s own notes.
    expect(held).toEqual([
      { basis: 'consent', read: '{coordination,identity_name,medication}', write: '{coordination,identity_name}' },
    ]);
    const { body, text } = await world.as(noor!).get(`/v1/clients/${client}/care-plan`).expect(200);
    expect(text).not.toContain('Afraid.');
    expect((body as { withheld: { class: string }[] }).withheld.map((one) => one.class).sort()).toEqual([
      ...['counselling', 'identity_contact', 'mental_health', 'substance_use'],
    ]);
  });

  it('asks nobody of the house that keeps her record, nor somebody of a third, onto it', async () => {
    const colleague = await world.worker('counsellor', ana!.organisationId);
    const third = await world.worker('physician');
    for (const worker of [colleague, third])
      expect((await join(noor!, worker).expect(422)).body).toMatchObject({ code: 'worker_not_here' });
  });

  it('and with the consent everything is gone on the next request', async () => {
    await withdraws(world, ana!, given);
    await world.as(noor!).get(`/v1/clients/${client}`).expect(404);
    await goal(noor!).expect(404);
    const team = await world.as(ana!).get(`/v1/clients/${client}/care-team`).expect(200);
    expect(team.text).toContain(noor!.membershipId);
  });
});
