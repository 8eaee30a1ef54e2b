import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LINK_ROLES, POLICY, ROLES, type Permission, type Reach, type Role } from '../../src/access/policy.js';
import { routesOf, type Route } from '../../src/access/route-census.js';
import { newId } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';
import { mayEver } from './decision-table.js';
import { drawnOfEach, FULL } from './drawing.js';
import { WHO_MAY } from './who-may.js';

const EVERYBODY: readonly Role[] = [...ROLES, ...LINK_ROLES];
const PERMISSIONS = Object.keys(POLICY) as Permission[];
const cells = PERMISSIONS.flatMap((permission) => ROLES.map((role) => ({ permission, role })));
/** `PROOF=full` takes every cell; otherwise two roles of each permission, others for another SEED. */
const DRAWN = FULL ? cells : drawnOfEach(cells, ({ permission }) => permission, 2);

const differences = (policy: Readonly<Record<string, Readonly<Record<Role, Reach>>>>): readonly string[] =>
  PERMISSIONS.flatMap((permission) =>
    EVERYBODY.filter((role) => (policy[permission]?.[role] !== 'none') !== mayEver(role, permission)).map(
      (role) => `${permission} ${role}`,
    ),
  );

describe('which roles ever do what', () => {
  let world: World;
  const routes = new Map<Permission, readonly Route[]>();
  const workers = new Map<Role, Worker>();
  beforeAll(async () => {
    world = await World.open();
    for (const route of routesOf(world.app.get(ModulesContainer)))
      if (route.needs) routes.set(route.needs, [...(routes.get(route.needs) ?? []), route]);
    for (const role of ROLES) workers.set(role, await world.worker(role));
  }, 60_000);
  afterAll(() => world.close());

  it('is the same on both pages where it is written down, and on neither alone when one cell changes', () => {
    expect(differences(POLICY)).toEqual([]);
    const unnoticed = PERMISSIONS.flatMap((permission) =>
      EVERYBODY.filter((role) => differences(flipped(permission, role)).join() !== `${permission} ${role}`),
    );
    expect(unnoticed).toEqual([]);
  });

  it('is asked by a route, for every permission', () => {
    expect(PERMISSIONS.filter((permission) => !routes.has(permission))).toEqual([]);
    expect(Object.keys(WHO_MAY).sort()).toEqual([...PERMISSIONS].sort());
  });

  /** With ids of nothing and no body: the role is asked before anything else is. A page says it without a code. */
  async function isLetIn(role: Role, { method, template }: Route): Promise<boolean> {
    const path = template.replaceAll(/:\w+/g, () => newId());
    const { status, body } = await world.as(workers.get(role)!)[method.toLowerCase() as 'get'](path);
    const { code = 'role_may_not' } = body as { code?: string };
    return status !== 403 || code !== 'role_may_not';
  }

  it.each(PERMISSIONS)(
    'is what every route of %s answers, and changes with the policy cell by cell',
    async (permission) => {
      const asking = FULL ? (routes.get(permission) ?? []) : drawnOfEach(routes.get(permission) ?? [], () => '');
      for (const { role } of DRAWN.filter((cell) => cell.permission === permission))
        for (const route of asking) {
          expect([role, route.name, await isLetIn(role, route)]).toEqual([role, route.name, mayEver(role, permission)]);
          const stands = POLICY[permission];
          Object.assign(POLICY, { [permission]: flipped(permission, role)[permission] });
          const broken = await isLetIn(role, route).finally(() => Object.assign(POLICY, { [permission]: stands }));
          expect([role, route.name, broken]).toEqual([role, route.name, !mayEver(role, permission)]);
        }
    },
  );
});

function flipped(permission: Permission, role: Role): Readonly<Record<string, Readonly<Record<Role, Reach>>>> {
  const reach: Reach = POLICY[permission][role] === 'none' ? 'granted' : 'none';
  return { ...POLICY, [permission]: { ...POLICY[permission], [role]: reach } };
}
