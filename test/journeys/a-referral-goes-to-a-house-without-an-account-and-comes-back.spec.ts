import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { receiverLinksOf } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type Worker } from '../support/world.js';

describe('a referral goes to a house without an account and comes back answered', () => {
  let world: World;
  let peer: Worker;
  let client: Id;
  let referral: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
  });

  const links = () => receiverLinksOf(world, () => ({ by: peer, referral }));

  it('also of somebody who called the line, of whom they learn no more than she lets go along', async () => {
    const operator = await world.worker('line_operator');
    const said = { alias: 'Magpie', language: 'en', mayBeCalledBack: false };
    const callerId = (await world.as(operator).post('/v1/line/callers').send(said).expect(201)).body.id as Id;
    const sent = {
      callerId,
      words: { alias: 'Magpie', reason: 'A bed for tonight.' },
      summaries: { coordination: 'Alone.' },
    };
    referral = await sentReferral(world, operator, sent);
    const ofLine = receiverLinksOf(world, () => ({ by: operator, referral }));
    const token = await ofLine.token();
    const { body, text } = await ofLine.read(token).expect(200);
    expect(body).toMatchObject({ alias: 'Magpie', reason: 'A bed for tonight.', names: [], channels: [] });
    expect(body.summaries).toEqual([{ class: 'coordination', text: 'Alone.' }]);
    expect(text).not.toContain(callerId);
    await ofLine.answer(token, 1, { move: 'ask', question: 'How old?' }).expect(200);
    await ofLine.answer(token, 2, { move: 'accept' }).expect(200);
    await ofLine.answer(token, 3, { move: 'accept' }).expect(409);
    const told = await world.look('SELECT kind FROM notice WHERE membership_id = $1 ORDER BY created_at, kind', [
      operator.membershipId,
    ]);
    expect(told).toEqual([{ kind: 'referral_accepted' }, { kind: 'referral_info_requested' }]);
    await links().ask().expect(404);
  });

  it('from the draft to the answer: what left is in the register, and the sender reads who said what', async () => {
    const as = world.as(peer);
    const draft = {
      ...{ outside: { name: 'Larchwood House', by: 'link' }, asksFor: 'residential_programme', agreedHow: 'in_person' },
      ...{ sharedClasses: ['identity_name', 'substance_use'], reason: 'Ninety days.', urgency: 'soon' },
      summaries: [{ class: 'substance_use', text: 'Three weeks without.' }],
    };
    const made = (await as.post(`/v1/clients/${client}/referrals`).send(draft).expect(201)).body;
    referral = made.id;
    await links().ask().expect(409);
    const at = `/v1/referrals/${referral}`;
    await as.post(`${at}/moves`).set('if-match', `"${made.version}"`).send({ move: 'send' }).expect(200);
    expect(
      await world.look('SELECT kind, recipient_kind AS to, classes::text[] FROM disclosure WHERE client_id = $1', [
        client,
      ]),
    ).toEqual([
      { kind: 'referral_package', to: 'outside', classes: ['identity_name', 'coordination', 'substance_use'] },
    ]);
    const token = await links().token();
    const { body } = await links().read(token).expect(200);
    expect(body).toMatchObject({ reason: 'Ninety days.', summaries: [{ text: 'Three weeks without.' }] });
    await links().answer(token, body.version, { move: 'ask', question: 'From which day?' }).expect(200);
    const asked = (await as.get(at).expect(200)).body;
    expect(asked).toMatchObject({ state: 'info_requested', question: 'From which day?', owes: 'sender' });
    const answer = { move: 'answer', answer: 'From Monday.' };
    await as.post(`${at}/moves`).set('if-match', `"${asked.version}"`).send(answer).expect(200);
    const answered = await links().read(token).expect(200);
    expect(answered.body).toMatchObject({ state: 'sent', question: 'From which day?', answer: 'From Monday.' });
    await links().answer(token, answered.body.version, { move: 'accept' }).expect(200);
    expect((await as.get(at).expect(200)).body).toMatchObject({ state: 'accepted' });
    const history = (await as.get(`${at}/moves`).expect(200)).body.items as { move: string; party: string }[];
    expect(history.map(({ move, party }) => `${move} ${party}`)).toEqual([
      ...['draft sender', 'send sender', 'ask outside', 'answer sender', 'accept outside'],
    ]);
  });
});
