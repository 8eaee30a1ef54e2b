import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessTokens } from '../access/access-tokens.js';
import { demoIsBegun, demoIsPlanted, demoMark } from '../demo/demo-mark.js';
import { DEMO_WORKERS } from '../demo/demo-places.js';
import { DemoSessions } from '../demo/demo-sessions.js';
import { plantDemo } from '../demo/plant-demo.js';
import * as say from './say.js';
import { INSTALLATION_FOLDER } from './own-keys.js';
import type { Stops } from './stops.js';

export interface DemoStage {
  readonly app: NestFastifyApplication;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly host: string;
}

/** On a database that began with the demo: plants it where that is not done yet, and opens the session of the curl line. */
export async function openDemo(stage: DemoStage, stops: Stops): Promise<say.OpenDemo | undefined> {
  const { host, ...ground } = stage;
  const mark = demoMark(INSTALLATION_FOLDER);
  if (!mark) return undefined;
  const sessions = new DemoSessions(ground.ownerUrl, ground.app.get(AccessTokens));
  await sessions.close();
  if (!mark.planted) {
    say.planting();
    const asOf = mark.asOf ?? demoIsBegun(INSTALLATION_FOLDER, mark);
    await plantDemo({ ...ground, password: mark.password, asOf, goesOn: mark.asOf !== undefined });
    demoIsPlanted(INSTALLATION_FOLDER, { ...mark, asOf });
  }
  if (!isLoopback(host)) return { password: mark.password, token: undefined };
  stops.add(() => sessions.close());
  return { password: mark.password, token: await sessions.open(DEMO_WORKERS.navigator) };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
