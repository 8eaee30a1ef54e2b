import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { LOWEST_PASSWORD_COST, PASSWORD_COST, type PasswordCost } from './config/password-cost.js';
import { PUBLIC_URL } from './config/public-url.js';
import { APP_DATABASE, Transactions } from './database/transaction.js';
import { HouseKeys } from './sealing/house-keys.js';
import { MasterKeys } from './sealing/master-key.js';
import { SearchTokens } from './sealing/search-tokens.js';
import { Words } from './sealing/words.js';

export interface PlatformOptions {
  /** Connected as role `app`. */
  readonly database: DataSource;
  readonly masterKeys: MasterKeys;
  /** As people reach this service, without a trailing slash. */
  readonly publicUrl?: string;
  readonly passwordCost?: PasswordCost;
}

/** The outside world, for every feature: the database and the keys. */
@Module({})
export class PlatformModule {
  static with({ database, masterKeys, publicUrl, passwordCost }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: APP_DATABASE, useValue: database },
        { provide: MasterKeys, useValue: masterKeys },
        { provide: PUBLIC_URL, useValue: publicUrl ?? 'http://127.0.0.1:3000' },
        { provide: PASSWORD_COST, useValue: passwordCost ?? LOWEST_PASSWORD_COST },
        Transactions,
        Words,
        HouseKeys,
        SearchTokens,
      ],
      exports: [APP_DATABASE, MasterKeys, PUBLIC_URL, PASSWORD_COST, Transactions, Words, HouseKeys, SearchTokens],
    };
  }
}
