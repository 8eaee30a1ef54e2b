import { Module } from '@nestjs/common';
import { Disclosures } from './application/disclosures.js';
import { ReadDisclosures } from './application/read-disclosures.js';
import { DisclosuresController } from './http/disclosures.controller.js';
import { DisclosureStore } from './persistence/disclosure.store.js';

/** The register of what leaves the service. */
@Module({
  controllers: [DisclosuresController],
  providers: [DisclosureStore, Disclosures, ReadDisclosures],
  exports: [Disclosures, ReadDisclosures],
})
export class DisclosuresModule {}
