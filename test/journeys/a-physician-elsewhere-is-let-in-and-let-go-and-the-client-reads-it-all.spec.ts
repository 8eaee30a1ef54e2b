import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { handLinksOf } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-23T16:00:00.000Z';
const TWO = ['identity_name', 'coordination'];
const THE_REST = ['identity_contact', 'medication', 'substance_use', 'mental_health', 'counselling'];

describe('a physician elsewhere is let in and let go, and the client reads it all', () => {
  let world: World;
  let peer: Worker;
  let officer: Worker;
  let physician: Worker;
  let client: Id;
  let consent: Id;
  let emergency: Id;
  beforeAll(async () => {
    world = await World.open(START);
    const home = await world.organisation();
    [peer, officer] = [await world.worker('peer_navigator', home), await world.worker('privacy_officer', home)];
    physician = await world.worker('physician');
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Magpie' }).expect(201)).body.id;
    await world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
    const phone = { kind: 'phone', value: '403 555 0142', mayContact: true };
    await world.as(peer).post(`/v1/clients/${client}/channels`).send(phone).expect(201);
  });
  afterAll(() => world.close());

  const read = (part: string) => world.as(physician).get(`/v1/clients/${client}${part}`);
  const readInEmergency = (part: string) => read(part).set('purpose-of-use', 'emergency');
  const move = (by: Worker, path: string, version: number, wish: object) =>
    world.as(by).post(`${path}/moves`).set('if-match', `"${version}"`).send(wish).expect(200);

  it('sees nothing: to them she is an id that nobody has', async () => {
    const [hers, nobodys] = [
      await read('/care-plan'),
      await world.as(physician).get(`/v1/clients/${newId()}/care-plan`),
    ];
    const said = ({ status, body }: typeof hers) => ({ status, ...body, requestId: '' });
    expect(said(hers)).toEqual(said(nobodys));
    expect(hers.status).toBe(404);
  });

  it('is consented to two classes, and sees those with the rest named as withheld', async () => {
    const wish = { decision: 'permit', recipient: { membershipId: physician.membershipId }, classes: TWO };
    const told = { howGiven: 'in_person', language: 'en', copyGiven: true };
    const { body } = await world
      .as(peer)
      .post(`/v1/clients/${client}/consents`)
      .send({ ...wish, ...told })
      .expect(201);
    consent = body.id;
    const { body: plan } = await read('/care-plan').expect(200);
    expect(plan).toMatchObject({
      ...{ person: { goesBy: 'Magpie' }, goals: [{ ownWords: 'A door that locks.' }], openMoves: [] },
      ...{ ground: { basis: 'consent', basisId: consent }, withheld: THE_REST.map((name) => ({ class: name })) },
    });
    expect((await read('/channels').expect(200)).body.items).toEqual([]);
  });

  it('opens the rest in an emergency, closes it, and is reviewed by somebody else', async () => {
    const because = { because: 'cannot_be_asked', reason: 'Brought in, not answering.' };
    const { body } = await world.as(physician).post(`/v1/clients/${client}/break-glass`).send(because).expect(201);
    emergency = body.id;
    expect((await readInEmergency('/channels').expect(200)).body.items).toHaveLength(1);
    expect((await readInEmergency('/care-plan').expect(200)).body.withheld).toMatchObject([{ class: 'counselling' }]);
    await move(physician, `/v1/break-glass/${emergency}`, 1, { move: 'close' });
    expect((await readInEmergency('/channels').expect(200)).body.items).toEqual([]);
    const review = { move: 'review', outcome: 'appropriate', note: 'She could not be asked.' };
    await move(officer, `/v1/break-glass/${emergency}`, 2, review);
  });

  it('is withdrawn in the middle of a session, and she is gone on the very next request', async () => {
    await read('/goals').expect(200);
    await move(peer, `/v1/consents/${consent}`, 1, { move: 'withdraw' });
    await read('/goals').expect(404);
    await readInEmergency('/care-plan').expect(404);
  });

  it('and she reads all of it in her log, by a link of her own', async () => {
    const links = handLinksOf(world, () => ({ peer, client }));
    const token = await links.token(await links.make());
    const log = await world.anonymous
      .get(`/v1/clients/${client}/access-log?limit=200`)
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    const lines = (log.body.items as Line[]).filter(({ personId }) =>
      [physician, officer].some((one) => one.personId === personId),
    );
    expect(lines.reverse().map(({ told: { what, ground, purpose } }) => [what, ground, purpose])).toEqual([
      [REFUSED, '', TREATMENT],
      ['Looked at your plan.', AGREED, TREATMENT],
      ['Looked at how you may be reached.', AGREED, TREATMENT],
      ['Opened your record in an emergency, with a reason that is reviewed.', EMERGENCY, IN_EMERGENCY],
      ['Looked at how you may be reached.', EMERGENCY, IN_EMERGENCY],
      ['Looked at your plan.', EMERGENCY, IN_EMERGENCY],
      ['Closed your record again after an emergency.', EMERGENCY, TREATMENT],
      ['Looked at how you may be reached.', AGREED, IN_EMERGENCY],
      ['Reviewed whether it was right to open your record in an emergency.', OFFICER, 'for the running of the service'],
      ['Looked at your goals.', AGREED, TREATMENT],
      [REFUSED, '', TREATMENT],
      [REFUSED, '', IN_EMERGENCY],
    ]);
    expect(lines.every(({ clientId }) => clientId === client)).toBe(true);
  });
});

const REFUSED = 'Asked for something and was not let in.';
const AGREED = 'you agreed to it';
const EMERGENCY = 'opened it in an emergency, with a reason that is reviewed';
const OFFICER = 'answers for privacy at the organisation that keeps your record';
const TREATMENT = 'for treatment';
const IN_EMERGENCY = 'in an emergency';

interface Line {
  readonly clientId: Id;
  readonly personId: Id | null;
  readonly told: { readonly what: string; readonly ground: string; readonly purpose: string };
}
