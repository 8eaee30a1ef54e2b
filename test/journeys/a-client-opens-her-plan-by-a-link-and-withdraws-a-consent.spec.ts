import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { handLinksOf } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-02T16:00:00.000Z';

describe('a client opens her plan by a link and withdraws a consent', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let client: Id;
  let given: Given;
  let cookie: string;
  let formToken: string;
  const links = () => handLinksOf(world, () => ({ peer, client }));
  const page = async (path: string) => (await links().page(cookie, path).expect(200)).text;
  const send = (form: object, sent = cookie) =>
    world.anonymous.post('/h/p/2?l=fr').set('cookie', sent).type('form').send(form);

  beforeAll(async () => {
    world = await World.open(START);
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician');
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    await world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
    const recipient = { organisationId: physician.organisationId, role: 'physician' };
    given = await agrees(world, peer, client, { recipient, classes: ['coordination'] });
    world.now = '2026-11-03T16:00:00.000Z';
    await world.as(physician).get(`/v1/clients/${client}/care-plan/page`).expect(200);
    cookie = await links().opened(await links().make());
  });
  afterAll(() => world.close());

  it('sees to whom she agreed to show what, and what was given out, the consent’s scope beside it', async () => {
    const text = await page('/h/p/2?l=fr');
    expect(text).toContain('Ce à quoi j’ai consenti');
    expect(text).toMatch(
      /médecin, Organisation \w+<\/strong> peut voir votre plan, vos objectifs, besoins et rendez-vous/,
    );
    expect(text).toContain('une page imprimée');
    formToken = /name="f" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    const hers = world.as({ token: cookie.slice(2) });
    const { body } = await hers.get(`/v1/clients/${client}/disclosures`).expect(200);
    expect(body.items.at(-1)).toMatchObject({
      kind: 'printed_page',
      ground: { basis: 'consent', basisId: given.id },
      consentScope: { classes: ['coordination'], decision: 'permit', recipient_role: 'physician', state: 'active' },
    });
    expect(JSON.stringify(body)).not.toContain('words');
  });

  it('is asked by a form of her own page alone, and for a consent of her own', async () => {
    const form = { consent: given.id, version: String(given.version) };
    await send({ ...form, f: 'forged' }).expect(403);
    await send({ ...form, f: formToken, consent: newId() }).expect(404);
    await send({ f: formToken, consent: given.id, version: 'x' }).expect(400);
    await send({ ...form, f: formToken }, 'h=none').expect(404);
    const [standing] = await world.look<{ state: string }>('SELECT state FROM consent WHERE id = $1', [given.id]);
    expect(standing?.state).toBe('active');
  });

  it('takes it back, and whoever saw by it gets not found on the very next request', async () => {
    await world.as(physician).get(`/v1/clients/${client}/care-plan`).expect(200);
    await send({ f: formToken, consent: given.id, version: String(given.version) }).expect(303);
    await world.as(physician).get(`/v1/clients/${client}/care-plan`).expect(404);
    const text = await page('/h/p/2?l=en');
    expect(text).toContain('taken back');
    expect(text).not.toContain('Take it back');
    await send({ f: formToken, consent: given.id, version: String(given.version) }).expect(412);
    const told = await world.look('SELECT FROM notice WHERE kind = $1 AND membership_id = $2', [
      'consent_withdrawn',
      physician.membershipId,
    ]);
    expect(told).toHaveLength(1);
  });

  it('reads all of it in her log: the printed page, her own withdrawal and who was not let in afterwards', async () => {
    const log = await page('/h/p/3?l=en');
    for (const what of [
      'Noted that something of your record was given out.',
      'you agreed to it',
      'Asked for something and was not let in.',
    ])
      expect(log).toContain(what);
    const rows = await world.look<{ role: string; membership: null; ground: string }>(
      `SELECT role, membership_id AS membership, ground FROM audit_entry WHERE client_id = $1 AND event = 'consent.moved'`,
      [client],
    );
    expect(rows).toEqual([{ role: 'client', membership: null, ground: 'client_link' }]);
  });

  /** The one task that asks whether it goes on, as whoever owes it reads it. */
  const asked = async (consent: Given) => {
    const [task] = await world.look<{ id: Id }>(`SELECT id FROM task WHERE source_id = $1`, [consent.id]);
    return (await world.as(peer).get(`/v1/tasks/${task?.id}`).expect(200)).body;
  };

  it('and nobody is asked any more to ask her whether it goes on', async () => {
    const recipient = { membershipId: physician.membershipId };
    const until = '2027-03-01T16:00:00.000Z';
    const hers = await agrees(world, peer, client, { recipient, classes: ['coordination'], until });
    expect(await asked(hers)).toMatchObject({ kind: 'renew_consent', state: 'open' });
    const withdrawal = { consent: hers.id, version: String(hers.version), f: formToken };
    await send(withdrawal).expect(303);
    expect(await asked(hers)).toMatchObject({
      ...{ state: 'client_declined', version: 2, openMoves: ['reopen'] },
      history: [{ move: 'open' }, { move: 'client_declines', to: 'client_declined' }],
    });

    const theirs = await agrees(world, peer, client, { recipient, classes: ['coordination'], until });
    await withdraws(world, physician, theirs);
    expect(await asked(theirs)).toMatchObject({ state: 'done', version: 2 });
  });

  it('may do the same as JSON', async () => {
    const recipient = { organisationId: physician.organisationId, role: 'physician' };
    const again = await agrees(world, peer, client, { recipient, classes: ['coordination'] });
    const hers = world.as({ token: cookie.slice(2) });
    const { body } = await hers.get(`/v1/consents/${again.id}`).expect(200);
    expect(body.openMoves).toEqual(['withdraw']);
    const move = (what: string) =>
      hers
        .post(`/v1/consents/${again.id}/moves`)
        .set({ 'if-match': `"${again.version}"`, 'idempotency-key': 'k' })
        .send({ move: what });
    await move('enter_in_error').expect(403);
    await move('withdraw').expect(200);
    await world.as(physician).get(`/v1/clients/${client}/care-plan`).expect(404);
  });
});
