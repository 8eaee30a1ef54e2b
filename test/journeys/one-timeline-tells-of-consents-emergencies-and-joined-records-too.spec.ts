import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { joinTeam } from '../support/client-record.js';
import { agrees, withdraws } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

describe('one timeline tells of consents, emergencies and joined records too', () => {
  let world: World;
  let ana: Worker;
  let counsellor: Worker;
  let elsewhere: Worker;
  let wren: Id;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    ana = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', ana.organisationId);
    elsewhere = await world.worker('physician');
    const goesBy = async (name: string) =>
      (await (await world.client(ana)).post('/v1/clients', { body: { goesBy: name } })).body.id;
    wren = await goesBy('Wren');
    await joinTeam(world, ana, wren, counsellor);
    const other = await goesBy('Winter');

    world.now = '2026-11-24T16:00:00.000Z';
    const recipient = { organisationId: elsewhere.organisationId, role: 'physician' };
    const given = await agrees(world, ana, wren, { recipient, classes: ['identity_name'] });
    const denied = { recipient: { membershipId: counsellor.membershipId }, classes: ['medication'] };
    await agrees(world, ana, wren, { ...denied, decision: 'deny' });
    world.now = '2026-11-25T16:00:00.000Z';
    await world.stepUp(elsewhere);
    const because = { because: 'life_in_danger', reason: 'Found without breath.' };
    await world.as(elsewhere).post(`/v1/clients/${wren}/break-glass`).send(because).expect(201);
    world.now = '2026-11-26T16:00:00.000Z';
    const said = { because: 'client_said', agreedHow: 'in_person', agreedAt: world.now };
    await world
      .as(ana)
      .post(`/v1/clients/${wren}/links`)
      .send({ ...said, otherClientId: other })
      .expect(201);
    world.now = '2026-11-27T16:00:00.000Z';
    await agrees(world, ana, wren, { recipient, classes: ['coordination'], purposes: ['care_management'] });
    world.now = '2026-11-28T16:00:00.000Z';
    await withdraws(world, ana, given);
  });
  afterAll(() => world.close());

  const told = async (by: Worker, headers: Readonly<Record<string, string>> = {}) => {
    const { body } = await world.as(by).get(`/v1/clients/${wren}/timeline?limit=200`).set(headers).expect(200);
    return (body.items as { kind: string; what: string; clientId: Id }[])
      .filter(({ clientId }) => clientId === wren)
      .map(({ kind, what }) => `${kind} ${what}`);
  };

  it('in the order in which it happened, to whoever works with her', async () => {
    expect((await told(ana)).slice(0, 6)).toEqual([
      'consent changed',
      'consent made',
      'record_link made',
      'break_glass made',
      'consent made',
      'consent made',
    ]);
  });

  it('and says nothing of a denial to whoever is denied, nor of what only they would not see', async () => {
    expect((await told(counsellor)).filter((line) => line.startsWith('consent'))).toHaveLength(3);
    // Two consents are hers to read, and of their class she holds nothing: by the second, for that purpose alone.
    expect((await told(elsewhere, { 'purpose-of-use': 'care_management' })).join()).toContain('consent');
    await world.as(elsewhere).get(`/v1/clients/${wren}/timeline`).expect(404);
  });

  it('one kind at a time and page by page', async () => {
    const as = world.as(ana);
    const page = async (more = '') =>
      (await as.get(`/v1/clients/${wren}/timeline?kind=consent&limit=2${more}`).expect(200)).body;
    const first = await page();
    const second = await page(`&cursor=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ id }: { id: Id }) => id);
    expect([first.items.length, second.items.length, new Set(ids).size]).toEqual([2, 2, 4]);
  });
});
