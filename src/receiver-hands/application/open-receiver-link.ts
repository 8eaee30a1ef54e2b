import { Injectable } from '@nestjs/common';
import type { HeldLink } from '../../audit/links/link-door.js';
import { OpenByCode, type Holder } from '../../audit/links/open-by-code.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { linkNotOpened, linkOpened } from '../domain/receiver-hands.events.js';
import { ReceiverDoor } from '../persistence/receiver-door.js';

const about = ({ linkId, clientId }: HeldLink) => ({ id: linkId, clientId });

const RECEIVER: Holder = {
  ...{ role: 'receiver', purpose: 'care_management' },
  opened: (link) => linkOpened(about(link)),
  notOpened: (link, why) => linkNotOpened(about(link), why),
};

/** From the link of a referral and its code to a session for that one referral. */
@Injectable()
export class OpenReceiverLink extends OpenByCode {
  constructor(work: UnitOfWork, door: ReceiverDoor) {
    super(work, door, RECEIVER);
  }
}
