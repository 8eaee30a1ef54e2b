import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { reachOf } from '../../src/access/policy.js';
import { routesOf } from '../../src/access/route-census.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

/** Held by tests of their own, which take two records or an opened emergency; the directory of services is everybody's. */
const ELSEWHERE = /^\/v1\/(record-links\/|break-glass|clients\/:\w+\/(break-glass|services)|services)/;
/** Words that stand nowhere but in her record. */
const NAME = 'Plover Quillfeather';
const AFRAID = 'Somebody waits outside at night.';

interface Made {
  readonly id: Id;
}
interface Asked {
  readonly path: string;
  readonly body?: object;
  readonly absent?: 'not found' | 'left out';
}

describe('a client withdraws consent and every path closes', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let clientId: Id;
  let sharing: Given;
  let mind: Given;
  let paths: Readonly<Record<string, Asked>>;
  let earlier: string;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('counsellor');
    physician = await world.worker('physician');
    const as = world.as(peer);
    clientId = ((await as.post('/v1/clients').send({ goesBy: NAME }).expect(201)).body as Made).id;
    const client = `/v1/clients/${clientId}`;
    const recipient = { organisationId: physician.organisationId, role: 'physician' };
    const classes = ['identity_name', 'identity_contact', 'coordination', 'substance_use'];
    sharing = await agrees(world, peer, clientId, { recipient, classes });
    mind = await agrees(world, peer, clientId, { recipient, classes: ['mental_health'] });
    const make = async (part: string, body: object) =>
      (
        (
          await as
            .post(`${client}/${part}`)
            .send(body)
            .expect((a) => expect([part, a.status, a.text]).toEqual([part, 201, a.text]))
        ).body as Made
      ).id;
    const alias = await make('aliases', { setting: 'line', name: NAME });
    const channel = await make('channels', { kind: 'phone', value: '403 555 0199', mayContact: true });
    const supporter = await make('supporters', { name: NAME, mayBeTold: 'nothing' });
    const contact = await make('contacts', {
      ...{ channel: 'phone', outcome: 'reached', happenedAt: world.now, minutes: 5, note: NAME },
      answers: { feels_unsafe: { answer: 'yes' } },
    });
    const goal = await make('goals', { ownWords: NAME });
    const step = ((await as.post(`/v1/goals/${goal}/steps`).send({ text: NAME }).expect(201)).body as Made).id;
    const need = await make('needs', { domain: 'safety', ownWords: AFRAID });
    const section = await make('care-plan/sections', { section: 'know_about_me', text: NAME });
    const signOff = await make('care-plan/sign-offs', {});
    const handLink = await make('hand-links', { codeTold: 'phone', language: 'en' });
    const owner = { membershipId: physician.membershipId };
    const task = await make('tasks', { kind: 'visit', title: NAME, owner });
    const { body: team } = await as.get(`${client}/care-team`).expect(200);
    earlier = world.now;
    world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString();
    paths = {
      '/v1/clients/:id': { path: client },
      '/v1/clients': { path: '/v1/clients', absent: 'left out' },
      '/v1/clients/search': { path: '/v1/clients/search', body: { text: NAME }, absent: 'left out' },
      '/v1/clients/:clientId/aliases': { path: `${client}/aliases` },
      '/v1/clients/:clientId/aliases/:id': { path: `${client}/aliases/${alias}` },
      '/v1/clients/:clientId/channels': { path: `${client}/channels` },
      '/v1/clients/:clientId/channels/:id': { path: `${client}/channels/${channel}` },
      '/v1/clients/:clientId/supporters': { path: `${client}/supporters` },
      '/v1/clients/:clientId/supporters/:id': { path: `${client}/supporters/${supporter}` },
      '/v1/clients/:clientId/care-team': { path: `${client}/care-team` },
      '/v1/clients/:clientId/care-team/:id': {
        path: `${client}/care-team/${(team as { items: Made[] }).items[0]?.id}`,
      },
      '/v1/clients/:clientId/consents': { path: `${client}/consents` },
      '/v1/clients/:clientId/links': { path: `${client}/links` },
      '/v1/clients/:clientId/hand-links': { path: `${client}/hand-links` },
      '/v1/hand-links/:id': { path: `/v1/hand-links/${handLink}` },
      '/v1/consents/:id': { path: `/v1/consents/${sharing.id}` },
      '/v1/clients/:clientId/contacts': { path: `${client}/contacts` },
      '/v1/contacts/:id': { path: `/v1/contacts/${contact}` },
      '/v1/contacts/:id/versions': { path: `/v1/contacts/${contact}/versions` },
      '/v1/clients/:clientId/goals': { path: `${client}/goals` },
      '/v1/goals/:id': { path: `/v1/goals/${goal}` },
      '/v1/goal-steps/:id': { path: `/v1/goal-steps/${step}` },
      '/v1/clients/:clientId/needs': { path: `${client}/needs` },
      '/v1/needs/:id': { path: `/v1/needs/${need}` },
      '/v1/clients/:clientId/care-plan': { path: `${client}/care-plan` },
      '/v1/clients/:clientId/care-plan as of then': { path: `${client}/care-plan?as-of=${earlier}` },
      '/v1/clients/:clientId/care-plan/page': { path: `${client}/care-plan/page` },
      '/v1/clients/:clientId/care-plan/changes': { path: `${client}/care-plan/changes?since=2026-01-01T00:00:00Z` },
      '/v1/clients/:clientId/care-plan/sign-offs': { path: `${client}/care-plan/sign-offs` },
      '/v1/plan-sections/:id': { path: `/v1/plan-sections/${section}` },
      '/v1/plan-sign-offs/:id': { path: `/v1/plan-sign-offs/${signOff}` },
      '/v1/clients/:clientId/timeline': { path: `${client}/timeline` },
      '/v1/tasks': { path: '/v1/tasks?state=any&client=' + clientId },
      '/v1/tasks of mine': { path: '/v1/tasks', absent: 'left out' },
      '/v1/tasks/:id': { path: `/v1/tasks/${task}` },
      '/v1/notices': { path: '/v1/notices', absent: 'left out' },
      '/v1/possible-duplicates': { path: '/v1/possible-duplicates', absent: 'left out' },
    };
  });
  afterAll(() => world.close());

  const ask = ({ path, body }: Asked) =>
    body === undefined ? world.as(physician).get(path) : world.as(physician).post(path).send(body);

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

  it('all of them were open', async () => {
    for (const [name, asked] of Object.entries(paths)) {
      const { status } = await ask(asked);
      expect([name, status]).toEqual([name, 200]);
    }
    expect((await ask({ path: `/v1/clients/${clientId}/care-plan?as-of=${earlier}` })).text).toContain(AFRAID);
    expect((await ask({ path: `/v1/clients/${clientId}/timeline` })).text).toContain('"mental_health"');
  });

  it('of one class, and the plan of then, its page, the timeline and the changes have nothing of it', async () => {
    await withdraws(world, peer, mind);
    const client = `/v1/clients/${clientId}`;
    const withheld = { class: 'mental_health', rule: 'consent' };
    for (const path of [`${client}/care-plan`, `${client}/care-plan?as-of=${earlier}`, `${client}/needs`]) {
      const { body, text } = await ask({ path }).expect(200);
      expect(text).not.toContain(AFRAID);
      expect((body as { withheld: object[] }).withheld).toContainEqual(withheld);
    }
    const page = await ask({ path: `${client}/care-plan/page` }).expect(200);
    expect(page.text).not.toContain(AFRAID);
    const timeline = await ask({ path: `${client}/timeline` }).expect(200);
    const changes = await ask({ path: `${client}/care-plan/changes?since=2026-01-01T00:00:00Z` }).expect(200);
    for (const { body } of [timeline, changes]) {
      const { items } = body as { items: { class: string }[] };
      expect(items.length).toBeGreaterThan(3);
      expect(items.map((item) => item.class)).not.toContain('mental_health');
    }
    await ask({ path: paths['/v1/needs/:id']?.path ?? '' }).expect(404);
    expect((await ask({ path: paths['/v1/contacts/:id']?.path ?? '' }).expect(200)).text).not.toContain('feels_unsafe');
  });

  it('altogether, and on the very next request she is nowhere', async () => {
    const unknown = await ask({ path: `/v1/clients/${newId()}` }).expect(404);
    const shown = ({ requestId: _, ...rest }: { requestId: string }) => rest;
    await withdraws(world, peer, sharing);
    for (const [name, asked] of Object.entries(paths)) {
      const { status, body, text } = await ask(asked);
      expect([name, status]).toEqual([name, asked.absent === 'left out' ? 200 : name === '/v1/tasks' ? status : 404]);
      if (status === 404)
        expect(shown(body as { requestId: string })).toEqual(shown(unknown.body as { requestId: string }));
      if (status === 200) expect(text).not.toMatch(new RegExp(`${clientId}|${NAME}`));
    }
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
