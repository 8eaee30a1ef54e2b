import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AccessLogResponse,
  CarePlanResponse,
  ConsentResponse,
  ContactResponse,
  ContactVersionsResponse,
  FoundClientsResponse,
  Problem,
} from '../../client/api.js';
import { demoCode } from '../../src/demo/demo-code.js';
import { plantDemoWorkers } from '../support/demo-workers.js';
import { tell, type Told } from '../support/request-file.js';
import { hasCurl, shellUnder, typed } from '../support/shell-story.js';
import { World } from '../support/world.js';

const textOf = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const password = 'made-by-the-first-start';

let world: World;
let url: string;
beforeAll(async () => {
  world = await World.open();
  url = await world.app.getUrl();
  await plantDemoWorkers(world, password);
});
afterAll(() => world.close());

describe('the story of requests.http runs as it stands', () => {
  let told: readonly Told[];
  beforeAll(async () => {
    told = await tell(textOf('requests.http'), { api: url, password, code: demoCode(world.now) });
  });
  const answerTo = (name: string): Told => {
    const answer = told.find((each) => each.name === name);
    if (!answer) throw new Error(`No request is called ${name}.`);
    return answer;
  };
  const bodyOf = <Body>(name: string) => answerTo(name).body as Body;

  it('with the status that each title says', () => {
    expect(told.map(({ title, status }) => `${title.replace(/\d{3}$/, '')}${status}`)).toEqual(
      told.map(({ title }) => title),
    );
    expect(told.length).toBeGreaterThanOrEqual(15);
  });

  it('keeps what was sent twice once', () => {
    expect(bodyOf<ContactResponse>('logContactAgain').id).toBe(bodyOf<ContactResponse>('logContact').id);
    expect(answerTo('logContact').headers.get('idempotent-replayed')).toBeNull();
    expect(answerTo('logContactAgain').headers.get('idempotent-replayed')).toBe('true');
    expect(bodyOf<CarePlanResponse>('plan').contacts).toHaveLength(1);
  });

  it('shows the physician what the peer wrote, under what changed, and the same when asked again', () => {
    const plan = bodyOf<CarePlanResponse>('plan');
    expect(plan).toMatchObject({
      person: { goesBy: 'Magpie' },
      goals: [{ ownWords: 'I want my own door to lock.' }],
      needs: [{ domain: 'housing' }],
      nextSteps: [{ kind: 'call_her_back' }],
      sections: [{ section: 'what_helps' }],
      ground: { basis: 'care_team' },
      withheld: [{ class: 'counselling', rule: 'consent' }],
    });
    const changed = plan.changed.items.map(({ kind, recordId }) => `${kind} ${recordId}`);
    expect(changed).toContain(`contact ${bodyOf<ContactResponse>('logContact').id}`);
    expect(bodyOf<CarePlanResponse>('planAgain').changed).toEqual(plan.changed);
  });

  it('shows nothing to whoever is not there for her', () => {
    const unseen = { ...bodyOf<Problem>('planElsewhere'), requestId: '' };
    expect({ ...bodyOf<Problem>('planBefore'), requestId: '' }).toEqual(unseen);
    expect(bodyOf<FoundClientsResponse>('searchElsewhere').items).toEqual([]);
  });

  it('keeps the first version of what was amended, and says what is stale', () => {
    expect(bodyOf<ContactVersionsResponse>('versions').items.map(({ minutes }) => minutes)).toEqual([20, null]);
    expect(bodyOf('amendStale')).toMatchObject({ code: 'stale', expected: 1, current: 2 });
  });

  it('shows a physician elsewhere what she consents to, as long as she does, and tells of each look', () => {
    const gone = { ...bodyOf<Problem>('planAfterWithdrawal'), requestId: '' };
    expect({ ...bodyOf<Problem>('planBeforeConsent'), requestId: '' }).toEqual(gone);
    expect({ ...bodyOf<Problem>('planForOtherPurpose'), requestId: '' }).toEqual(gone);
    const plan = bodyOf<CarePlanResponse>('planByConsent');
    expect(plan).toMatchObject({
      person: { goesBy: 'Magpie' },
      goals: [{ ownWords: 'I want my own door to lock.' }],
      ground: { basis: 'consent', basisId: bodyOf<ConsentResponse>('consent').id },
    });
    expect(plan.withheld.map((each) => each.class)).toEqual([
      ...['identity_contact', 'medication', 'substance_use', 'mental_health', 'counselling'],
    ]);
    const looks = bodyOf<AccessLogResponse>('accessLog').items.filter(({ told }) => told.who === 'Dr. Hana Sorley');
    expect(looks.map(({ event, outcome }) => `${event} ${outcome}`).reverse()).toEqual([
      'access.refused not_let_in',
      'care_plan.read done',
      ...['access.refused not_let_in', 'access.refused not_let_in', 'access.refused not_let_in'],
    ]);
  });

  it('takes a referral from one house to another, and shows there nothing but itself', () => {
    const [{ id: before }, { id }] = [bodyOf<{ id: string }>('referral'), bodyOf<{ id: string }>('houseReferral')];
    const idsIn = (name: string) => bodyOf<{ items: readonly { id: string }[] }>(name).items.map((each) => each.id);
    expect(idsIn('receivedBox')).toEqual([id]);
    expect(idsIn('sentBox')).toContain(id);
    expect(idsIn('chain').sort()).toEqual([before, id].sort());
    expect(idsIn('chainAtHouse')).toEqual([id]);
    expect(bodyOf('acceptHouseReferral')).toMatchObject({ state: 'accepted', owes: 'receiver', followsId: null });
  });

  it('finds her by a name misspelt, answers in French, and prints a page', () => {
    expect(bodyOf<FoundClientsResponse>('search').items).toMatchObject([{ goesBy: 'Magpie', matchedOn: ['sound'] }]);
    expect(bodyOf<Problem>('wrong').errors).toMatchObject([
      { pointer: '/minutes', message: expect.stringContaining('nombre') },
    ]);
    expect(bodyOf('page')).toContain('Ce que je veux');
  });
});

// Whoever follows the README types into a shell that has curl; where there is none, the story above still runs.
(hasCurl() ? describe : describe.skip)('the story of the README runs as it stands', () => {
  it('typed into a shell', async () => {
    // They signed in above, and a code is good once.
    const later = new Date(Date.parse(world.now) + 60_000).toISOString();
    world.now = later;
    const shown = await typed(shellUnder('The story', textOf('README.md')), {
      api: `${url}/v1`,
      password,
      code: `echo ${demoCode(later)}`,
    });
    expect(shown.match(/^\d{3}$/gm)?.map(Number)).toEqual([
      ...[201, 201, 201],
      ...[201, 201, 201],
      ...[201, 200, 200],
      404,
      ...[200, 412, 200],
      ...[200, 200],
    ]);
    const plans = shown.split('\n').filter((line) => line.includes('"nextSteps"'));
    const [first, again] = plans.map((line) => JSON.parse(line) as CarePlanResponse);
    expect(first?.changed.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['contact', 'goal', 'need', 'task']),
    );
    expect(again?.changed).toEqual(first?.changed);
    expect(shown).toContain('"matchedOn":["sound"]');
    expect(shown).toContain('Ce que je veux');
  });
});
