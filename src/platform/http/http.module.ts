import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AnswerHeaders } from './answer-headers.interceptor.js';
import { EntranceController } from './entrance.controller.js';
import { InputPipe } from './input.pipe.js';
import { KnownQuery } from './known-query.interceptor.js';
import { ApiDocument } from './openapi/api-document.js';
import { Metrics } from './metrics.js';
import { ProblemPagesController } from './problem-pages.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { Routes } from './routes.js';
import { ExactLimits } from '../limits/exact-limits.js';

/** How this API speaks HTTP, for every route alike. */
@Global()
@Module({
  controllers: [EntranceController, ProblemPagesController],
  providers: [
    Routes,
    Metrics,
    ExactLimits,
    ApiDocument,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_INTERCEPTOR, useClass: KnownQuery },
    { provide: APP_INTERCEPTOR, useClass: AnswerHeaders },
  ],
  exports: [Routes, Metrics, ExactLimits, ApiDocument],
})
export class HttpModule {}
