import { backgroundPool } from '../../platform/database/background-pool.js';
import { CONNECTION } from '../../platform/database/connect.js';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import { sealOnce } from './seal-entries.js';
import { SealsFile } from './seals-file.js';

export interface SealPlace {
  /** As role `sealer`, straight to the server. */
  readonly url: string;
  readonly file: string;
}

export interface Told {
  readonly sealed: number;
  /** Why it broke off, by code or in our own words: a database's message may quote a value. */
  readonly fault?: string;
}

/** Rows in one seal, at most. */
const BATCH = 5_000;

/** Turn after turn of sealing, on one connection. */
export class SealTurns {
  private readonly file: SealsFile;
  private readonly pool;

  constructor({ url, file }: SealPlace) {
    this.file = new SealsFile(file);
    const named = { ...CONNECTION, application_name: 'throughline-sealer' };
    this.pool = backgroundPool({ connectionString: url, ...named, max: 1 });
  }

  /** All that waits. */
  async seal(key: SecretKey): Promise<Told> {
    let sealed = 0;
    try {
      await this.turns(key, (rows) => (sealed += rows));
      return { sealed };
    } catch (fault) {
      const { code, message } = fault as { code?: string; message?: string };
      return { sealed, fault: code ?? message ?? String(fault) };
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async turns(key: SecretKey, tell: (sealed: number) => void): Promise<void> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      for (let more = true; more;) {
        const turn = await sealOnce(client, { key, file: this.file, batch: BATCH });
        tell(turn.sealed);
        more = turn.more;
      }
      broken = false;
    } finally {
      client.release(broken);
    }
  }
}
