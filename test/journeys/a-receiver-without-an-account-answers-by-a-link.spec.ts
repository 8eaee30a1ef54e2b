import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { cookieOf, pathOf, receiverLinksOf, secretOf } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-02T16:00:00.000Z';

describe('a receiver without an account answers by a link', () => {
  let world: World;
  let peer: Worker;
  let officer: Worker;
  let client: Id;
  let referral: Id;
  beforeAll(async () => {
    world = await World.open(START);
    peer = await world.worker('peer_navigator');
    officer = await world.worker('privacy_officer', peer.organisationId);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    const as = world.as(peer);
    const her = { goesBy: 'Kestrel', birthDate: '1991-05-04' };
    client = (await as.post('/v1/clients').send(her).expect(201)).body.id;
    const phone = { kind: 'phone', value: '403 555 0177', mayContact: true, note: 'Never before noon.' };
    await as.post(`/v1/clients/${client}/channels`).send(phone).expect(201);
    await as.post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
    referral = await sentReferral(world, peer, {
      clientId: client,
      shared: ['identity_name', 'substance_use'],
      words: { reason: 'Ninety days, if you have them.', ownWords: 'I want to sleep through.' },
      summaries: { substance_use: 'Three weeks without.', coordination: 'Comes with a peer.' },
    });
  });

  const links = () => receiverLinksOf(world, () => ({ by: peer, referral }));
  const page = (cookie: string, path = '/o/p/1?l=fr') => world.anonymous.get(path).set('cookie', cookie);
  const send = (cookie: string, form: object, path = '/o/p/1?l=fr') =>
    world.anonymous.post(path).set('cookie', cookie).type('form').send(form);
  const formToken = (text: string) => /name="f" value="([\w-]+)"/.exec(text)?.[1] ?? '';
  const notices = () =>
    world.look<{ kind: string; membership: Id; client: Id | null; by: Id | null }>(
      `SELECT kind, membership_id AS membership, client_id AS client, created_by AS by FROM notice WHERE source_id = $1`,
      [referral],
    );

  it('on a page: what was shared and nothing else, in their language, without a script', async () => {
    const made = await links().make();
    expect(pathOf(made)).toMatch(/^\/o\/[\w-]{43}$/);
    const asked = await world.anonymous.get(pathOf(made)).expect(200);
    expect(asked.text).toContain('six chiffres');
    expect(asked.text).not.toMatch(/Kestrel|Larchwood|<script/);
    expect(asked.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const opened = await links().type(made).expect(303);
    expect(opened.headers['location']).toBe('/o/p/1?l=fr');
    expect(String(opened.headers['set-cookie'])).toMatch(/^h=[\w-]{43}; Path=\/o; HttpOnly; SameSite=Strict$/);
    const { text, headers } = await page(cookieOf(opened), '/o/p/1?l=fr').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    for (const shown of [
      'Kestrel',
      '1991-05-04',
      'Ninety days',
      'sleep through',
      'Three weeks without',
      '403 555 0142',
    ])
      expect(text).toContain(shown);
    expect(text).toContain('<title>Une demande</title>');
    expect(text).not.toMatch(/A door that locks|403 555 0177|Never before noon|<script/);
    expect((await page(cookieOf(opened), '/o/p/1?l=en').expect(200)).text).toContain('A residential programme');
  });

  it('and accepts: the sender is told at once, and the history says that they did it themselves', async () => {
    const token = await links().token();
    const { body, headers } = await links().read(token).expect(200);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      ...{ id: referral, state: 'sent', asksFor: 'residential_programme', urgency: 'soon' },
      ...{ addressedTo: 'Larchwood House', senderPhone: '403 555 0142', names: [{ name: 'Kestrel' }], channels: [] },
      sharedClasses: ['coordination', 'identity_name', 'substance_use'],
      openMoves: ['accept', 'decline', 'ask'],
    });
    const accepted = await links().answer(token, 1, { move: 'accept' }).expect(200);
    expect(accepted.body).toMatchObject({ state: 'accepted', version: 2, openMoves: [] });
    expect(await links().standing()).toEqual({ state: 'accepted', version: 2, by: null });
    expect(
      await world.look(
        'SELECT move, party, by_membership AS by FROM referral_move WHERE referral_id = $1 AND version > 1',
        [referral],
      ),
    ).toEqual([{ move: 'accept', party: 'outside', by: null }]);
    expect(await notices()).toEqual([
      { kind: 'referral_accepted', membership: peer.membershipId, client: null, by: null },
    ]);
    await links().read(token).expect(200);
  });

  it('and asks: the question is sealed, and they may still say yes or no', async () => {
    const opened = await links().type(await links().make());
    const cookie = cookieOf(opened);
    const f = formToken((await page(cookie).expect(200)).text);
    const asked = await send(cookie, { f, version: '1', move: 'ask', question: 'Does she bring a dog?' }).expect(200);
    expect(asked.text).toContain('Does she bring a dog?');
    expect(await links().standing()).toMatchObject({ state: 'info_requested', version: 2 });
    const kept = await world.look(`SELECT encode(words, 'escape') AS words FROM referral WHERE id = $1`, [referral]);
    expect(JSON.stringify(kept)).not.toContain('dog');
    const accepted = await send(cookie, { f, version: '2', move: 'accept' }).expect(200);
    expect(accepted.text).toContain('Vous avez accepté');
  });

  it('and says no, with a reason: then nothing is open to them any more', async () => {
    const opened = await links().type(await links().make());
    const cookie = cookieOf(opened);
    const f = formToken((await page(cookie).expect(200)).text);
    await send(cookie, { f, version: '1', move: 'decline' }).expect(400);
    await send(cookie, { f: 'forged', version: '1', move: 'decline', because: 'no_capacity' }).expect(403);
    const declined = await send(cookie, { f, version: '1', move: 'decline', because: 'no_capacity' }).expect(200);
    expect(declined.text).toContain('L’expéditeur le sait');
    expect(declined.text).not.toContain('Kestrel');
    expect(await links().standing()).toMatchObject({ state: 'declined', version: 2 });
    const [ended] = await world.look<object>(
      'SELECT because, known_to_sender_at AS known FROM referral WHERE id = $1',
      [referral],
    );
    expect(ended).toEqual({ because: 'no_capacity', known: null });
    await page(cookie).expect(404);
  });

  it('reads only what the sender’s agreement holds: names and ways to reach the client only where shared', async () => {
    referral = await sentReferral(world, peer, { clientId: client });
    const { body } = await links()
      .read(await links().token())
      .expect(200);
    expect(body).toMatchObject({ names: [], birthDate: null, pronouns: null, channels: [], timeZone: null });
    referral = await sentReferral(world, peer, { clientId: client, shared: ['identity_contact'] });
    const shared = await links()
      .read(await links().token())
      .expect(200);
    expect(shared.body).toMatchObject({ names: [], channels: [{ kind: 'phone', value: '403 555 0177' }] });
    expect(shared.text).not.toContain('Never before noon');
  });

  it('stands in the client’s log in plain words, in the name of nobody but the link', async () => {
    const made = await links().make();
    await links()
      .open(made, String((Number(made.code) + 1) % 1_000_000).padStart(6, '0'))
      .expect(403);
    const token = await links().token(made);
    await links().read(token).expect(200);
    await world.anonymous
      .get('/v1/me')
      .set({ authorization: `Bearer ${token}` })
      .expect(403);
    await links().answer(token, 1, { move: 'accept' }).expect(200);
    const rows = await world.look<{ event: string }>(
      `SELECT event, role, person_id = ground_id AS own, membership_id AS membership, organisation_id AS organisation
        FROM audit_entry WHERE client_id = $1 AND role = 'receiver' ORDER BY at, id`,
      [client],
    );
    // Rows of one instant have no order.
    expect(rows.map(({ event }) => event).sort()).toEqual([
      ...['received_referral.read', 'received_referral.read'],
      ...['receiver_link.not_opened', 'receiver_link.opened', 'referral.moved'],
    ]);
    for (const row of rows) expect(row).toMatchObject({ own: true, membership: null, organisation: null });
    const { text } = await world
      .as(officer)
      .get(`/v1/clients/${client}/access-log/page`)
      .set('accept-language', 'en')
      .expect(200);
    expect(text).toContain('somebody with the link of a referral');
    expect(text).toContain('whom you were referred to, by a link');
    expect(text).toContain('Read what one of your referrals shares, and nothing else.');
  });

  it('is not asked for where there is nothing to answer, or more is shared than its maker reads', async () => {
    const code = async (status: number) => (await links().ask().expect(status)).body.code as string;
    referral = await sentReferral(world, peer, { clientId: client, outsideBy: 'phone' });
    expect(await code(409)).toBe('not_by_link');
    referral = await sentReferral(world, peer, { clientId: client, state: 'drafted' });
    expect(await code(409)).toBe('nothing_to_answer');
    referral = await sentReferral(world, peer, { clientId: client });
    const stranger = await world.worker('peer_navigator');
    await receiverLinksOf(world, () => ({ by: stranger, referral }))
      .ask()
      .expect(404);
    const coordinator = await world.worker('coordinator', peer.organisationId);
    const shared = await sentReferral(world, peer, { clientId: client, shared: ['substance_use'] });
    const refused = await receiverLinksOf(world, () => ({ by: coordinator, referral: shared }))
      .ask()
      .expect(403);
    expect(refused.body.code).toBe('shares_more_than_you_read');
  });

  it('is listed without its secrets, and taken back in force on the next request', async () => {
    const made = await links().make();
    const token = await links().token(made);
    const { body, text } = await world.as(peer).get(`/v1/referrals/${referral}/receiver-links`).expect(200);
    expect(body.items).toMatchObject([{ id: made.id, state: 'opened', openMoves: ['take_back'], version: 2 }]);
    expect(text).not.toMatch(new RegExp(`${secretOf(made)}|${made.code}|403 555 0142`));
    await links().takeBack({ id: made.id, version: 1 }).expect(412);
    await links().takeBack({ id: made.id, version: 2 }).expect(200);
    await links().read(token).expect(401);
    await world.as(peer).get(`/v1/receiver-links/${made.id}`).expect(200);
  });
});
