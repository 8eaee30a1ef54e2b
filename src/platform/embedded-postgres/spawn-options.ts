import { platform } from 'node:os';
import type { Place } from './place.js';

export interface SpawnOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** The program's own environment holds secrets and may hold PG* variables: the server gets neither. */
export function spawnOptions(place: Place, data: string): SpawnOptions {
  const env = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' };
  return { cwd: data, env, ...place.account };
}

/**
 * How the server is told its data folder. The account that stands in for root may not be allowed to walk there (a project
 * below /root): it is put into the folder before it changes identity, and names the folder by its working directory.
 */
export function dataArgument(place: Place, data: string): string {
  return place.account && platform() === 'linux' ? '/proc/self/cwd' : data;
}
