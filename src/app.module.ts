import { Module, type DynamicModule } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { AccessLogModule } from './access-log/access-log.module.js';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdmissionsModule } from './admissions/admissions.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CarePlanModule } from './care-plan/care-plan.module.js';
import { ClientHandsModule } from './client-hands/client-hands.module.js';
import { BreakGlassModule } from './break-glass/break-glass.module.js';
import { ClientsModule } from './clients/clients.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import type { FixedClock } from './audit/enter.js';
import { SealModule } from './audit/seal/seal.module.js';
import type { SealerSettings } from './audit/seal/sealer.js';
import { DisclosuresModule } from './disclosures/disclosures.module.js';
import { GoalsModule } from './goals/goals.module.js';
import { JobsModule } from './jobs.module.js';
import { NeedsModule } from './needs/needs.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { HealthModule } from './platform/health/health.module.js';
import type { Ceiling } from './platform/http/ceiling.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { ReceiverHandsModule } from './receiver-hands/receiver-hands.module.js';
import { CallerLinksModule } from './referrals/caller-links.module.js';
import { RecordLinksModule } from './record-links/record-links.module.js';
import { ResponseLineModule } from './response-line/response-line.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { ServicesModule } from './services/services.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { TasksModule } from './tasks/tasks.module.js';

export interface AppOptions extends PlatformOptions {
  readonly clock: FixedClock;
  readonly log?: Logger;
  readonly ceiling?: Ceiling;
  /** Nobody, where nothing is said. */
  readonly trustedProxies?: readonly string[];
  /** As role `jobs`, straight to the server: where `JobRunner` is started. */
  readonly jobsUrl?: string;
  /** Where another application of the same routes has made it. */
  readonly document?: OpenAPIObject | undefined;
  /** Where `Sealer` is started. */
  readonly sealer?: SealerSettings;
}

/** The features, in the order in which they may know each other: each only those before it. */
const FEATURES = [
  OrganisationsModule,
  AccountsModule,
  TasksModule,
  ClientsModule,
  RecordLinksModule,
  ConsentsModule,
  BreakGlassModule,
  DisclosuresModule,
  ContactsModule,
  GoalsModule,
  NeedsModule,
  ServicesModule,
  ResponseLineModule,
  CallerLinksModule,
  ReferralsModule,
  AdmissionsModule,
  CarePlanModule,
  AccessLogModule,
  ClientHandsModule,
  RetentionModule,
  ReceiverHandsModule,
] as const;

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...[PlatformModule.with(options), HttpModule, HealthModule, AccessModule],
        ...[AuditModule.with(options.clock), JobsModule.with(options.jobsUrl)],
        ...[SealModule.with(options.sealer ?? {}), ...FEATURES],
      ],
    };
  }
}
