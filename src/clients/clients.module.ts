import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { AddParticular } from './application/add-particular.js';
import { ChangeClient } from './application/change-client.js';
import { ChangeParticular } from './application/change-particular.js';
import { CreateClient } from './application/create-client.js';
import { EndParticular } from './application/end-particular.js';
import { FoundBy } from './application/found-by.js';
import { IndexAnew } from './application/index-anew.js';
import { JoinCareTeam } from './application/join-care-team.js';
import { ListCaseload } from './application/list-caseload.js';
import { ListParticulars } from './application/list-particulars.js';
import { MoveCareTeam } from './application/move-care-team.js';
import { NamesOfClients } from './application/names-of-clients.js';
import { NewRecord } from './application/new-record.js';
import { OpenedClients } from './application/opened-clients.js';
import { OpenedParticulars } from './application/opened-particulars.js';
import { PersonOfClients } from './application/person-of-clients.js';
import { ReadCareTeam } from './application/read-care-team.js';
import { ReadClient } from './application/read-client.js';
import { ReadParticular } from './application/read-particular.js';
import { SearchClients } from './application/search-clients.js';
import { Workers } from './application/workers.js';
import { CareTeamController } from './http/care-team.controller.js';
import { ChannelsController } from './http/channels.controller.js';
import { ClientsController } from './http/clients.controller.js';
import { NamesController } from './http/names.controller.js';
import { SupportersController } from './http/supporters.controller.js';
import { CareTeamStore } from './persistence/care-team.store.js';
import { ClientStores } from './persistence/client-stores.js';
import { ClientStore } from './persistence/client.store.js';
import { ParticularStore } from './persistence/particular.store.js';
import { PersonStore } from './persistence/person.store.js';
import { SearchStore } from './persistence/search.store.js';

const STORES = [ClientStore, ParticularStore, CareTeamStore, SearchStore, PersonStore, ClientStores];
const READING = [PersonOfClients, NamesOfClients, OpenedClients, OpenedParticulars, FoundBy, IndexAnew];
const USE_CASES = [
  ...[CreateClient, NewRecord, ReadClient, ChangeClient, ListCaseload, SearchClients],
  ...[ListParticulars, ReadParticular, AddParticular, ChangeParticular, EndParticular],
  ...[ReadCareTeam, JoinCareTeam, MoveCareTeam],
];

/** Who she is, how she may be reached, who stands by her and who works with her. */
@Module({
  imports: [TasksModule],
  controllers: [ClientsController, NamesController, ChannelsController, SupportersController, CareTeamController],
  providers: [...STORES, ...READING, ...USE_CASES, Workers],
  exports: [OpenedClients, NamesOfClients, PersonOfClients, Workers, NewRecord, FoundBy],
})
export class ClientsModule {}
