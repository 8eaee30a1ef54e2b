import { PasswordHashing } from '../../src/accounts/application/password-hashing.js';
import type { Role } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { codeAt } from './codes.js';
import type { World } from './world.js';

export const PASSWORD = 'river lantern otter ninety';

export interface Member {
  readonly personId: Id;
  readonly email: string;
  readonly memberships: readonly { readonly id: Id; readonly organisationId: Id; readonly role: Role }[];
}

/** Somebody who can sign in with PASSWORD, with a membership for each role. Without an organisation: a clinic each. */
export async function addMember(world: World, roles: readonly Role[], organisationId?: Id): Promise<Member> {
  const personId = newId();
  const email = `${personId}@example.org`;
  await world.plant(
    `INSERT INTO staff (id, email, display_name, language, created_at, activated_at, version)
     VALUES ($1, $2, 'Kim Test', 'en', $3, $3, 1)`,
    [personId, email, world.now],
  );
  const hash = await world.app.get(PasswordHashing).hash(PASSWORD);
  await world.plant('INSERT INTO credential VALUES ($1, $2, $3)', [personId, hash, world.now]);
  const memberships = [];
  for (const role of roles) {
    const membership = { id: newId(), organisationId: organisationId ?? (await world.organisation()), role };
    await world.plant(
      'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [membership.id, personId, membership.organisationId, role, world.now],
    );
    memberships.push(membership);
  }
  return { personId, email, memberships };
}

/** What the members' apps hold, by e-mail address. */
const apps = new Map<string, string>();

interface Entering {
  readonly email: string;
  readonly password?: string;
  readonly userAgent?: string;
}

/** Signs in over HTTP and gives the answer's body, finished where a second factor is asked for. */
export async function signIn(world: World, who: Entering, membershipId?: Id) {
  const { body } = await world.anonymous
    .post('/v1/auth/login')
    .set('user-agent', who.userAgent ?? '')
    .send({ email: who.email, password: who.password ?? PASSWORD, ...(membershipId !== undefined && { membershipId }) })
    .expect(200);
  return finishSignIn(world, who, body);
}

/**
 * The second half, where the answer to the password asks for one. The first time that sets the factor up; later its code
 * is good again however soon that is, as a test does not wait for the next one.
 */
async function finishSignIn(world: World, who: Entering, half: { state: string; pendingToken: string }) {
  if ('secret' in half) apps.set(addressOf(who), String(half.secret));
  else if (half.state !== 'second_factor_needed') return half;
  const { body } = await world.anonymous
    .post('/v1/auth/second-factor')
    .set('user-agent', who.userAgent ?? '')
    .send({ pendingToken: half.pendingToken, code: await freshCode(world, who) })
    .expect(200);
  return body;
}

/** The code that her app shows, as if she had not used it yet. */
export async function freshCode(world: World, who: Entering): Promise<string> {
  const her = 'staff_id = (SELECT id FROM staff WHERE email = $1)';
  await world.plant(`UPDATE second_factor SET last_step = 0 WHERE ${her} AND last_step > 0`, [addressOf(who)]);
  return codeAt(apps.get(addressOf(who)) ?? '', world.now);
}

const addressOf = ({ email }: Entering): string => email.trim().toLowerCase();
