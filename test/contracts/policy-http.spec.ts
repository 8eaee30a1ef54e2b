import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Permission, type Role } from '../../src/access/policy.js';
import { newId } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';
import { answerOf, PROBES, type Probe, type Subject } from './decision-http.js';
import { drawnOfEach, FULL } from './drawing.js';
import { answerTo, RELATIONSHIPS, RULES, TIES, type Matrix, type Rules, type Tie } from './decision-table.js';

/** `PROOF=full` asks every cell; otherwise so many ties for each route and role, another choice for another SEED. */
const TIES_EACH = FULL ? RELATIONSHIPS.length : 2;

interface Cell extends Tie {
  readonly probe: Probe;
  readonly told: string;
}

const drawn = (): readonly (Tie & { probe: Probe })[] =>
  drawnOfEach(
    PROBES.flatMap((probe) => TIES.map((tie) => ({ ...tie, probe }))),
    ({ role, probe }) => `${role} ${probe.called}`,
    TIES_EACH,
  );

const differences = (cells: readonly Cell[], rules: Rules = RULES) =>
  cells
    .map(({ probe, told, ...tie }) => ({ tie, probe, told, expected: answerTo(probe, tie, rules) }))
    .filter(({ told, expected }) => told !== expected)
    .map(({ tie, probe, told, expected }) =>
      [tie.role, tie.relationship, probe.called, 'was', told, 'not', expected].join(' '),
    );

describe('what HTTP lets a worker do', () => {
  let world: World;
  let subject: Subject;
  const workers = new Map<string, Worker>();
  const keyOf = ({ role, relationship }: Tie) => `${role} ${relationship}`;
  let cells: readonly Cell[];

  beforeAll(async () => {
    world = await World.open();
    const maker = await world.worker('peer_navigator');
    const stranger = await world.worker('physician');
    const made = async (path: string, body: object): Promise<string> =>
      (await world.as(maker).post(path).send(body).expect(201)).body.id;
    const id = await made('/v1/clients', { goesBy: 'Chickadee' });
    const own = `/v1/clients/${id}`;
    subject = {
      id,
      name: await made(`${own}/aliases`, { setting: 'line', name: 'Chick' }),
      channel: await made(`${own}/channels`, { kind: 'phone', value: '780 555 0101', mayContact: true }),
      supporter: await made(`${own}/supporters`, { name: 'Her sister', mayBeTold: 'appointments' }),
      member: (await world.as(maker).get(`${own}/care-team`).expect(200)).body.items[0].id,
      elsewhere: stranger.membershipId,
    };
    for (const tie of TIES) {
      const away = tie.relationship === 'none' || tie.relationship === 'team_of_elsewhere';
      const worker = await world.worker(tie.role, away ? stranger.organisationId : maker.organisationId);
      workers.set(keyOf(tie), worker);
      if (!['team', 'team_of_elsewhere', 'ended'].includes(tie.relationship)) continue;
      const ended = tie.relationship === 'ended' ? [world.now, 'other'] : [null, null];
      await world.plant(
        `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, ended_at, ended_because, created_by, version)
         VALUES ($1, $2, $3, false, $4, $5, $6, $3, 1)`,
        [newId(), id, worker.membershipId, world.now, ...ended],
      );
    }
    const asked: Cell[] = [];
    for (const { probe, ...tie } of drawn()) {
      const answer = await probe.send(world.as(workers.get(keyOf(tie))!), subject);
      asked.push({ ...tie, probe, told: answerOf(probe, answer, subject) });
    }
    cells = asked;
  }, 120_000);
  afterAll(() => world.close());

  it('is what the policy says, for every route and role', () => {
    expect(cells).toHaveLength(PROBES.length * ROLES.length * TIES_EACH);
    expect(differences(cells)).toEqual([]);
  });

  it('differs when any cell of the policy says otherwise', () => {
    const { matrix, ceilings } = RULES;
    const asked = [...new Set(PROBES.map(({ permission }) => permission))];
    const flipped = asked.flatMap((permission: Permission) =>
      ROLES.map((role: Role) => {
        const reach = matrix[permission][role] === 'none' ? 'granted' : 'none';
        const changed: Matrix = { ...matrix, [permission]: { ...matrix[permission], [role]: reach } };
        return { permission, role, changed };
      }),
    );
    const unnoticed = flipped.filter(({ changed }) => differences(cells, { ceilings, matrix: changed }).length === 0);
    expect(unnoticed.map(({ permission, role }) => `${permission} ${role}`)).toEqual([]);
  });

  it('is, for making a record, what the policy says of the role', async () => {
    for (const role of ROLES) {
      const worker = workers.get(keyOf({ role, relationship: 'none' }))!;
      const answer = await world.as(worker).post('/v1/clients').send({ goesBy: 'New' });
      const may = RULES.matrix['client:create'][role] !== 'none';
      expect([role, answer.status]).toEqual([role, may ? 201 : 403]);
    }
  });

  it('lists exactly those whom it lets read one by one', async () => {
    for (const [key, worker] of workers) {
      const list = await world.as(worker).get('/v1/clients?limit=200');
      if (list.status === 403) continue;
      const listed = list.body.items.map((item: { id: string }) => item.id);
      const all = await world.look<{ id: string }>('SELECT id FROM client');
      const readable = [];
      for (const { id } of all) if ((await world.as(worker).get(`/v1/clients/${id}`)).status === 200) readable.push(id);
      expect([key, [...listed].sort()]).toEqual([key, readable.sort()]);
    }
  });
});
