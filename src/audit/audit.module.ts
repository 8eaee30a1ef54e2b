import { Module, type DynamicModule } from '@nestjs/common';
import { LINK_TOKENS } from '../access/link-tokens.js';
import { REFUSAL_WITNESS } from '../platform/http/problem.filter.js';
import { LinkSessions } from './links/link-sessions.js';
import type { FixedClock } from './enter.js';
import { ReceiptKeys } from './receipt-of.js';
import { Receipts } from './receipts.js';
import { RefusalAudit } from './refusal-audit.js';
import { FIXED_CLOCK, UnitOfWork } from './unit-of-work.js';

@Module({})
export class AuditModule {
  static with(clock: FixedClock): DynamicModule {
    return {
      module: AuditModule,
      global: true,
      providers: [
        { provide: FIXED_CLOCK, useValue: clock },
        UnitOfWork,
        ReceiptKeys,
        Receipts,
        { provide: REFUSAL_WITNESS, useClass: RefusalAudit },
        { provide: LINK_TOKENS, useClass: LinkSessions },
      ],
      exports: [FIXED_CLOCK, UnitOfWork, ReceiptKeys, Receipts, REFUSAL_WITNESS, LINK_TOKENS],
    };
  }
}
