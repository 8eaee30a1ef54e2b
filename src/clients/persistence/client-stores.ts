import { Injectable } from '@nestjs/common';
import { CareTeamStore } from './care-team.store.js';
import { ClientStore } from './client.store.js';
import { ParticularStore } from './particular.store.js';
import { SearchStore } from './search.store.js';

/** What one client's record is kept in. */
@Injectable()
export class ClientStores {
  constructor(
    readonly clients: ClientStore,
    readonly particulars: ParticularStore,
    readonly team: CareTeamStore,
    readonly search: SearchStore,
  ) {}
}
