import pg from 'pg';
import { newId, type Id } from '../src/kernel/ids.js';
import { Grounds } from './grounds.js';
import { command, given, SIZE_OPTIONS, sizeOf } from './options.js';

const MEMBERS = 40;
const CONSENTS = 20;
const REFERRALS = 20;
const TIMES = 60;
/** Milliseconds. */
const LIMIT = 50;
const ROLES = ['peer_navigator', 'counsellor', 'physician', 'coordinator'];
const CLASSES = ['identity_name', 'coordination', 'medication', 'substance_use', 'mental_health'];

/** Under her permits in turn, each to whom it names; every fifth of them declined, as an answer that lies a while back. */
const REFER = `INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind,
    receiver_organisation_id, asks_for, urgency, shared_classes, consent_id, state, round, state_since, sent_at, ended_at, words,
    created_at, created_by, updated_at, updated_by, version)
  SELECT gen_random_uuid(), $1, 'worker', m.organisation_id, m.id, 'organisation', k.recipient_organisation_id, 'housing', 'soon',
      '{identity_name,coordination,substance_use}', k.id, CASE WHEN i % 5 = 0 THEN 'declined' ELSE 'accepted' END, 1, now(), now(),
      CASE WHEN i % 5 = 0 THEN now() END, '\\x01', now(), m.id, now(), m.id, 1
    FROM generate_series(1, $3::int) i, membership m,
      LATERAL (SELECT c.id, c.recipient_organisation_id FROM consent c WHERE c.client_id = $1 AND c.decision = 'permit'
        ORDER BY c.id OFFSET i % (SELECT count(*) FROM consent WHERE client_id = $1 AND decision = 'permit') LIMIT 1) k
   WHERE m.id = $2`;

/** `npm run bench:recompute`: how long it takes until a consent is in force, for a client with a large team. */
await command(async () => {
  const grounds = await Grounds.open();
  const client = new pg.Client({
    connectionString: grounds.url(
      await grounds.forRun(sizeOf({ clients: '1000', contacts: '5', ...given(SIZE_OPTIONS) }), 'ours'),
    ),
  });
  try {
    await client.connect();
    const clientId = await planted(client);
    const { rows } = await client.query<{ grants: number }>(
      'SELECT count(*)::int AS grants FROM access_grant WHERE client_id = $1',
      [clientId],
    );
    const times = await measured(client, clientId);
    const [median, worst] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
    console.log(
      `${MEMBERS} team members, ${CONSENTS} consents, ${REFERRALS} referrals, ${rows[0]?.grants ?? 0} grants.`,
    );
    console.log(
      `A consent taken back and given again: median ${median.toFixed(1)} ms, slowest ${worst.toFixed(1)} ms.`,
    );
    if (median > LIMIT) process.exitCode = 1;
  } finally {
    await client.end();
    await grounds.close();
  }
});

/** Half of the team from her house and half from three others; permits to each of these, a few denials, some for a purpose. */
async function planted(client: pg.Client): Promise<Id> {
  const places = [await organisation(client)];
  for (let i = 0; i < 3; i++) places.push(await organisation(client));
  const clientId = newId();
  await client.query(
    `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
     VALUES ($1, $2, 'AB', 'America/Edmonton', '{}', '\\x01', now(), $2, now(), 1)`,
    [clientId, places[0]],
  );
  const members: Id[] = [];
  for (let i = 0; i < MEMBERS; i++)
    members.push(await member(client, clientId, places[i % 2 === 0 ? 0 : 1 + (i % 3)] ?? clientId, i));
  for (let i = 0; i < CONSENTS; i++)
    await consent(client, { clientId, i, by: members[0] ?? clientId, places, members });
  await client.query(REFER, [clientId, members[0], REFERRALS]);
  return clientId;
}

async function organisation(client: pg.Client): Promise<Id> {
  const id = newId();
  await client.query(
    `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
     VALUES ($1, 'Somewhere', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), 1)`,
    [id],
  );
  return id;
}

async function member(client: pg.Client, clientId: Id, place: Id, i: number): Promise<Id> {
  const [staff, id] = [newId(), newId()];
  await client.query(
    `INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, $2, 'Somebody', 'en', now(), 1)`,
    [staff, `${staff}@example.org`],
  );
  await client.query(
    'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, now(), 1)',
    [id, staff, place, ROLES[i % 3]],
  );
  await client.query(
    `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
     VALUES ($1, $2, $3, false, now(), $3, 1)`,
    [newId(), clientId, id],
  );
  return id;
}

interface Said {
  readonly clientId: Id;
  readonly i: number;
  readonly by: Id;
  readonly places: readonly Id[];
  readonly members: readonly Id[];
}

/** Every fourth is a denial; every eighth is of one person; the others in turn to a role and to a whole organisation. */
function recipient({
  i,
  places,
  members,
}: Said): readonly [kind: string, place: Id | null, role: string | null, one: Id | null] {
  if (i % 8 === 7) return ['person', null, null, members[i] ?? null];
  const place = places[i % 4 === 3 ? 0 : 1 + (i % 3)] ?? null;
  return i % 2 === 0 ? ['role', place, ROLES[i % 4] ?? null, null] : ['organisation', place, null, null];
}

async function consent(client: pg.Client, said: Said): Promise<void> {
  const { clientId, i, by } = said;
  const [kind, place, its, one] = recipient(said);
  await client.query(
    `INSERT INTO consent (id, client_id, decision, recipient_kind, recipient_organisation_id, recipient_role,
      recipient_membership_id, classes, purposes, valid_from, valid_until, how_given, explained_by, language, copy_given,
      words, state, created_at, created_by, updated_at, updated_by, version)
     VALUES ($1, $2, $3, $4, coalesce($5::uuid, (SELECT organisation_id FROM membership WHERE id = $6::uuid)), $7, $6::uuid, $8, $9, now(),
      now() + $10::int * interval '1 day', 'in_person', $11, 'en', true, '\\x01', 'active', now(), $11, now(), $11, 1)`,
    [
      ...[newId(), clientId, i % 4 === 3 ? 'deny' : 'permit', kind, place, one, its],
      ...[CLASSES.slice(0, 1 + (i % CLASSES.length)), i % 5 === 0 ? ['treatment'] : null, 30 + i, by],
    ],
  );
}

async function measured(client: pg.Client, clientId: Id): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    await client.query('BEGIN');
    await client.query(`DELETE FROM access_grant WHERE client_id = $1 AND basis IN ('consent', 'referral')`, [
      clientId,
    ]);
    const before = performance.now();
    await client.query('SELECT recompute_grants($1)', [clientId]);
    times.push(performance.now() - before);
    await client.query('ROLLBACK');
  }
  return times.sort((a, b) => a - b);
}
