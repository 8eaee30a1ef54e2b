import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drafts, moves, seen, type Seen } from '../support/referrals.js';
import { World, type As } from '../support/world.js';

describe('what is told twice of a referral is told once', () => {
  let world: World;
  let as: As;
  let referral: Seen;
  beforeAll(async () => {
    world = await World.open();
    as = world.as(await world.worker('counsellor'));
    const { id } = (await as.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body;
    const outside = { name: 'Housing office', phone: '403 555 0142', by: 'phone' };
    referral = await drafts(as, id, { outside, asksFor: 'housing', agreedHow: 'in_person' });
    await moves(as, referral.id, { move: 'send' });
  });
  afterAll(() => world.close());

  it.each([
    ['agreement', { ended: true }, 'referral.agreement_ended'],
    ['agreement', { agreedHow: 'phone' }, 'referral.agreed_again'],
    ['outcome-known', { to: 'sender' }, 'referral.outcome_known'],
  ])('%s %j: a retry answers alike, and is written down as having read it', async (path, body, event) => {
    if (path === 'outcome-known')
      await moves(as, referral.id, { move: 'decline', because: 'no_capacity', onBehalfOfReceiver: true });
    const { version } = await seen(as, referral.id);
    const tells = async () =>
      (
        await as
          .post(`/v1/referrals/${referral.id}/${path}`)
          .set({ 'if-match': `"${version}"`, 'idempotency-key': event })
          .send(body)
          .expect(200)
      ).body as Seen;
    const reads = `SELECT FROM audit_entry WHERE event = 'referral.read' AND outcome = 'done'`;
    const before = (await world.look(reads)).length;
    expect(await tells()).toEqual(await tells());
    expect(await world.look(`SELECT FROM audit_entry WHERE event = '${event}' AND outcome = 'done'`)).toHaveLength(1);
    expect(await world.look(reads)).toHaveLength(before + 1);
  });
});
