import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessTokens } from './access-tokens.js';
import { Grants } from './grants.js';
import { PermissionGuard } from './permission.guard.js';
import { Records } from './records.js';

@Global()
@Module({
  providers: [AccessTokens, Grants, Records, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [AccessTokens, Grants, Records],
})
export class AccessModule {}
