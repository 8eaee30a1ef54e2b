import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FactorKeyring } from '../accounts/application/factor-keys.js';
import { PasswordHashing } from '../accounts/application/password-hashing.js';
import type { Instant } from '../kernel/civil-time.js';
import { withClient } from '../platform/database/connect.js';
import { demoFactor, PLANT_DEMO_FACTOR } from './demo-code.js';
import { demoId } from './demo-id.js';
import { DEMO_ORGANISATIONS, DEMO_WORKERS, DEMO_ZONE } from './demo-places.js';

const WORKERS = Object.values(DEMO_WORKERS);

export interface DemoGround {
  /** As it serves. */
  readonly app: NestFastifyApplication;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly password: string;
  /** The day that the lives are told as of. */
  readonly asOf: Instant;
}

/** They were there long before the lives that they wrote down. */
const BEFORE = '2 years';

/** Straight into the tables, as nobody is there yet to do it. */
export async function plantWorkers({ app, ownerUrl, password, asOf }: DemoGround): Promise<void> {
  const hash = await app.get(PasswordHashing).hash(password);
  const {
    seal: [sealing],
  } = await app.get(FactorKeyring).now();
  await withClient(ownerUrl, async (owner) => {
    const since = `$1::timestamptz - interval '${BEFORE}'`;
    await owner.query('BEGIN');
    for (const { key, name, kind, province } of DEMO_ORGANISATIONS) {
      const zone = province === 'BC' ? 'America/Vancouver' : DEMO_ZONE;
      await owner.query(
        `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
         VALUES ($2, $3, $4, $5, $6, '{en,fr}', ${since}, 1) ON CONFLICT DO NOTHING`,
        [asOf, demoId(`organisation/${key}`), name, kind, province, zone],
      );
    }
    for (const { staffId, membershipId, organisationId, email, name, language, role } of WORKERS) {
      await owner.query(
        `INSERT INTO staff (id, email, display_name, language, created_at, version)
         VALUES ($2, $3, $4, $5, ${since}, 1) ON CONFLICT DO NOTHING`,
        [asOf, staffId, email, name, language],
      );
      await owner.query(
        `INSERT INTO credential (staff_id, password_hash, changed_at) VALUES ($2, $3, ${since}) ON CONFLICT DO NOTHING`,
        [asOf, staffId, hash],
      );
      await owner.query(
        `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
         VALUES ($2, $3, $4, $5, ${since}, 1) ON CONFLICT DO NOTHING`,
        [asOf, membershipId, staffId, organisationId, role],
      );
    }
    const { rows } = await owner.query<{ since: string }>(`SELECT (${since})::text AS since`, [asOf]);
    for (const worker of WORKERS) {
      const { id, keyId, secret } = demoFactor(worker, sealing);
      await owner.query(PLANT_DEMO_FACTOR, [worker.staffId, rows[0]?.since, id, keyId, secret]);
    }
    await owner.query('COMMIT');
  });
}

/** Where the database is no longer the embedded one (a backup was restored elsewhere), nobody signs in as one of them. */
export async function disableDemoAccounts(ownerUrl: string): Promise<number> {
  return withClient(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query(
      'UPDATE staff SET disabled_at = now(), version = version + 1 WHERE id = ANY ($1) AND disabled_at IS NULL',
      [WORKERS.map(({ staffId }) => staffId)],
    );
    return rowCount ?? 0;
  });
}
