import { PasswordHashing } from '../../src/accounts/application/password-hashing.js';
import type { Role } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
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

/** Signs in over HTTP and gives the answer's body. */
export async function signIn(world: World, { email }: Pick<Member, 'email'>, membershipId?: Id) {
  const { body } = await world.anonymous
    .post('/v1/auth/login')
    .send({ email, password: PASSWORD, ...(membershipId !== undefined && { membershipId }) })
    .expect(200);
  return body;
}
