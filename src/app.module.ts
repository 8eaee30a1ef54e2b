import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import type { FixedClock } from './audit/enter.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

export interface AppOptions extends PlatformOptions {
  readonly clock: FixedClock;
}

/** The features, in the order in which they may know each other: each only those before it. */
const FEATURES = [] as const;

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(options), HttpModule, AccessModule, AuditModule.with(options.clock), ...FEATURES],
    };
  }
}
