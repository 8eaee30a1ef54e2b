import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { FindAlikePairs } from './application/find-alike-pairs.js';
import { FindLinks } from './application/find-links.js';
import { JoinRecords } from './application/join-records.js';
import { LinkDesk } from './application/link-desk.js';
import { PartRecords } from './application/part-records.js';
import { PreviewLink } from './application/preview-link.js';
import { SetAsidePair } from './application/set-aside-pair.js';
import { PossibleDuplicatesController } from './http/possible-duplicates.controller.js';
import { RecordLinksController } from './http/record-links.controller.js';
import { AlikePairStore } from './persistence/alike-pair.store.js';
import { RecordLinkStore } from './persistence/record-link.store.js';

const USE_CASES = [FindLinks, PreviewLink, JoinRecords, PartRecords, FindAlikePairs, SetAsidePair];

/** Two records of one person, joined with their agreement and parted again; what each holds stays its own. */
@Module({
  imports: [ClientsModule],
  controllers: [RecordLinksController, PossibleDuplicatesController],
  providers: [RecordLinkStore, AlikePairStore, LinkDesk, ...USE_CASES],
})
export class RecordLinksModule {}
