import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule } from '../../platform/health/health.module.js';
import { Sealer, SEALER_SETTINGS, type SealerSettings } from './sealer.js';

/** Seals nothing by itself: whoever starts the programme asks for `Sealer` and starts it. */
@Module({})
export class SealModule {
  static with(settings: SealerSettings): DynamicModule {
    return {
      module: SealModule,
      imports: [HealthModule],
      providers: [{ provide: SEALER_SETTINGS, useValue: settings }, Sealer],
      exports: [Sealer],
    };
  }
}
