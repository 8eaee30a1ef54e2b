import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';

export const LOCATION = 'http:location';

/**
 * A POST that makes a record: 201 with `Location`, filled from the answer's and the path's own members, such as
 * `@Creates('/v1/clients/{id}')`.
 */
export const Creates = (location: string): MethodDecorator =>
  applyDecorators(HttpCode(201), SetMetadata(LOCATION, location));
