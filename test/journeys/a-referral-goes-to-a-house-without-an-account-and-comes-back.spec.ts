import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { moves, seen, type Seen } from '../support/referrals.js';
import { receiverLinksOf } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type As, type Worker } from '../support/world.js';

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

  describe('and is reopened', () => {
    const theirs = { onBehalfOfReceiver: true };
    const accepted = { move: 'accept', ...theirs };
    const ENDINGS: readonly (readonly [string, readonly object[]])[] = [
      ['declined', [{ move: 'decline', because: 'no_capacity', ...theirs }]],
      ['stopped', [accepted, { move: 'stop', because: 'moved' }]],
      ['completed', [accepted, { move: 'arrive', ...theirs }, { move: 'finish', because: 'goal_met', ...theirs }]],
      [
        'left_early',
        [accepted, { move: 'arrive', ...theirs }, { move: 'leave_early', because: 'client_decided', ...theirs }],
      ],
      ['withdrawn', [{ move: 'withdraw' }]],
    ];
    const agreement = async (as: As, id: Id, wish: object) => {
      const { version } = await seen(as, id);
      const path = `/v1/referrals/${id}/agreement`;
      return (await as.post(path).set('if-match', `"${version}"`).send(wish).expect(200)).body as Seen;
    };
    let asLine: As;
    beforeAll(async () => {
      asLine = world.as(await world.worker('line_operator'));
    });

    /** Of a client, and of somebody who called the line. */
    const sentBy = async (whose: string): Promise<readonly [As, Id]> => {
      const as = whose === 'client' ? world.as(peer) : asLine;
      const caller = { alias: 'Magpie', language: 'en', mayBeCalledBack: false };
      const path =
        whose === 'client'
          ? `/v1/clients/${client}`
          : `/v1/line/callers/${(await as.post('/v1/line/callers').send(caller).expect(201)).body.id}`;
      const draft = { outside: { name: 'Larchwood House', by: 'phone' }, asksFor: 'housing', agreedHow: 'phone' };
      const { id } = (await as.post(`${path}/referrals`).send(draft).expect(201)).body as Seen;
      await moves(as, id, { move: 'send' });
      return [as, id];
    };

    // How what a caller began there ended is not the line's to know.
    const whoseEnds = (state: string) => (state === 'left_early' ? ['client'] : ['client', 'caller']);
    it.each(ENDINGS.flatMap(([state, made]) => whoseEnds(state).map((whose) => [whose, state, made] as const)))(
      'of a %s, when it was %s: by what was agreed to as long as that stands, and else by a new word',
      async (whose, state, made) => {
        const [as, id] = await sentBy(whose);
        for (const move of made) await moves(as, id, move);
        const over = await seen(as, id);
        expect(over).toMatchObject({ state, isAgreed: state !== 'withdrawn', openMoves: ['reopen'] });
        if (state !== 'withdrawn') {
          expect(await moves(as, id, { move: 'reopen' })).toMatchObject({ state: 'sent', round: 2, isAgreed: true });
          await moves(as, id, { move: 'withdraw' });
        }
        expect(await moves(as, id, { move: 'reopen' }, 409)).toMatchObject({ code: 'not_agreed_to' });
        expect(await agreement(as, id, { agreedHow: 'phone' })).toMatchObject({ isAgreed: true });
        const again = await moves(as, id, { move: 'reopen' });
        expect(again).toMatchObject({ state: 'sent', isAgreed: true, owes: 'receiver', agreementEndedAt: null });
        expect(await moves(as, id, accepted)).toMatchObject({ state: 'accepted', owes: 'receiver' });
        await agreement(as, id, { ended: true });
        await moves(as, id, { move: 'stop', because: 'agreement_ended' });
        expect(await moves(as, id, { move: 'reopen' }, 409)).toMatchObject({ code: 'not_agreed_to' });
      },
    );
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
