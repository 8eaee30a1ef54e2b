import { Injectable } from '@nestjs/common';
import type { HeldLink } from '../../audit/links/link-door.js';
import { OpenByCode, type Holder } from '../../audit/links/open-by-code.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { linkNotOpened, linkOpened } from '../domain/client-hands.events.js';
import { HandDoor } from '../persistence/hand-door.js';

const about = ({ linkId, personId }: HeldLink) => ({ id: linkId, clientId: personId });

const CLIENT: Holder = {
  ...{ role: 'client', purpose: 'client_request' },
  opened: (link) => linkOpened(about(link)),
  notOpened: (link, why) => linkNotOpened(about(link), why),
};

/** From a client’s link and its code to a session of her own. */
@Injectable()
export class OpenHandLink extends OpenByCode {
  constructor(work: UnitOfWork, door: HandDoor) {
    super(work, door, CLIENT);
  }
}
