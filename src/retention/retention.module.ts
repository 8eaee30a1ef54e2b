import { Module } from '@nestjs/common';
import { FindErasures } from './application/find-erasures.js';
import { FindLegalHolds } from './application/find-legal-holds.js';
import { LiftLegalHold } from './application/lift-legal-hold.js';
import { MoveErasure } from './application/move-erasure.js';
import { PlaceLegalHold } from './application/place-legal-hold.js';
import { RequestErasure } from './application/request-erasure.js';
import { RetentionRulesHere } from './application/retention-rules-here.js';
import { ErasuresController } from './http/erasures.controller.js';
import { LegalHoldsController } from './http/legal-holds.controller.js';
import { RetentionController } from './http/retention.controller.js';
import { ErasureStore } from './persistence/erasure.store.js';
import { LegalHoldStore } from './persistence/legal-hold.store.js';
import { RetentionStore } from './persistence/retention.store.js';

const STORES = [ErasureStore, LegalHoldStore, RetentionStore];
const USE_CASES = [FindErasures, RequestErasure, MoveErasure, FindLegalHolds, PlaceLegalHold, LiftLegalHold];

/** How a record ends: how long it is kept, what keeps it longer, and two people who erase it. */
@Module({
  controllers: [LegalHoldsController, ErasuresController, RetentionController],
  providers: [...STORES, ...USE_CASES, RetentionRulesHere],
})
export class RetentionModule {}
