import { Injectable } from '@nestjs/common';
import { LinkDoor } from '../../audit/links/link-door.js';

/** Her own link makes her the person of her own record. */
@Injectable()
export class HandDoor extends LinkDoor {
  constructor() {
    super({
      prefix: 'hand',
      person: 'client_id',
      stands: 'true',
      hold: `SELECT set_config('app.person', $2, true), set_config('app.client', $2, true), set_config('app.link', $1, true),
        set_config('app.role', 'client', true)`,
    });
  }
}
