import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PasswordHashing } from '../accounts/application/password-hashing.js';
import { withClient } from '../platform/database/connect.js';
import { demoClients, type DemoRequest } from './demo-clients.js';
import { demoId } from './demo-id.js';
import { DEMO_ORGANISATIONS, DEMO_WORKERS, type DemoWorker } from './demo-places.js';
import type { DemoSessions } from './demo-sessions.js';

/** Clients planted side by side. */
const AT_ONCE = 4;

const WORKERS = Object.values(DEMO_WORKERS);

export interface Demo {
  readonly app: NestFastifyApplication;
  readonly ownerUrl: string;
  readonly password: string;
  readonly sessions: DemoSessions;
}

/**
 * Invented organisations, workers and clients, so that there is something to look at. Whoever works there is written
 * straight into the tables, as nobody is there yet to do it; everything about clients is done by those workers, through
 * the API. It can be done again where it was broken off.
 */
export async function plantDemo(demo: Demo): Promise<void> {
  await plantWorkers(demo);
  const clients = [...demoClients()];
  const workers = new Set(clients.flat().map(({ as }) => as));
  const tokens = new Map<DemoWorker, string>();
  for (const worker of workers) tokens.set(worker, await demo.sessions.open(worker));
  const plantNext = async (): Promise<void> => {
    for (let requests = clients.shift(); requests; requests = clients.shift()) {
      for (const request of requests) await send(demo.app, request, tokens.get(request.as) ?? '');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, plantNext));
  await demo.sessions.close();
}

async function plantWorkers({ app, ownerUrl, password }: Demo): Promise<void> {
  const hash = await app.get(PasswordHashing).hash(password);
  await withClient(ownerUrl, async (owner) => {
    await owner.query('BEGIN');
    for (const { key, name, kind, province } of DEMO_ORGANISATIONS) {
      const zone = province === 'BC' ? 'America/Vancouver' : 'America/Edmonton';
      await owner.query(
        `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
         VALUES ($1, $2, $3, $4, $5, '{en,fr}', now(), 1) ON CONFLICT DO NOTHING`,
        [demoId(`organisation/${key}`), name, kind, province, zone],
      );
    }
    for (const { staffId, membershipId, organisationId, email, name, language, role } of WORKERS) {
      await owner.query(
        `INSERT INTO staff (id, email, display_name, language, created_at, version)
         VALUES ($1, $2, $3, $4, now(), 1) ON CONFLICT DO NOTHING`,
        [staffId, email, name, language],
      );
      await owner.query(
        `INSERT INTO credential (staff_id, password_hash, changed_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`,
        [staffId, hash],
      );
      await owner.query(
        `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
         VALUES ($1, $2, $3, $4, now(), 1) ON CONFLICT DO NOTHING`,
        [membershipId, staffId, organisationId, role],
      );
    }
    await owner.query('COMMIT');
  });
}

async function send(app: NestFastifyApplication, { path, body }: DemoRequest, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.inject({ method: 'POST', url: path, headers, payload: body });
  if (answer.statusCode !== 201) throw new Error(`The demo could not be planted: POST ${path} gave ${answer.body}`);
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
