import type { LoggerService } from '@nestjs/common';
import { Logger as NestPino, PinoLogger } from 'nestjs-pino';
import type { Logger } from 'pino';

/** What Nest and everything in it says goes into the same log, by the same rules. */
export function nestLog(logger: Logger): LoggerService {
  const to = { pinoHttp: { logger } };
  return new NestPino(new PinoLogger(to), to);
}
