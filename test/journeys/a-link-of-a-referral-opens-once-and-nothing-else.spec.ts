import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { handLinksOf } from '../support/hand-links.js';
import { cookieOf, pathOf, receiverLinksOf, secretOf, type MadeReceiverLink } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-02T16:00:00.000Z';
const DAYS_LATER = '2026-11-05T16:00:00.000Z';

interface Refused {
  readonly requestId: string;
  readonly code: string;
}

describe('a link of a referral opens once and nothing else', () => {
  let world: World;
  let peer: Worker;
  let client: Id;
  let referral: Id;
  beforeAll(async () => {
    world = await World.open(START);
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    referral = await sentReferral(world, peer, { clientId: client, shared: ['identity_name'] });
  });

  const links = () => receiverLinksOf(world, () => ({ by: peer, referral }));
  const otherCode = ({ code }: MadeReceiverLink) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const events = async (event: string) =>
    (
      await world.look<{ why: string }>(
        `SELECT facts ->> 'why' AS why FROM audit_entry WHERE event = $1 AND client_id = $2 ORDER BY at, id`,
        [event, client],
      )
    ).map(({ why }) => why);

  it('is made once, however often the request comes; what was shown once is not shown again', async () => {
    const ask = () =>
      world
        .as(peer)
        .post(`/v1/referrals/${referral}/receiver-links`)
        .set('idempotency-key', 'one-link')
        .send({ codeTold: 'phone', language: 'en', senderPhone: '403 555 0142' });
    const [made, again] = [(await ask().expect(201)).body, (await ask().expect(201)).body];
    expect(again).toEqual({ ...made, url: null, code: null });
    await links().takeBack(made).expect(200);
  });

  /** What ends it while it lies there, or while somebody reads. */
  const ENDS: readonly [string, (made: MadeReceiverLink) => Promise<unknown>, string][] = [
    ['it was taken back', (made) => links().takeBack(made).expect(200), 'taken_back'],
    ['its days are over', () => Promise.resolve((world.now = DAYS_LATER)), 'over'],
    [
      'the client no longer agrees',
      () =>
        world.plant('UPDATE referral SET agreement_ended_at = agreed_at, version = version + 1 WHERE id = $1', [
          referral,
        ]),
      'over',
    ],
    [
      'the sender withdrew it',
      () =>
        world.plant(
          `UPDATE referral SET state = 'withdrawn', ended_at = sent_at, version = version + 1 WHERE id = $1`,
          [referral],
        ),
      'over',
    ],
  ];

  it.each(ENDS)('opens nothing when %s, in the words in which an unknown one opens nothing', async (_, end, why) => {
    const made = await links().make();
    await end(made);
    const stood = await links().standing();
    const unknown = await links()
      .open({ ...made, url: made.url.replace(/.{43}$/, 'A'.repeat(43)) })
      .expect(404);
    const told = await links().open(made).expect(404);
    const said = ({ requestId: _id, ...rest }: Refused) => rest;
    expect(said(told.body as Refused)).toEqual(said(unknown.body as Refused));
    const pages = await Promise.all(
      [pathOf(made), `/o/${'A'.repeat(43)}`].map((path) => world.anonymous.get(`${path}?l=en`).expect(404)),
    );
    expect(pages[0]?.text).toBe(pages[1]?.text);
    expect(await links().standing()).toEqual(stood);
    expect(await events('receiver_link.not_opened')).toEqual([why, why]);
  });

  it.each(ENDS)('lets nobody go on reading or answering when %s', async (_, end) => {
    const made = await links().make();
    const token = await links().token(made);
    await links().read(token).expect(200);
    await end({ ...made, version: 2 });
    const stood = await links().standing();
    await links().read(token).expect(401);
    await links()
      .answer(token, stood?.version ?? 0, { move: 'accept' })
      .expect(401);
    expect(await links().standing()).toEqual(stood);
    expect(await events('receiver_session.not_let_in')).toHaveLength(2);
  });

  it('is used up by its code alone, and by nothing twice', async () => {
    const made = await links().make();
    await world.anonymous.get(pathOf(made)).expect(200);
    await world.anonymous.get(pathOf(made)).expect(200);
    const [first, second] = await Promise.all([links().open(made), links().open(made)]);
    expect([first.status, second.status].sort()).toEqual([201, 404]);
    await links().type(made).expect(404);
    expect(await events('receiver_link.not_opened')).toEqual(['used', 'used']);
  });

  it('makes guesses of its code wait, longer each time', async () => {
    const made = await links().make();
    const guess = () => links().open(made, otherCode(made));
    const first = await Promise.all([guess(), guess(), guess(), guess()]);
    expect(first.map(({ status }) => status).sort()).toEqual([403, 403, 403, 429]);
    expect((await links().open(made).expect(429)).headers['retry-after']).toBe('30');
    world.now = '2026-11-02T16:00:31.000Z';
    await links().open(made).expect(201);
  });

  it('ends half an hour after its last use', async () => {
    const token = await links().token();
    world.now = '2026-11-02T16:25:00.000Z';
    await links().read(token).expect(200);
    world.now = '2026-11-02T16:50:00.000Z';
    await links().read(token).expect(200);
    world.now = '2026-11-02T17:20:00.000Z';
    await links().read(token).expect(401);
  });

  it('answers what a receiver can answer, once, in the version that they read', async () => {
    const token = await links().token();
    const refused = async (wish: object, status: number, version = 1) =>
      ((await links().answer(token, version, wish).expect(status)).body as Refused).code;
    for (const move of ['send', 'answer', 'arrive', 'finish', 'withdraw', 'stop', 'reopen', 'retract', ''])
      expect(await refused({ move }, 400)).toBe('invalid');
    expect(await refused({ move: 'decline' }, 400)).toBe('invalid');
    expect(await refused({ move: 'decline', because: 'goal_met' }, 400)).toBe('invalid');
    expect(await refused({ move: 'accept', because: 'no_capacity' }, 400)).toBe('invalid');
    expect(await refused({ move: 'accept', onBehalfOfReceiver: true }, 400)).toBe('invalid');
    expect(await refused({ move: 'ask', question: '' }, 400)).toBe('invalid');
    expect(await refused({ move: 'accept' }, 412, 7)).toBe('stale');
    expect(await links().standing()).toMatchObject({ state: 'sent', version: 1 });
    await links().answer(token, 1, { move: 'accept' }).expect(200);
    expect(await refused({ move: 'accept' }, 412)).toBe('stale');
    expect(await refused({ move: 'decline', because: 'no_capacity' }, 409, 2)).toBe('move_not_open');
    const rows = await world.look(
      `SELECT facts ->> 'code' AS code FROM audit_entry WHERE event = 'access.refused' AND role = 'receiver' ORDER BY at, id`,
    );
    expect(rows).toEqual(['stale', 'stale', 'move_not_open'].map((code) => ({ code })));
  });

  it('is no key to a client’s own pages, nor is a client’s link a key to it', async () => {
    const made = await links().make();
    const opened = await links().type(made).expect(303);
    const token = cookieOf(opened).slice(2);
    const hers = handLinksOf(world, () => ({ peer, client }));
    const own = await hers.make();
    const herToken = await hers.token(own);
    await links().read(herToken).expect(403);
    await world.as({ token }).get('/v1/my').expect(403);
    await world.as({ token }).get(`/v1/clients/${client}/care-plan`).expect(403);
    await world.anonymous.get('/h/p/1').set('cookie', `h=${token}`).expect(403);
    await world.anonymous.get('/o/p/1').set('cookie', `h=${herToken}`).expect(403);
    const other = await hers.make();
    await world.anonymous.get(`/o/${new URL(other.url).pathname.slice(3)}`).expect(404);
    await world.anonymous.get(`/h/${secretOf(await links().make())}`).expect(404);
    await world.anonymous.get('/v1/received').set('cookie', `h=${token}`).expect(401);
    await links().read(newId()).expect(401);
  });

  it('leaves no secret in the database', async () => {
    const made = await links().make();
    const token = await links().token(made);
    const kept = JSON.stringify(
      await world.look(
        `SELECT l.*, s.*, encode(l.words, 'escape') AS told FROM receiver_link l JOIN receiver_session s ON s.link_id = l.id
          WHERE l.referral_id = $1`,
        [referral],
      ),
    );
    for (const secret of [secretOf(made), token, '403 555 0142']) expect(kept).not.toContain(secret);
  });
});
