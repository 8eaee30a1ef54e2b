import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertNoRouteIsSilent, routesOf } from './access/route-census.js';
import { API_NAMES, API_TAGS, apiComments } from './api-description.js';
import { API_EXAMPLES } from './api-examples.js';
import { AppModule, type AppOptions } from './app.module.js';
import { CEILING, guardCeiling } from './platform/http/ceiling.js';
import { Metrics } from './platform/http/metrics.js';
import { ApiDocument } from './platform/http/openapi/api-document.js';
import { serveDocs } from './platform/http/openapi/docs-pages.js';
import { Routes } from './platform/http/routes.js';
import { fastifyServer } from './platform/http/server.js';
import { logRequests } from './platform/log/access-log.js';
import { makeLog } from './platform/log/log.js';
import { nestLog } from './platform/log/nest-log.js';
import { version } from './platform/version.js';

/**
 * The programme as it serves: the same for `main` and for every test.
 *
 * @param root a test adds routes of its own around it
 * @throws Error when a route says neither which permission it takes nor why it takes none
 */
export async function createApp(options: AppOptions, root = AppModule.with(options)): Promise<NestFastifyApplication> {
  const log = options.log ?? makeLog('warn');
  const adapter = fastifyServer(log, options.trustedProxies ?? []);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false, // whoever starts it says why it could not
  });
  watch(app, options);
  describe(app, options);
  return app;
}

function watch(app: NestFastifyApplication, { ceiling = CEILING }: AppOptions): void {
  const server = app.getHttpAdapter().getInstance();
  const routes = app.get(Routes);
  server.addHook('onRoute', (route) => routes.add(route));
  guardCeiling(server, ceiling);
  logRequests(server);
  app.get(Metrics).watch(server);
}

function describe(app: NestFastifyApplication, { document }: AppOptions): void {
  const routes = routesOf(app.get(ModulesContainer));
  assertNoRouteIsSilent(routes);
  if (document) app.get(ApiDocument).take(document);
  else describeAnew(app, routes);
  serveDocs(app);
}

function describeAnew(app: NestFastifyApplication, routes: ReturnType<typeof routesOf>): void {
  const byName = new Map(routes.map((route) => [route.name, route]));
  const words = {
    version: version(),
    tags: API_TAGS,
    names: API_NAMES,
    examples: API_EXAMPLES,
    comments: apiComments(),
  };
  app.get(ApiDocument).describe(app, words, (operationId) => byName.get(operationId) ?? {});
}
