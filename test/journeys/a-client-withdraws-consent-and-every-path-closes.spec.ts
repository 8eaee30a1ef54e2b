import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { reachOf } from '../../src/access/policy.js';
import { routesOf } from '../../src/access/route-census.js';
import type { Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import {
  assertClosed,
  assertNothingOfHerMind,
  assertOpen,
  everyPath,
  NAME,
  type Paths,
} from '../support/every-path.js';
import { World, type Worker } from '../support/world.js';

/** Held by tests of their own: two records, an opened emergency, the line, links of receivers. The directory of services is everybody's. */
const ELSEWHERE =
  /^\/v1\/(record-links\/|break-glass|clients\/:\w+\/(break-glass|services)|services|line\/|receiver-links|referrals\/:\w+\/receiver-links)/;
describe('a client withdraws consent and every path closes', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let clientId: Id;
  let sharing: Given;
  let mind: Given;
  let paths: Paths;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('counsellor');
    physician = await world.worker('physician');
    const made = await world.as(peer).post('/v1/clients').send({ goesBy: NAME }).expect(201);
    clientId = (made.body as { id: Id }).id;
    const recipient = { organisationId: physician.organisationId, role: 'physician' };
    const classes = ['identity_name', 'identity_contact', 'coordination', 'substance_use'];
    sharing = await agrees(world, peer, clientId, { recipient, classes });
    mind = await agrees(world, peer, clientId, { recipient, classes: ['mental_health'] });
    paths = await everyPath(world, { clientId, by: peer, owner: physician, consentId: sharing.id });
  });
  afterAll(() => world.close());

  it('of those that there are, each is asked here', () => {
    const reads = routesOf(world.app.get(ModulesContainer)).filter(
      ({ method, template, needs }) =>
        needs !== undefined &&
        ['granted', 'own'].includes(reachOf('physician', needs)) &&
        (method === 'GET' || template.endsWith('/search')) &&
        !/^\/v1\/(me|memberships)/.test(template) &&
        !ELSEWHERE.test(template),
    );
    expect(reads.map(({ template }) => template).filter((template) => !(template in paths))).toEqual([]);
  });

  it('all of them were open', () => assertOpen(world, physician, paths));

  it('of one class, and the plan of then, its page, the timeline and the changes have nothing of it', async () => {
    await withdraws(world, peer, mind);
    await assertNothingOfHerMind(world, physician, paths);
  });

  it('altogether, and on the very next request she is nowhere', async () => {
    await withdraws(world, peer, sharing);
    await assertClosed(world, physician, { paths, clientId });
  });

  it('and not by another purpose either, nor by what was known of it', async () => {
    const asPhysician = world.as(physician);
    for (const purpose of ['treatment', 'care_management', 'client_request', 'emergency']) {
      await asPhysician.get(`/v1/clients/${clientId}`).set('purpose-of-use', purpose).expect(404);
    }
    await asPhysician.post(`/v1/clients/${clientId}/needs`).send({ domain: 'housing' }).expect(404);
    await asPhysician.post(`/v1/clients/${clientId}/consents`).send(wish(physician)).expect(404);
    const moved = asPhysician.post(`/v1/consents/${sharing.id}/moves`).set('if-match', '"2"');
    await moved.send({ move: 'withdraw' }).expect(404);
  });
});

const wish = ({ organisationId }: Worker) => ({
  ...{ decision: 'permit', recipient: { organisationId }, classes: ['coordination'] },
  ...{ howGiven: 'in_person', language: 'en', copyGiven: true },
});
