import { FactorKeyring } from '../../src/accounts/application/factor-keys.js';
import { PasswordHashing } from '../../src/accounts/application/password-hashing.js';
import { demoFactor, PLANT_DEMO_FACTOR } from '../../src/demo/demo-code.js';
import { DEMO_ORGANISATIONS, DEMO_WORKERS } from '../../src/demo/demo-places.js';
import { demoId } from '../../src/demo/demo-id.js';
import type { World } from './world.js';

/** The demo's organisations and workers, who sign in with this password; none of its people. */
export async function plantDemoWorkers(world: World, password: string): Promise<void> {
  const hash = await world.app.get(PasswordHashing).hash(password);
  const {
    seal: [sealing],
  } = await world.app.get(FactorKeyring).now();
  for (const { key, name, kind, province } of DEMO_ORGANISATIONS) {
    await world.plant(
      `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
       VALUES ($1, $2, $3, $4, 'America/Edmonton', '{en,fr}', $5, 1)`,
      [demoId(`organisation/${key}`), name, kind, province, world.now],
    );
  }
  for (const worker of Object.values(DEMO_WORKERS)) {
    const { staffId, membershipId, organisationId, email, name, language, role } = worker;
    await world.plant(
      'INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [staffId, email, name, language, world.now],
    );
    await world.plant('INSERT INTO credential (staff_id, password_hash, changed_at) VALUES ($1, $2, $3)', [
      ...[staffId, hash, world.now],
    ]);
    await world.plant(
      'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [membershipId, staffId, organisationId, role, world.now],
    );
    const { id, keyId, secret } = demoFactor(worker, sealing);
    await world.plant(PLANT_DEMO_FACTOR, [staffId, world.now, id, keyId, secret]);
  }
}
