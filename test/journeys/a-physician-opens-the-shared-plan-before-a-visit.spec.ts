import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CarePlanResponse } from '../../client/api.js';
import type { ProblemAnswer, Throughline } from '../../client/throughline.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('a physician opens the shared plan before a visit', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let ana: Throughline;
  let okafor: Throughline;
  let client: Id;
  let hers: { readonly path: { readonly clientId: Id } };
  beforeAll(async () => {
    world = await World.open('2026-11-01T16:00:00.000Z');
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    ana = await world.client(peer);
    okafor = await world.client(physician);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = '2026-11-01T16:00:00.000Z';
    client = (await ana.post('/v1/clients', { body: { goesBy: 'Kestrel', pronouns: 'she/her' } })).body.id;
    hers = { path: { clientId: client } };
    await joinTeam(world, peer, client, physician);
  });

  const plan = async (as: Throughline, query: { since?: string; 'as-of'?: string } = {}) =>
    (await as.get('/v1/clients/{clientId}/care-plan', { ...hers, query })).body;
  const logContact = (note: string) =>
    ana.post('/v1/clients/{clientId}/contacts', {
      ...hers,
      body: { channel: 'phone', startedBy: 'client', outcome: 'reached', note },
    });
  const kinds = ({ changed }: CarePlanResponse) => changed.items.map(({ kind }) => kind);

  it('sees in one call what the team knows, why, and what is withheld by name', async () => {
    const goal = { ownWords: 'I want my own door to lock.' };
    await ana.post('/v1/clients/{clientId}/goals', { ...hers, body: goal });
    const need = { domain: 'housing', ownWords: 'A room by winter.' } as const;
    await ana.post('/v1/clients/{clientId}/needs', { ...hers, body: need });
    const task = { kind: 'call_her_back', title: 'Call about the room' } as const;
    await ana.post('/v1/clients/{clientId}/tasks', { ...hers, body: task });
    const supporter = { name: 'Aunt Jo', mayBeTold: 'appointments' } as const;
    await ana.post('/v1/clients/{clientId}/supporters', { ...hers, body: supporter });
    const section = { section: 'what_helps', text: 'Tea first.' } as const;
    await ana.post('/v1/clients/{clientId}/care-plan/sections', { ...hers, body: section });
    await logContact('She slept at a friend’s.');

    expect(await plan(okafor)).toMatchObject({
      clientId: client,
      asOf: world.now,
      person: {
        goesBy: 'Kestrel',
        pronouns: 'she/her',
        team: expect.arrayContaining([expect.objectContaining({ membershipId: peer.membershipId, isPrimary: true })]),
        supporters: [{ name: 'Aunt Jo', mayBeTold: 'appointments' }],
      },
      sections: [{ section: 'what_helps', text: 'Tea first.' }],
      goals: [{ ownWords: 'I want my own door to lock.', state: 'named' }],
      needs: [{ domain: 'housing', ownWords: 'A room by winter.' }],
      nextSteps: [{ kind: 'call_her_back', title: 'Call about the room' }],
      contacts: [{ channel: 'phone', note: 'She slept at a friend’s.' }],
      ground: { basis: 'care_team' },
      withheld: [{ class: 'counselling', rule: 'consent' }],
    });
  });

  it('shows what others changed since this person last looked, twice when asked twice', async () => {
    await plan(okafor);
    world.now = '2026-11-03T09:00:00.000Z';
    await logContact('She asked about the winter shelter.');

    const first = await plan(okafor);
    expect(first.changed).toMatchObject({ since: '2026-11-01T16:00:00.000Z', more: false });
    expect(kinds(first)).toEqual(['contact']);
    world.now = '2026-11-03T09:20:00.000Z';
    expect((await plan(okafor)).changed).toEqual(first.changed);
    world.now = '2026-11-03T09:51:00.000Z';
    expect(kinds(await plan(okafor))).toEqual([]);
    expect(kinds(await plan(okafor, { since: '2026-11-02T00:00:00Z' }))).toEqual(['contact']);
    expect(kinds(await plan(ana, { since: '2026-11-02T00:00:00Z' }))).toEqual([]);
  });

  it('leaves one audit row for each look, with the classes and the ground', async () => {
    await plan(okafor);
    const rows = await world.look<{ classes: string[]; ground: string; purpose: string }>(
      `SELECT classes::text[], ground, purpose FROM audit_entry WHERE client_id = $1 AND person_id = $2`,
      [client, physician.personId],
    );
    expect(rows).toEqual([
      { classes: expect.arrayContaining(['coordination', 'medication']), ground: 'care_team', purpose: 'treatment' },
    ]);
  });

  it('is the same not found for a peer elsewhere and for an id that nobody has', async () => {
    const elsewhere = await world.worker('peer_navigator');
    const rae = await world.client(elsewhere);
    const refusal = async (clientId: Id) => {
      const answer = rae.get('/v1/clients/{clientId}/care-plan', { path: { clientId } });
      const thrown = await answer.catch((fault: unknown) => fault);
      return { ...(thrown as ProblemAnswer).problem, requestId: '' };
    };
    expect(await refusal(client)).toEqual(await refusal(newId()));
    expect(await refusal(client)).toMatchObject({ status: 404 });
    const tries = await world.look(
      `SELECT FROM audit_entry WHERE client_id = $1 AND person_id = $2 AND outcome = 'refused'`,
      [client, elsewhere.personId],
    );
    expect(tries).toHaveLength(2);
  });

  it('is cut off on the next request when the worker leaves the team in the middle', async () => {
    await plan(okafor);
    await leaveTeam(world, client, physician);
    await expect(plan(okafor)).rejects.toMatchObject({ status: 404 });
  });

  it('is shown as it stood, under the grants in force now', async () => {
    const tea = { section: 'what_helps', text: 'Tea first.' } as const;
    const { body: part } = await ana.post('/v1/clients/{clientId}/care-plan/sections', { ...hers, body: tea });
    const safety = { section: 'safety', text: 'Sit near the door.' } as const;
    await okafor.post('/v1/clients/{clientId}/care-plan/sections', { ...hers, body: safety });
    world.now = '2026-11-10T09:00:00.000Z';
    const { id, version: ifMatch } = part;
    await ana.patch('/v1/plan-sections/{id}', { path: { id }, ifMatch, body: { text: 'Coffee now.' } });
    await logContact('Later.');

    const then = await plan(okafor, { 'as-of': '2026-11-05T00:00:00Z' });
    expect(then.sections.map(({ text }) => text).sort()).toEqual(['Sit near the door.', 'Tea first.']);
    expect(then.contacts).toEqual([]);
    expect(then.changed.items.every(({ at }) => at <= '2026-11-05')).toBe(true);
    expect((await plan(okafor)).sections).toContainEqual(expect.objectContaining({ text: 'Coffee now.' }));

    const coordinator = await world.client(await world.worker('coordinator', peer.organisationId));
    const theirs = await plan(coordinator, { 'as-of': '2026-11-05T00:00:00Z' });
    expect(theirs.sections.map(({ text }) => text)).toEqual(['Tea first.']);
    expect(theirs.withheld).toContainEqual({ class: 'mental_health', rule: 'role' });
  });

  it('is signed by several professions, each for what they saw', async () => {
    const sign = (as: Throughline, body: { planAsOf?: string }) =>
      as.post('/v1/clients/{clientId}/care-plan/sign-offs', { ...hers, body });
    await sign(ana, {});
    const { body: signed } = await sign(okafor, { planAsOf: '2026-11-01T15:00:00Z' });
    expect(signed).toMatchObject({ byRole: 'physician', planAsOf: '2026-11-01T15:00:00.000Z' });
    expect(signed.seenClasses).toContain('mental_health');
    expect((await ana.get('/v1/plan-sign-offs/{id}', { path: { id: signed.id } })).body.id).toBe(signed.id);
    await expect(sign(okafor, { planAsOf: '2027-01-01T00:00:00Z' })).rejects.toMatchObject({ status: 422 });
    expect((await plan(ana)).signOffs.map(({ byRole }) => byRole).sort()).toEqual(['peer_navigator', 'physician']);
    const { body: list } = await ana.get('/v1/clients/{clientId}/care-plan/sign-offs', hers);
    expect(list.items).toHaveLength(2);
  });

  it('keeps a part of the plan once, and says where it stands', async () => {
    const write = (as: Throughline, section: 'my_strengths' | 'safety', text: string) =>
      as.post('/v1/clients/{clientId}/care-plan/sections', { ...hers, body: { section, text } });
    const { body: first } = await write(ana, 'my_strengths', 'Patient.');
    const told = { status: 409, code: 'section_written', problem: { sectionId: first.id } };
    await expect(write(okafor, 'my_strengths', 'Funny.')).rejects.toMatchObject(told);
    await expect(write(ana, 'safety', 'x')).rejects.toMatchObject({ status: 403 });
  });

  it('lets one of four who write a part at once win, and tells the others where it stands', async () => {
    const path = `/v1/clients/${client}/care-plan/sections`;
    const write = (text: string) => world.as(peer).post(path).send({ section: 'know_about_me', text });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is signed once when the signature comes twice, in the audit as well', async () => {
    const once = { ...hers, body: {}, idempotencyKey: 'once' };
    const sign = () => ana.post('/v1/clients/{clientId}/care-plan/sign-offs', once);
    expect((await sign()).body.id).toBe((await sign()).body.id);
    const rows = await world.look<{ event: string }>(
      `SELECT event FROM audit_entry WHERE client_id = $1 AND event IN ('care_plan.signed', 'plan_sign_off.read') ORDER BY id`,
      [client],
    );
    expect(rows.map(({ event }) => event)).toEqual(['care_plan.signed', 'plan_sign_off.read']);
  });

  it('tells in one timeline what happened, where it belongs in time', async () => {
    world.now = '2026-11-08T09:00:00.000Z';
    await ana.post('/v1/clients/{clientId}/goals', { ...hers, body: { ownWords: 'Sleep.' } });
    const late = { channel: 'phone', outcome: 'reached', happenedAt: '2026-11-04T20:00:00Z' } as const;
    await ana.post('/v1/clients/{clientId}/contacts', { ...hers, body: late });
    const told = async (query: { limit?: number; cursor?: string; kind?: 'contact' }) =>
      (await okafor.get('/v1/clients/{clientId}/timeline', { ...hers, query })).body;
    const timeline = await told({ limit: 2 });
    expect(timeline.items.map(({ kind }) => kind)).toEqual(['goal', 'contact']);
    expect(timeline.items[1]).toMatchObject({ occurredAt: '2026-11-04T20:00:00.000Z', at: world.now });
    const rest = await told({ limit: 2, cursor: timeline.next ?? '' });
    expect(rest.items.map(({ id }) => id)).not.toContain(timeline.items[0]?.id);
    expect((await told({ kind: 'contact' })).items).toHaveLength(1);
  });

  it('fits on a page to print, in French and English, with her words safe and no name in the address', async () => {
    const wish = { ownWords: 'I want <b>my</b> own door to lock.' };
    await ana.post('/v1/clients/{clientId}/goals', { ...hers, body: wish });
    const page = world.as(peer).get(`/v1/clients/${client}/care-plan/page`).set('accept-language', 'fr-CA');
    const { text, headers } = await page.expect(200);
    expect(text).toContain('1 novembre 2026');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('Ce que je veux');
    expect(text).toContain('I want &lt;b&gt;my&lt;/b&gt; own door to lock.');
    expect(text).not.toContain('<b>my');
  });
});
