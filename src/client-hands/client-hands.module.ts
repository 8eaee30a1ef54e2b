import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { CarePlanModule } from '../care-plan/care-plan.module.js';
import { ConsentsModule } from '../consents/consents.module.js';
import { DisclosuresModule } from '../disclosures/disclosures.module.js';
import { FindHandLinks } from './application/find-hand-links.js';
import { MakeHandLink } from './application/make-hand-link.js';
import { OpenHandLink } from './application/open-hand-link.js';
import { OwnSessions } from './application/own-session.js';
import { HandConsentsController } from './http/hand-consents.controller.js';
import { HandLinksController } from './http/hand-links.controller.js';
import { HandPagesController } from './http/hand-pages.controller.js';
import { MyController } from './http/my.controller.js';
import { HandDoor } from './persistence/hand-door.js';
import { HandLinkStore } from './persistence/hand-link.store.js';

/** The client's own way in, without an account: what staff read of her, read by herself. */
@Module({
  imports: [CarePlanModule, AccessLogModule, ConsentsModule, DisclosuresModule],
  controllers: [HandLinksController, MyController, HandPagesController, HandConsentsController],
  providers: [HandLinkStore, HandDoor, MakeHandLink, FindHandLinks, OpenHandLink, OwnSessions],
})
export class ClientHandsModule {}
