import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { AddService } from './application/add-service.js';
import { ChangeService } from './application/change-service.js';
import { FindServices } from './application/find-services.js';
import { MatchServices } from './application/match-services.js';
import { MoveService } from './application/move-service.js';
import { WriteEligibility } from './application/write-eligibility.js';
import { ConfirmCapacity } from './application/confirm-capacity.js';
import { ServiceDesk } from './application/service-desk.js';
import { ServiceMatchesController } from './http/service-matches.controller.js';
import { ServicesController } from './http/services.controller.js';
import { ServiceStore } from './persistence/service.store.js';

/** What somebody can be referred to: the directory, what each service asks for, and how many places were free when. */
@Module({
  imports: [ClientsModule, NeedsModule],
  controllers: [ServicesController, ServiceMatchesController],
  providers: [
    ...[ServiceStore, ServiceDesk, FindServices, MatchServices],
    ...[AddService, ChangeService, MoveService, WriteEligibility, ConfirmCapacity],
  ],
  exports: [ServiceDesk],
})
export class ServicesModule {}
