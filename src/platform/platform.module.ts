import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { APP_DATABASE, Transactions } from './database/transaction.js';
import { HouseKeys } from './sealing/house-keys.js';
import { MasterKeys } from './sealing/master-key.js';
import { Words } from './sealing/words.js';

export interface PlatformOptions {
  /** Connected as role `app`. */
  readonly database: DataSource;
  readonly masterKeys: MasterKeys;
}

/** The outside world, for every feature: the database and the keys. */
@Module({})
export class PlatformModule {
  static with({ database, masterKeys }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: APP_DATABASE, useValue: database },
        { provide: MasterKeys, useValue: masterKeys },
        Transactions,
        Words,
        HouseKeys,
      ],
      exports: [APP_DATABASE, MasterKeys, Transactions, Words, HouseKeys],
    };
  }
}
