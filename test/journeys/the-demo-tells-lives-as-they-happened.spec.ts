import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessTokens } from '../../src/access/access-tokens.js';
import { demoId } from '../../src/demo/demo-id.js';
import { DEMO_LIVES } from '../../src/demo/demo-lives.js';
import { DEMO_WORKERS, DEMO_ZONE, type DemoWorker } from '../../src/demo/demo-places.js';
import { DemoSessions } from '../../src/demo/demo-sessions.js';
import { plantDemo } from '../../src/demo/plant-demo.js';
import { addDays, civilDateAt, startOfDay } from '../../src/kernel/civil-time.js';
import { World } from '../support/world.js';

const NOW = '2026-11-23T16:00:00.000Z';
const {
  physician,
  navigator,
  navigatorElsewhere,
  navigatorEstuary,
  counsellor,
  coordinator,
  privacy,
  intake,
  operator,
} = DEMO_WORKERS;
/** The long path, who has two records, and who is referred; `npm start` plants them all, and so does `npm run prove`. */
const TOLD = ['Wren', 'Chickadee', 'Sparrow', 'Vern', 'Vernon', 'Jamie', 'Willa', 'Lark', 'Pike'];
const SOME = process.env['PROOF'] === 'full' ? DEMO_LIVES : DEMO_LIVES.filter(({ goesBy }) => TOLD.includes(goesBy));

interface Change {
  readonly kind: string;
  readonly at: string;
  readonly occurredAt: string;
  readonly by: string;
}

describe('the demo tells lives as they happened', () => {
  let world: World;
  const tokens = new Map<DemoWorker, string>();
  const plant = (goesOn = false) => {
    const [appUrl, ownerUrl] = [world.db.urlAs('app'), world.db.urlAs('owner')];
    const place = { app: world.app, appUrl, ownerUrl, password: 'four plain words here' };
    return plantDemo({ ...place, asOf: NOW, goesOn, lives: SOME });
  };
  beforeAll(async () => {
    world = await World.open(NOW);
    await plant();
    const sessions = new DemoSessions(world.db.urlAs('owner'), world.app.get(AccessTokens));
    for (const worker of [
      physician,
      navigator,
      navigatorElsewhere,
      navigatorEstuary,
      counsellor,
      coordinator,
      privacy,
      intake,
      operator,
    ])
      tokens.set(worker, await sessions.open(worker));
  }, 60_000);
  afterAll(() => world.close());

  const wren = demoId('client/Wren');
  const as = (worker: DemoWorker) => world.as({ token: tokens.get(worker) ?? '' });
  const ago = (days: number) => startOfDay(addDays(civilDateAt(NOW, DEMO_ZONE), -days), DEMO_ZONE);
  const plan = async (worker: DemoWorker, query = '') =>
    (await as(worker).get(`/v1/clients/${wren}/care-plan${query}`).expect(200)).body;
  const timeline = async (worker: DemoWorker, cursor?: string): Promise<Change[]> => {
    const path = `/v1/clients/${wren}/timeline?limit=200${cursor === undefined ? '' : `&cursor=${cursor}`}`;
    const { items, next } = (await as(worker).get(path).expect(200)).body;
    return next === undefined ? items : [...items, ...(await timeline(worker, next))];
  };

  it('shows the physician what others changed in the two weeks since her last look', async () => {
    const { changed } = await plan(physician);
    expect(changed.since > ago(14) && changed.since < ago(13)).toBe(true);
    const items = changed.items as Change[];
    expect(items.length).toBeGreaterThan(20);
    expect(items.every(({ at, by }) => at > changed.since && by !== physician.membershipId)).toBe(true);
    expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThan(5);
  });

  it('tells of the line, three dates and the stay, each to whom it is told', async () => {
    const referral = demoId('client/Wren/referral/larch');
    const { items } = (await as(intake).get(`/v1/referrals/${referral}/attempts`).expect(200)).body;
    expect((items as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'test_result_outside_program_criteria',
      'did_not_attend',
      'attended',
    ]);
    const chain = async (worker: DemoWorker, id: string) =>
      (await as(worker).get(`/v1/referrals/${id}/chain`).expect(200)).body.items.map(
        ({ state }: { state: string }) => state,
      );
    const hop = demoId('caller/bluebird/referral');
    expect(await chain(counsellor, referral)).toEqual(['in_progress', 'completed']);
    expect(await chain(operator, hop)).toEqual(['in_progress']);
    expect(await chain(intake, referral)).toEqual(['completed']);
    await as(operator).get(`/v1/referrals/${referral}`).expect(404);
  });

  it('fills the boxes: what is stuck first, each with who owes the next step', async () => {
    const box = async (worker: DemoWorker, query: string) => {
      const { items } = (await as(worker).get(`/v1/referrals?${query}&limit=200`).expect(200)).body;
      return (items as { goesBy: string; state: string; owes: string; isOverdue: boolean }[])
        .filter(({ goesBy }) => TOLD.includes(goesBy))
        .map(({ goesBy, state, owes, isOverdue }) => `${goesBy}: ${state}, ${owes}${isOverdue ? ', overdue' : ''}`);
    };
    expect((await box(navigator, 'box=sent')).slice(0, 2)).toEqual([
      'Pike: date_offered, sender',
      'Jamie: sent, receiver, overdue',
    ]);
    expect(await box(counsellor, 'box=sent')).toEqual([
      'Lark: date_offered, sender',
      'Willa: next_date_owed, receiver',
    ]);
    expect((await box(intake, 'box=received'))[0]).toBe('Willa: next_date_owed, receiver');
  });

  it('keeps a line: whose day did not work out, and who was offered a bed before her, with the reason', async () => {
    const path = `/v1/services/${demoId('service/ninety-days')}/waiting-list`;
    expect((await as(intake).get(path).expect(200)).body.items).toMatchObject([
      { goesBy: 'Willa', placeInLine: 2, state: 'next_date_owed', lastOffer: { outcome: 'childcare' } },
      {
        goesBy: 'Lark',
        placeInLine: 3,
        state: 'date_offered',
        lastOffer: { beforeOthersBecause: 'safety', isLapsed: false },
      },
    ]);
  });

  it('shows last month as it was: she was inside, and the need of a room was open again', async () => {
    const needOf = (body: { needs: { domain: string; state: string }[] }) =>
      body.needs.find(({ domain }) => domain === 'housing')?.state;
    const [now, then] = [await plan(physician), await plan(physician, `?as-of=${ago(30)}`)];
    expect([needOf(then), needOf(now)]).toEqual(['working_on', 'confirmed']);
    const goals = (body: { goals: { ownWords: string; state: string }[] }) =>
      body.goals.filter(({ state }) => state === 'working_on').map(({ ownWords }) => ownWords);
    expect(goals(then)).toContain('Ninety days where nobody knows my street name.');
    expect(goals(now)).toContain('Keep it this quiet.');
    expect((await plan(physician, `?as-of=${ago(260)}`)).signOffs).toEqual([]);
    expect(new Set(now.signOffs.map(({ byRole }: { byRole: string }) => byRole)).size).toBeGreaterThan(2);
  });

  it('tells nine months in order, written down at the time when they happened', async () => {
    const told = await timeline(physician);
    const times = told.map(({ occurredAt }) => occurredAt);
    expect(told.length).toBeGreaterThan(130);
    expect(times).toEqual([...times].sort().reverse());
    expect(times.at(-1)! < ago(271) && times[0]! < NOW).toBe(true);
    expect(told.every(({ at, occurredAt }) => at === occurredAt)).toBe(true);
  });

  it('reads what was known under an earlier alias together with the rest, to whoever sees both', async () => {
    const [sparrow, chickadee] = [demoId('client/Sparrow'), demoId('client/Chickadee')];
    const needs = async (worker: DemoWorker): Promise<readonly string[]> => {
      const { body } = await as(worker).get(`/v1/clients/${sparrow}/needs?limit=200`).expect(200);
      return (body.items as { clientId: string }[]).map(({ clientId }) => clientId);
    };
    expect(new Set(await needs(navigator))).toEqual(new Set([sparrow, chickadee]));
    expect(new Set(await needs(physician))).toEqual(new Set([sparrow]));
    await as(physician).get(`/v1/clients/${chickadee}`).expect(404);
  });

  it('asks the coordinator whether two records are one person’s, with why', async () => {
    const { body } = await as(coordinator).get('/v1/possible-duplicates').expect(200);
    const [one, other] = ['Vern', 'Vernon'].map((goesBy) => demoId(`client/${goesBy}`)).sort();
    const pairs = (body as { items: { records: { clientId: string }[]; reasons: { shared: string }[] }[] }).items;
    const pair = pairs.find(
      ({ records }) =>
        records
          .map(({ clientId }) => clientId)
          .sort()
          .join() === [one, other].join(),
    );
    expect(pair?.reasons.map(({ shared }) => shared).sort()).toEqual(expect.arrayContaining(['birth_date', 'phone']));
  });

  it('tapers: together, met there, and then she goes alone', async () => {
    const { body } = await as(navigator).get(`/v1/clients/${wren}/contacts?limit=200`).expect(200);
    const contacts = body.items as { accompaniment?: string; happenedAt: string; outcome: string }[];
    const first = (way: string) => contacts.filter(({ accompaniment }) => accompaniment === way).at(-1)!.happenedAt;
    expect([first('together'), first('met_there'), first('goes_alone')]).toEqual(
      ['together', 'met_there', 'goes_alone'].map(first).sort(),
    );
    expect(contacts.some(({ outcome }) => outcome === 'no_answer')).toBe(true);
  });

  it('withholds the counsellor’s own class by name, and shows its task to nobody else', async () => {
    const { withheld } = await plan(physician);
    expect(withheld).toContainEqual(expect.objectContaining({ class: 'counselling' }));
    const titles = (body: { nextSteps: { title: string }[] }) => body.nextSteps.map(({ title }) => title);
    const own = 'Ask about the anniversary before it comes';
    expect(titles(await plan(counsellor))).toContain(own);
    for (const other of [physician, navigator, coordinator]) expect(titles(await plan(other))).not.toContain(own);
  });

  it('is not there for a peer elsewhere', async () => {
    await as(navigatorEstuary).get(`/v1/clients/${wren}/care-plan`).expect(404);
  });

  it('is there for the peer at the residence by her consent, with the rest named', async () => {
    const { ground, withheld } = await plan(navigatorElsewhere);
    expect(ground.basis).toBe('consent');
    expect(withheld).toContainEqual({ class: 'mental_health', rule: 'consent' });
  });

  it('opened a record twice in an emergency; one was reviewed, the other waits on the board', async () => {
    const board = async (state: string) =>
      (await as(privacy).get(`/v1/break-glass?state=${state}`).expect(200)).body.items as object[];
    const clientId = demoId('client/Sparrow');
    expect(await board('unreviewed')).toMatchObject([{ clientId, state: 'over', isOverdue: false }]);
    expect(await board('reviewed')).toMatchObject([{ clientId, outcome: 'appropriate' }]);
  });

  it('leaves something due, something overdue and something set aside for today', async () => {
    const { body } = await as(navigator).get('/v1/tasks?limit=200').expect(200);
    const due = (body.items as { due: { on?: string } | null }[]).map((task) => task.due?.on ?? '');
    const today = civilDateAt(NOW, DEMO_ZONE);
    expect(due).toContain(today);
    expect(due.some((day) => day !== '' && day < today)).toBe(true);
    const aside = await as(navigator).get(`/v1/tasks?client=${wren}&state=any&limit=200`).expect(200);
    expect(aside.body.items.map(({ state }: { state: string }) => state)).toContain('set_aside');
  });

  it('holds three services, one with what it asks for and how many places were free yesterday', async () => {
    const { body } = await as(navigator).get('/v1/services').expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'peer_group',
      'housing',
      'residential_programme',
    ]);
    expect(body.items[2]).toMatchObject({ lengthDays: 90, capacity: { free: 1, isStale: false } });
    const matched = await as(navigator).post(`/v1/clients/${wren}/service-matches`).send({}).expect(200);
    expect(matched.body.items.map(({ standing }: { standing: string }) => standing)[0]).toBe('nothing_against');
  });

  it('stays as it is when it is planted again, where a start was broken off', async () => {
    const before = await world.look('SELECT record_id, version FROM change ORDER BY record_id, version');
    await plant(true);
    expect(await world.look('SELECT record_id, version FROM change ORDER BY record_id, version')).toEqual(before);
  });
});
