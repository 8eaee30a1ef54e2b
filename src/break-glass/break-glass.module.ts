import { Module } from '@nestjs/common';
import { BreakGlassDesk } from './application/break-glass-desk.js';
import { FindBreakGlass } from './application/find-break-glass.js';
import { MoveBreakGlass } from './application/move-break-glass.js';
import { OpenBreakGlass } from './application/open-break-glass.js';
import { BreakGlassController } from './http/break-glass.controller.js';
import { BreakGlassStore } from './persistence/break-glass.store.js';

/** A record opened in an emergency: told at once, over after an hour, and reviewed by somebody else. */
@Module({
  controllers: [BreakGlassController],
  providers: [BreakGlassStore, BreakGlassDesk, OpenBreakGlass, FindBreakGlass, MoveBreakGlass],
})
export class BreakGlassModule {}
