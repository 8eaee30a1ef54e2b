import { Module } from '@nestjs/common';
import { DisclosuresModule } from '../disclosures/disclosures.module.js';
import { ReadAccessLog } from './application/read-access-log.js';
import { SearchAudit } from './application/search-audit.js';
import { AccessLogController } from './http/access-log.controller.js';
import { AuditController } from './http/audit.controller.js';
import { AccessLogStore } from './persistence/access-log.store.js';

/** Who looked: for the client in plain words, and for whoever answers for privacy. */
@Module({
  imports: [DisclosuresModule],
  controllers: [AccessLogController, AuditController],
  providers: [AccessLogStore, ReadAccessLog, SearchAudit],
  exports: [ReadAccessLog],
})
export class AccessLogModule {}
