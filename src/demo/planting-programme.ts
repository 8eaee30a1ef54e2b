import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { appDatabase } from '../platform/database/app-database.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { ROWS } from '../rows.js';
import { DemoClock } from './demo-clock.js';
import type { DemoGround } from './plant-workers.js';

export interface PlantingProgramme {
  readonly app: NestFastifyApplication;
  readonly clock: DemoClock;
  close(): Promise<void>;
}

const BOUNDLESS = { perToken: 1_000_000, perAddress: 1_000_000 };

/**
 * The programme once more beside the one that serves, over the same database and keys, with a clock that goes along with
 * the lives. Its commits do not wait for the disk: a thousand small ones would take as long as a slow disk likes, and
 * whatever a crash takes away is planted again.
 *
 * @param atOnce connections
 */
export async function openPlantingProgramme(ground: DemoGround, atOnce: number): Promise<PlantingProgramme> {
  const url = new URL(ground.appUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  const database = await appDatabase({ url: url.toString(), poolSize: atOnce, rows: ROWS }).initialize();
  const clock = new DemoClock();
  const masterKeys = ground.app.get(MasterKeys);
  const app = await createApp({ database, masterKeys, clock, ceiling: BOUNDLESS });
  await app.init();
  const close = async () => {
    await app.close();
    await database.destroy();
  };
  return { app, clock, close };
}
