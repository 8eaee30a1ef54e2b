import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../kernel/civil-time.js';

/** That this installation's database began with the demo, how far it came, and the password of its accounts. */
export interface DemoMark {
  readonly password: string;
  /** When planting began: the lives are told as of this day, also by a start that goes on with them on another. */
  readonly asOf?: Instant;
  readonly planted: boolean;
}

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

const fileIn = (folder: string): string => join(folder, 'demo.json');

export function demoMark(folder: string): DemoMark | undefined {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoMark) : undefined;
}

/** Before the database is made: a start broken off in between is continued by the next. */
export function beginDemo(folder: string): void {
  writeMark(folder, { password: newPassword(), planted: false });
}

/** From now on the lives are told as of this moment. */
export function demoIsBegun(folder: string, mark: DemoMark): Instant {
  const asOf = new Date().toISOString();
  writeMark(folder, { ...mark, asOf });
  return asOf;
}

export function demoIsPlanted(folder: string, mark: DemoMark): void {
  writeMark(folder, { ...mark, planted: true });
}

function writeMark(folder: string, mark: DemoMark): void {
  writeFileSync(fileIn(folder), `${JSON.stringify(mark)}\n`, { mode: 0o600 });
}

/** Made at random for each installation, and easy to type. */
function newPassword(): string {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length));
  const group = () => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
