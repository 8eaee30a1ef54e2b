import { expect } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { plantLink } from './line.js';
import { cameToStay } from './referred.js';
import type { Worker, World } from './world.js';

/** Words that stand nowhere but in her record. */
export const NAME = 'Plover Quillfeather';
const AFRAID = 'Somebody waits outside at night.';

interface Made {
  readonly id: Id;
}
interface Asked {
  readonly path: string;
  readonly body?: object;
  /** Where she is left out of a list, instead of not being found. */
  readonly absent?: 'left out';
}
export type Paths = Readonly<Record<string, Asked>>;

interface Fullness {
  readonly clientId: Id;
  /** On her team. */
  readonly by: Worker;
  /** Has a task of hers. */
  readonly owner: Worker;
  /** Told to the owner. */
  readonly consentId: Id;
}

/** Fills her record, an hour passes, and this is every path that shows something of it: by template, or what else it is. */
export async function everyPath(
  world: World,
  { clientId, by, owner: { membershipId }, consentId }: Fullness,
): Promise<Paths> {
  const as = world.as(by);
  const client = `/v1/clients/${clientId}`;
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
  const owner = { membershipId };
  const callerLink = await plantLink(world, by, clientId);
  const { referralId, attemptId, stayId } = await cameToStay(world, by, clientId);
  const task = await make('tasks', { kind: 'visit', title: NAME, owner });
  const { body: team } = await as.get(`${client}/care-team`).expect(200);
  const earlier = world.now;
  world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString();
  return {
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
    '/v1/clients/:clientId/caller-links': { path: `${client}/caller-links` },
    '/v1/clients/:clientId/line-history': { path: `${client}/line-history` },
    '/v1/caller-links/:id': { path: `/v1/caller-links/${callerLink}` },
    '/v1/clients/:clientId/referrals': { path: `${client}/referrals` },
    '/v1/referrals/:id': { path: `/v1/referrals/${referralId}` },
    '/v1/referrals/:id/chain': { path: `/v1/referrals/${referralId}/chain` },
    '/v1/referrals/:id/moves': { path: `/v1/referrals/${referralId}/moves` },
    '/v1/referrals/:id/attempts': { path: `/v1/referrals/${referralId}/attempts` },
    '/v1/referrals/:id/reach-attempts': { path: `/v1/referrals/${referralId}/reach-attempts` },
    '/v1/attempts/:id': { path: `/v1/attempts/${attemptId}` },
    '/v1/clients/:clientId/stays': { path: `${client}/stays` },
    '/v1/stays/:id': { path: `/v1/stays/${stayId}` },
    '/v1/referrals': { path: '/v1/referrals?box=sent', absent: 'left out' },
    '/v1/referrals/counts': { path: '/v1/referrals/counts?box=sent', absent: 'left out' },
    '/v1/consents/:id': { path: `/v1/consents/${consentId}` },
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
}

const ask = (world: World, by: Worker, { path, body }: Asked, purpose = 'treatment') =>
  (body === undefined ? world.as(by).get(path) : world.as(by).post(path).send(body)).set('purpose-of-use', purpose);

export async function assertOpen(world: World, by: Worker, paths: Paths, purpose?: string): Promise<void> {
  for (const [name, asked] of Object.entries(paths)) {
    const { status, text } = await ask(world, by, asked, purpose);
    expect([name, status]).toEqual([name, 200]);
    if (name.endsWith('/care-plan as of then')) expect(text).toContain(AFRAID);
    if (name.endsWith('/timeline')) expect(text).toContain('"mental_health"');
  }
}

/** One class is not there: not in the plan of now or then, its page, the lists, the timeline, the changes or one by one. */
export async function assertNothingOfHerMind(world: World, by: Worker, paths: Paths): Promise<void> {
  const read = (name: string) => ask(world, by, paths[`/v1/${name}`] ?? { path: '' });
  const client = 'clients/:clientId';
  const withheld = { class: 'mental_health', rule: 'consent' };
  for (const part of ['care-plan', 'care-plan as of then', 'needs']) {
    const { body, text } = await read(`${client}/${part}`).expect(200);
    expect(text).not.toContain(AFRAID);
    expect((body as { withheld: object[] }).withheld).toContainEqual(withheld);
  }
  const page = await read(`${client}/care-plan/page`).expect(200);
  expect(page.text).not.toContain(AFRAID);
  for (const part of ['timeline', 'care-plan/changes']) {
    const { items } = (await read(`${client}/${part}`).expect(200)).body as { items: { class: string }[] };
    expect(items.length).toBeGreaterThan(3);
    expect(items.map((item) => item.class)).not.toContain('mental_health');
  }
  await read('needs/:id').expect(404);
  expect((await read('contacts/:id').expect(200)).text).not.toContain('feels_unsafe');
}

interface Gone {
  readonly paths: Paths;
  readonly clientId: Id;
  readonly purpose?: string;
}

/** Byte for byte what an unknown id gives, but for what names the request; and left out of what lists more than her. */
export async function assertClosed(world: World, by: Worker, { paths, clientId, purpose }: Gone): Promise<void> {
  const shown = ({ requestId: _, ...rest }: { requestId: string }) => rest;
  const unknown = await ask(world, by, { path: `/v1/clients/${newId()}` }, purpose).expect(404);
  for (const [name, asked] of Object.entries(paths)) {
    const { status, body, text } = await ask(world, by, asked, purpose);
    expect([name, status]).toEqual([name, asked.absent ? 200 : 404]);
    if (status === 404)
      expect(shown(body as { requestId: string })).toEqual(shown(unknown.body as { requestId: string }));
    else expect(text).not.toMatch(new RegExp(`${clientId}|${NAME}`));
  }
}
