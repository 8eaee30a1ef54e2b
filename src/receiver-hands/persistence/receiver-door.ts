import { Injectable } from '@nestjs/common';
import { LinkDoor } from '../../audit/links/link-door.js';

/** Whoever holds the link of a referral is nobody but that link. */
@Injectable()
export class ReceiverDoor extends LinkDoor {
  constructor() {
    super({
      prefix: 'receiver',
      person: 'link_id',
      hold: `SELECT set_config('app.person', $2, true), set_config('app.link', $1, true), set_config('app.role', 'receiver', true)`,
      stands: 'receiver_link_stands()',
    });
  }
}
