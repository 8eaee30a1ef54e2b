import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Throughline } from '../../client/throughline.js';
import { newId } from '../../src/kernel/ids.js';
import { demoCode } from '../../src/demo/demo-code.js';
import { plantDemoWorkers } from '../support/demo-workers.js';
import { World } from '../support/world.js';

const password = 'made-by-the-first-start';

describe('the story of the README in the typed client', () => {
  let world: World;
  let api: Throughline;
  beforeAll(async () => {
    world = await World.open();
    await plantDemoWorkers(world, password);
    api = new Throughline({ url: await world.app.getUrl() });
  });
  afterAll(() => world.close());

  const signIn = async (worker: string) => {
    const { body: half } = await api.post('/v1/auth/login', { body: { email: `${worker}@demo.example`, password } });
    if (half.state !== 'second_factor_needed') throw new Error(`A demo worker has a second factor, not ${half.state}.`);
    const { pendingToken } = half;
    const { body } = await api.post('/v1/auth/second-factor', { body: { pendingToken, code: demoCode(world.now) } });
    return { place: body.membershipId, asks: api.as(body.accessToken) };
  };

  it('goes from an alias to a plan that two professions share', async () => {
    const { asks: ana } = await signIn('navigator');
    const { asks: okafor, place } = await signIn('physician');
    const { asks: rae } = await signIn('navigator-residence');

    const { body: client } = await ana.post('/v1/clients', { body: { goesBy: 'Magpie' } });
    const hers = { path: { clientId: client.id } };
    const contact = { id: newId(), channel: 'phone', outcome: 'reached' } as const;
    const logged = await ana.post('/v1/clients/{clientId}/contacts', { ...hers, body: contact });
    const again = await ana.post('/v1/clients/{clientId}/contacts', { ...hers, body: contact });
    expect([logged.status, logged.replayed, again.status, again.replayed]).toEqual([201, false, 201, true]);
    expect(again.body.id).toBe(contact.id);

    const goal = { ownWords: 'I want my own door to lock.' };
    const { body: named } = await ana.post('/v1/clients/{clientId}/goals', { ...hers, body: goal });
    await ana.post('/v1/clients/{clientId}/needs', { ...hers, body: { domain: 'housing', wantsHelp: 'yes' } });
    const task = { kind: 'call_her_back', title: 'Call about the room' } as const;
    const open = () => ana.post('/v1/clients/{clientId}/tasks', { ...hers, body: task, idempotencyKey: 'one-task' });
    expect((await open()).body.id).toBe((await open()).body.id);
    await ana.post('/v1/clients/{clientId}/care-team', { ...hers, body: { membershipId: place } });

    const plan = await okafor.get('/v1/clients/{clientId}/care-plan', hers);
    expect(plan.body.goals).toMatchObject([{ id: named.id, ownWords: goal.ownWords, state: 'named' }]);
    expect(plan.body.changed.items.map(({ recordId }) => recordId)).toContain(contact.id);
    expect((await okafor.get('/v1/clients/{clientId}/care-plan', hers)).body.changed).toEqual(plan.body.changed);
    const unseen = rae.get('/v1/clients/{clientId}/care-plan', { ...hers, language: 'fr' });
    await expect(unseen).rejects.toMatchObject({ status: 404, code: 'not_found', problem: { title: 'Introuvable' } });

    const amend = (minutes: number) =>
      ana.patch('/v1/contacts/{id}', { path: { id: contact.id }, ifMatch: logged.body.version, body: { minutes } });
    expect((await amend(20)).body).toMatchObject({ minutes: 20, version: 2 });
    await expect(amend(25)).rejects.toMatchObject({ status: 412, problem: { expected: 1, current: 2 } });
    const { body: versions } = await ana.get('/v1/contacts/{id}/versions', { path: { id: contact.id } });
    expect(versions.items.map(({ minutes }) => minutes)).toEqual([20, null]);

    const { body: found } = await okafor.post('/v1/clients/search', { body: { text: 'magpye' } });
    expect(found.items.map(({ id }) => id)).toEqual([client.id]);
    const page = await ana.get('/v1/clients/{clientId}/care-plan/page', { ...hers, language: 'fr' });
    expect(page.body).toContain('Ce que je veux');
  });
});
