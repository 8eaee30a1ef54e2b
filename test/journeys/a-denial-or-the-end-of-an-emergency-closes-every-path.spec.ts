import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { DATA_CLASSES } from '../../src/access/policy.js';
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

const PURPOSES = ['treatment', 'care_management', 'client_request', 'emergency'];
/** Shut in an emergency as well: what she gave to others is theirs, and nothing is printed. */
const SHUT = ['/v1/consents/:id', '/v1/clients/:clientId/care-plan/page'];

describe('a denial or the end of an emergency closes every path', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let colleague: Worker;
  let stranger: Worker;
  let clientId: Id;
  let paths: Paths;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('counsellor');
    physician = await world.worker('physician');
    colleague = await world.worker('physician', physician.organisationId);
    stranger = await world.worker('physician');
    const made = await world.as(peer).post('/v1/clients').send({ goesBy: NAME }).expect(201);
    clientId = (made.body as { id: Id }).id;
    const recipient = { organisationId: physician.organisationId, role: 'physician' };
    const { id: consentId } = await agrees(world, peer, clientId, { recipient, classes: DATA_CLASSES });
    paths = await everyPath(world, { clientId, by: peer, owner: physician, consentId });
  });
  afterAll(() => world.close());

  const denies = (classes: readonly string[], more = {}): Promise<Given> =>
    agrees(world, peer, clientId, {
      ...{ decision: 'deny', recipient: { membershipId: physician.membershipId }, classes, ...more },
    });
  const opens = async (): Promise<Given> => {
    await world.stepUp(stranger);
    const reason = { because: 'cannot_be_asked', reason: 'She cannot be asked.' };
    return (await world.as(stranger).post(`/v1/clients/${clientId}/break-glass`).send(reason).expect(201))
      .body as Given;
  };
  const later = (minutes: number): void => {
    world.now = new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
  };

  it('of one class, to one person, while a colleague in the same role reads it all', async () => {
    await assertOpen(world, physician, paths);
    const denied = await denies(['mental_health']);
    await assertNothingOfHerMind(world, physician, paths);
    await world
      .as(colleague)
      .get(paths['/v1/needs/:id']?.path ?? '')
      .expect(200);
    await withdraws(world, peer, denied);
    await assertOpen(world, physician, paths);
  });

  it('for one purpose, and that one alone', async () => {
    const denied = await denies(DATA_CLASSES, { purposes: ['treatment'] });
    await assertClosed(world, physician, { paths, clientId, purpose: 'treatment' });
    await assertOpen(world, physician, paths, 'care_management');
    await withdraws(world, peer, denied);
  });

  it('of everything, for whatever purpose, and opens them again when it is taken back', async () => {
    const denied = await denies(DATA_CLASSES);
    for (const purpose of PURPOSES) await assertClosed(world, physician, { paths, clientId, purpose });
    await world.as(colleague).get(`/v1/clients/${clientId}`).expect(200);
    await withdraws(world, peer, denied);
    await assertOpen(world, physician, paths);
  });

  it('to whoever opened her record, after an hour or when it is closed, and until then for an emergency alone', async () => {
    const hers = Object.fromEntries(Object.entries(paths).filter(([name]) => !SHUT.includes(name)));
    await assertClosed(world, stranger, { paths, clientId, purpose: 'emergency' });
    await opens();
    await assertOpen(world, stranger, hers, 'emergency');
    await assertClosed(world, stranger, { paths, clientId });
    later(60);
    for (const purpose of PURPOSES) await assertClosed(world, stranger, { paths, clientId, purpose });
    const { id, version } = await opens();
    await assertOpen(world, stranger, hers, 'emergency');
    const close = world.as(stranger).post(`/v1/break-glass/${id}/moves`).set('if-match', `"${version}"`);
    await close.send({ move: 'close' }).expect(200);
    for (const purpose of PURPOSES) await assertClosed(world, stranger, { paths, clientId, purpose });
  });
});
