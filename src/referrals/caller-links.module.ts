import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.js';
import { CallerLinkDesk } from './application/caller-link-desk.js';
import { FindCallerLinks } from './application/find-caller-links.js';
import { LinkCaller } from './application/link-caller.js';
import { UnlinkCaller } from './application/unlink-caller.js';
import { CallerLinksController } from './http/caller-links.controller.js';
import { CallerLinkStore } from './persistence/caller-link.store.js';

/** What ties a client to a call, by her decision alone. */
@Module({
  imports: [ConsentsModule],
  controllers: [CallerLinksController],
  providers: [CallerLinkStore, CallerLinkDesk, FindCallerLinks, LinkCaller, UnlinkCaller],
  exports: [CallerLinkStore],
})
export class CallerLinksModule {}
