import { Controller, Get } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProperty, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { version } from '../version.js';
import { ApiDocument } from './openapi/api-document.js';
import { Open } from './open.js';

class Entrance {
  @ApiProperty({ example: 'Throughline' })
  readonly name!: string;

  @ApiProperty({ example: '0.1.0' })
  readonly version!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { docs: '/docs' } })
  readonly links!: Readonly<Record<string, string>>;
}

const ENTRANCE: Entrance = {
  name: 'Throughline',
  version: version(),
  links: {
    docs: '/docs',
    openapi: '/openapi.json',
    problems: '/problems',
    live: '/health/live',
    ready: '/health/ready',
    signIn: '/v1/auth/login',
    me: '/v1/me',
  },
};

/** Where somebody arrives who knows nothing but the address. */
@ApiTags('entrance')
@Controller()
export class EntranceController {
  constructor(private readonly api: ApiDocument) {}

  /** What this is, its version, and where to go on. */
  @Get()
  @Open('says what this is and where to go on')
  @ApiOkResponse({ type: Entrance })
  entrance(): Entrance {
    return ENTRANCE;
  }

  @Get('openapi.json')
  @Open('the description of the API holds nothing about anybody')
  @ApiExcludeEndpoint()
  document(): OpenAPIObject {
    return this.api.document;
  }
}
