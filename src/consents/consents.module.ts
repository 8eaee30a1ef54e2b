import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { ConsentDesk } from './application/consent-desk.js';
import { ConsentMoving } from './application/consent-moving.js';
import { ConsentRecording } from './application/consent-recording.js';
import { FindConsents } from './application/find-consents.js';
import { MoveConsent } from './application/move-consent.js';
import { ReadConsent } from './application/read-consent.js';
import { Recipients } from './application/recipients.js';
import { RecordConsent } from './application/record-consent.js';
import { ConsentsController } from './http/consents.controller.js';
import { ConsentStore } from './persistence/consent.store.js';

const USE_CASES = [FindConsents, ReadConsent, RecordConsent, MoveConsent];

@Module({
  imports: [TasksModule],
  controllers: [ConsentsController],
  providers: [ConsentStore, ConsentDesk, Recipients, ConsentRecording, ConsentMoving, ...USE_CASES],
  exports: [Recipients, ReadConsent, FindConsents, MoveConsent, ConsentMoving],
})
export class ConsentsModule {}
