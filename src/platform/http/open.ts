import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const OPEN = 'access:open';

/** A route that takes no sign-in, and why. The reasons are a page of the documents. */
export const Open = (reason: string): CustomDecorator => SetMetadata(OPEN, reason);
