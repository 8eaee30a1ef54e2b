import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessTokens } from './access-tokens.js';
import { Grants } from './grants.js';
import { PermissionGuard } from './permission.guard.js';

@Global()
@Module({
  providers: [AccessTokens, Grants, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [AccessTokens, Grants],
})
export class AccessModule {}
