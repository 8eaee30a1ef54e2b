import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { DAY } from './generate/moments.js';
import type { Wanted } from './generate/generate.js';

/** A fault of whoever typed the command; shown without a stack. */
export class OptionFault extends Error {
  override readonly name = 'OptionFault';
}

type Given = Readonly<Record<string, string | undefined>>;

export const SIZE_OPTIONS = {
  clients: { type: 'string' },
  contacts: { type: 'string' },
  seed: { type: 'string' },
  writers: { type: 'string' },
} as const;

/** @throws OptionFault */
export function given(options: Readonly<Record<string, { readonly type: 'string' }>>): Given {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (fault) {
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new OptionFault(`${(fault as Error).message}\nThere are ${names.join(', ')}, each with a whole number.`);
  }
}

/** `10000` or `10_000`. @throws OptionFault */
export function whole(options: Given, name: string, fallback: number): number {
  const text = options[name]?.replaceAll('_', '');
  if (text === undefined) return fallback;
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new OptionFault(`--${name} must be a whole number above 0.`);
}

const CONTACTS_A_CLIENT = 20;

export function sizeOf(options: Given): Wanted {
  const clients = whole(options, 'clients', 10_000);
  return {
    clients,
    contacts: whole(options, 'contacts', clients * CONTACTS_A_CLIENT),
    seed: whole(options, 'seed', 1),
    writers: whole(options, 'writers', Math.min(4, availableParallelism())),
    today: Math.floor(Date.now() / DAY) * DAY,
  };
}

/** Runs one command to its end. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    console.error(fault instanceof OptionFault ? fault.message : fault);
    process.exitCode = 1;
  }
}
