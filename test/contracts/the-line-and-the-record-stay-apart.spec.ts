import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { ENTER } from '../support/context.js';
import { joinTeam } from '../support/client-record.js';
import { meetCaller, plantReception, plantReferral } from '../support/line.js';
import { World, type Worker } from '../support/world.js';

/** What is told to the line, and what is a client's. */
const LINE = ['caller', 'caller_note', 'caller_token', 'caller_version'] as const;
const RECORD = ['client', 'client_name', 'search_token', 'change', 'earlier_version', 'caller_link'] as const;

describe('what somebody told the line and her record', () => {
  let world: World;
  let operator: Worker;
  let counsellor: Worker;
  let client: Id;
  let accepted: Id;
  const everybody: Worker[] = [];
  beforeAll(async () => {
    world = await World.open();
    operator = await world.worker('line_operator');
    counsellor = await world.worker('counsellor', operator.organisationId); // one house that is both
    const elsewhere = await world.organisation();
    const fox = await meetCaller(world, operator, { remember: ['My dog is Biscuit', 'No police'] });
    const at = world.as(operator).patch(`/v1/line/callers/${fox.id}`).set('if-match', '"1"');
    await at.send({ alias: 'Badger' }).expect(200);
    client = ((await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Marie' }).expect(201)).body as { id: Id })
      .id;
    const change = world.as(counsellor).patch(`/v1/clients/${client}`).set('if-match', '"1"');
    await change.send({ pronouns: 'she/her' }).expect(200);
    accepted = await plantReferral(world, { callerId: fox.id, of: operator, receiver: counsellor.organisationId });
    await plantReception(world, counsellor, accepted, client);
    for (const house of [operator.organisationId, elsewhere])
      for (const role of ROLES) everybody.push(await world.worker(role, house));
    for (const worker of everybody.slice(0, ROLES.length))
      if (['peer_navigator', 'counsellor', 'physician'].includes(worker.role))
        await joinTeam(world, counsellor, client, worker);
    everybody.push(operator, counsellor);
  }, 60_000);
  afterAll(() => world.close());

  /** The tables of which this worker is shown a row, as the application role asks. */
  const shown = (worker: Worker): Promise<readonly string[]> =>
    world.db.as('app', async (app) => {
      await app.query('BEGIN');
      await app.query(ENTER, [worker.personId, worker.membershipId, worker.organisationId, worker.role]);
      await app.query(`SELECT set_config('app.now', $1, true)`, [world.now]);
      const asked = [...LINE, ...RECORD].map(
        (table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`,
      );
      const { rows } = await app.query<{ name: string }>(asked.join(' UNION ALL '));
      return rows.map(({ name }) => name);
    });

  /** Who is shown something of both, and what of the line. */
  async function readersOfBoth(): Promise<readonly (readonly [role: string, table: string])[]> {
    const found: [string, string][] = [];
    for (const worker of everybody) {
      const tables = await shown(worker);
      if (!RECORD.some((table) => tables.includes(table))) continue;
      found.push(
        ...LINE.filter((table) => tables.includes(table)).map((table): [string, string] => [worker.role, table]),
      );
    }
    return found;
  }

  const linking = (parts: readonly string[]) =>
    world
      .as(counsellor)
      .post(`/v1/clients/${client}/caller-links`)
      .send({ referralId: accepted, parts, howGiven: 'in_person' });
  const unlinking = (id: Id) =>
    world.as(counsellor).post(`/v1/caller-links/${id}/moves`).set('if-match', '"1"').send({ move: 'unlink' });

  it('are each read by somebody', async () => {
    expect(await shown(operator)).toEqual([...LINE]);
    expect(await shown(counsellor)).toEqual(RECORD.filter((table) => table !== 'caller_link'));
  });

  it('are read together by nobody, in whatever role and house, before she links them', async () => {
    expect(await readersOfBoth()).toEqual([]);
  });

  it('afterwards what is remembered is, by whom she lets read of substances, and nothing else of the line', async () => {
    const { body } = await linking(['remembered']).expect(201);
    const roles = ['peer_navigator', 'counsellor', 'physician', 'counsellor'];
    expect(await readersOfBoth()).toEqual(roles.map((role) => [role, 'caller_note']));
    expect(await shown(operator)).toEqual([...LINE]);
    await unlinking(body.id).expect(200);
    expect(await readersOfBoth()).toEqual([]);
  });

  it('with her other referrals alone, not even that', async () => {
    const { body } = await linking(['referrals']).expect(201);
    expect(await readersOfBoth()).toEqual([]);
    await unlinking(body.id).expect(200);
  });

  it.each([
    [
      'a link that was undone still counted',
      `state = 'remembered' AND EXISTS (SELECT FROM caller_link l WHERE l.caller_id = caller_note.caller_id)`,
    ],
    [
      'whoever sees the referral saw what is remembered',
      'EXISTS (SELECT FROM referral r WHERE r.caller_id = caller_note.caller_id)',
    ],
  ])('and it would be noticed if %s', async (_, using) => {
    const [was] = await world.look<{ qual: string }>(
      `SELECT qual FROM pg_policies WHERE tablename = 'caller_note' AND policyname = 'linked_read'`,
    );
    await world.plant(`ALTER POLICY linked_read ON caller_note USING (${using})`);
    expect((await readersOfBoth()).length).toBeGreaterThan(0);
    await world.plant(`ALTER POLICY linked_read ON caller_note USING (${was?.qual ?? 'false'})`);
    expect(await readersOfBoth()).toEqual([]);
  });

  it('and no row of a link is written past her reception, even by whom the application lets', async () => {
    const another = (
      (await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Robin' }).expect(201)).body as { id: Id }
    ).id;
    const [referral] = await world.look<{ caller_id: Id }>('SELECT caller_id FROM referral WHERE id = $1', [accepted]);
    const inserted = world.db.as('app', async (app) => {
      await app.query('BEGIN');
      await app.query(ENTER, [
        counsellor.personId,
        counsellor.membershipId,
        counsellor.organisationId,
        counsellor.role,
      ]);
      await app.query(`SELECT set_config('app.now', $1, true)`, [world.now]);
      await app.query(
        `INSERT INTO caller_link (id, client_id, caller_id, referral_id, parts, how_given, explained_by, words, state, linked_at, linked_by, version)
         VALUES (gen_random_uuid(), $1, $2, $3, '{remembered}', 'phone', $4, '\\x01', 'linked', $5, $4, 1)`,
        [another, referral?.caller_id, accepted, counsellor.membershipId, world.now],
      );
    });
    await expect(inserted).rejects.toThrow('row-level security');
  });
});
