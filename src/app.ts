import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { newId } from './kernel/ids.js';

/** The programme as it serves: the same for `main` and for every test. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ genReqId: () => newId(), bodyLimit: 1_048_576, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false, // whoever starts it says why it could not
  });
  return app;
}
