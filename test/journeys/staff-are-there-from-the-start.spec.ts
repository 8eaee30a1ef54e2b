import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministratorLink } from '../../src/accounts/application/first-administrator-link.js';
import { FoundAccounts, type PeopleToFound } from '../../src/accounts/application/found-accounts.js';
import { UnitOfWork } from '../../src/audit/unit-of-work.js';
import { newId } from '../../src/kernel/ids.js';
import { PASSWORD, signIn } from '../support/accounts.js';
import { World } from '../support/world.js';

describe('staff who are there from the start', () => {
  let world: World;
  const [organisationId, staffId, membershipId] = [newId(), newId(), newId()];
  const people: PeopleToFound = {
    organisations: [
      {
        ...{ id: organisationId, name: 'Sarcee Trail Clinic', kind: 'clinic', province: 'AB' },
        ...{ timeZone: 'America/Edmonton', languages: ['en'] },
      },
    ],
    staff: [{ id: staffId, email: 'robin@example.org', displayName: 'Robin Test', language: 'en', password: PASSWORD }],
    memberships: [{ id: membershipId, staffId, organisationId, role: 'administrator' }],
  };
  const found = async (wanted: PeopleToFound) => {
    const accounts = world.app.get(FoundAccounts, { strict: false });
    const prepared = await accounts.prepare(wanted);
    await world.app.get(UnitOfWork).runUnsigned(newId(), (tx) => accounts.in(tx, prepared));
  };

  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('have the ids that were given and sign in, and then nobody is invited as the first any more', async () => {
    await found(people);
    const session = await signIn(world, { email: 'robin@example.org' });
    expect(session).toMatchObject({ organisationId, membershipId, role: 'administrator' });
    const { body } = await world.as({ token: session.accessToken }).get(`/v1/staff/${staffId}`).expect(200);
    expect(body.activated).toBe(true);
    expect(await world.app.get(FirstAdministratorLink, { strict: false }).make()).toBeUndefined();
  });

  it('are made all together or not at all', async () => {
    const [organisation] = people.organisations;
    const other = { ...people, organisations: [{ ...organisation!, id: newId() }], memberships: [] };
    await expect(found(other)).rejects.toMatchObject({ message: 'email_taken' });
    expect(await world.look('SELECT FROM organisation')).toHaveLength(1);
  });
});
