import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ChangeNeed } from './application/change-need.js';
import { FindNeeds } from './application/find-needs.js';
import { MoveNeed } from './application/move-need.js';
import { NeedDesk } from './application/need-desk.js';
import { NeedNoting } from './application/need-noting.js';
import { NeedsOfClients } from './application/needs-of-clients.js';
import { NoteNeed } from './application/note-need.js';
import { PlanAction } from './application/plan-action.js';
import { ReadNeed } from './application/read-need.js';
import { NeedsController } from './http/needs.controller.js';
import { NeedStore } from './persistence/need.store.js';

const USE_CASES = [FindNeeds, ReadNeed, NoteNeed, ChangeNeed, MoveNeed, PlanAction];

@Module({
  imports: [TasksModule, ClientsModule],
  controllers: [NeedsController],
  providers: [NeedStore, NeedDesk, NeedNoting, NeedsOfClients, ...USE_CASES],
  exports: [NeedsOfClients],
})
export class NeedsModule {}
