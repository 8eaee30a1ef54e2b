import { Module, type DynamicModule } from '@nestjs/common';
import type { FixedClock } from './enter.js';
import { ReceiptKeys } from './receipt-of.js';
import { Receipts } from './receipts.js';
import { FIXED_CLOCK, UnitOfWork } from './unit-of-work.js';

@Module({})
export class AuditModule {
  static with(clock: FixedClock): DynamicModule {
    return {
      module: AuditModule,
      global: true,
      providers: [{ provide: FIXED_CLOCK, useValue: clock }, UnitOfWork, ReceiptKeys, Receipts],
      exports: [UnitOfWork, ReceiptKeys, Receipts],
    };
  }
}
