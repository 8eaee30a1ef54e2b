import { Module } from '@nestjs/common';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { FindReceiverLinks } from './application/find-receiver-links.js';
import { MakeReceiverLink } from './application/make-receiver-link.js';
import { OpenReceiverLink } from './application/open-receiver-link.js';
import { ReceivedReferrals } from './application/received-referrals.js';
import { ReceivedPagesController } from './http/received-pages.controller.js';
import { ReceivedController } from './http/received.controller.js';
import { ReceiverLinksController } from './http/receiver-links.controller.js';
import { ReceivedReferralStore } from './persistence/received-referral.store.js';
import { ReceiverDoor } from './persistence/receiver-door.js';
import { ReceiverLinkStore } from './persistence/receiver-link.store.js';

/** A referral that goes to somebody without an account: a link to it, and their answer. */
@Module({
  imports: [ReferralsModule],
  controllers: [ReceiverLinksController, ReceivedController, ReceivedPagesController],
  providers: [
    ...[ReceiverLinkStore, ReceiverDoor, ReceivedReferralStore],
    ...[MakeReceiverLink, FindReceiverLinks, OpenReceiverLink, ReceivedReferrals],
  ],
})
export class ReceiverHandsModule {}
