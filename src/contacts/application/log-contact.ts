import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { SeenContact } from './contact-desk.js';
import { ContactLogging, type LogWish } from './contact-logging.js';
import { ReadContact } from './read-contact.js';

/** The peer's thirty seconds: channel and outcome are enough. */
@Injectable()
export class LogContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly logging: ContactLogging,
    private readonly reading: ReadContact,
  ) {}

  by(actor: Actor, wish: LogWish): Promise<SeenContact> {
    return this.work.runAsking(
      actor,
      (tx) => this.logging.ask(tx, wish),
      async (tx, ...asked) => {
        const { id, made } = await this.logging.within(tx, wish, ...asked);
        return made ?? this.reading.within(tx, id);
      },
    );
  }
}
