import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AmendContact } from './application/amend-contact.js';
import { ContactDesk } from './application/contact-desk.js';
import { ContactLogging } from './application/contact-logging.js';
import { ContactsOfClients } from './application/contacts-of-clients.js';
import { FindContacts } from './application/find-contacts.js';
import { LogContact } from './application/log-contact.js';
import { LogContactBatch } from './application/log-contact-batch.js';
import { MoveContact } from './application/move-contact.js';
import { ReadContact } from './application/read-contact.js';
import { ReadContactVersions } from './application/read-contact-versions.js';
import { ContactBatchesController } from './http/contact-batches.controller.js';
import { ContactsController } from './http/contacts.controller.js';
import { ContactStore } from './persistence/contact.store.js';
import { SealedContacts } from './persistence/sealed-contacts.js';

const USE_CASES = [
  LogContact,
  LogContactBatch,
  ReadContact,
  FindContacts,
  AmendContact,
  MoveContact,
  ReadContactVersions,
];

/** What a worker did with a client, met or tried to reach. */
@Module({
  imports: [TasksModule, ClientsModule],
  controllers: [ContactsController, ContactBatchesController],
  providers: [ContactStore, SealedContacts, ContactDesk, ContactLogging, ContactsOfClients, ...USE_CASES],
  exports: [ContactsOfClients],
})
export class ContactsModule {}
