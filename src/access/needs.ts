import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from './actor.js';
import type { Permission } from './policy.js';

export { Open, OPEN } from '../platform/http/open.js';

export const NEEDED = 'access:needed';

/** The permission a route takes. A route with neither `@Needs` nor `@Open` does not start. */
export const Needs = (permission: Permission): CustomDecorator => SetMetadata(NEEDED, permission);

export const STEPPED_UP = 'access:stepped-up';

/** Beside `@Needs`: the session showed its second factor within five minutes. Held where the transaction opens. */
export const SteppedUp = (): CustomDecorator => SetMetadata(STEPPED_UP, true);

export const BY_COOKIE = 'access:by-cookie';

/** A page for a browser: where no token is sent, the cookie of a link’s session is one. Nowhere else it is. */
export const ByCookie = (): CustomDecorator => SetMetadata(BY_COOKIE, true);

export interface ActingRequest {
  actor?: Actor;
}

/** The actor whom the guard let in. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Error('@By() stands on a route that nobody signs in to.');
  return actor;
});
