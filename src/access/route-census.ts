import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { ModulesContainer } from '@nestjs/core';
import { MetadataScanner } from '@nestjs/core';
import { NEEDED, OPEN, STEPPED_UP } from './needs.js';
import type { Permission } from './policy.js';

/** One route as its controller declares it. */
export interface Route {
  /** `ClientsController.read`, which is also its operation id in the OpenAPI document. */
  readonly name: string;
  readonly method: string;
  /** Fastify's template: `/v1/clients/:id`. */
  readonly template: string;
  readonly needs: Permission | undefined;
  /** Why nobody has to sign in. */
  readonly open: string | undefined;
  /** Asks for a second factor shown a moment ago. */
  readonly steppedUp: boolean;
}

/** Every route of every controller in the programme. */
export function routesOf(modules: ModulesContainer): readonly Route[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  const classes = new Set(controllers.map(({ metatype }) => metatype as Type));
  return [...classes].flatMap(routesOfController).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ template, method }: Route): string => `${template} ${method}`;

function routesOfController(controller: Type): readonly Route[] {
  const prototype = controller.prototype as object;
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = Reflect.get(prototype, name) as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    return bases.flatMap((base) =>
      paths.map((path) => ({
        name: `${controller.name}.${name}`,
        method: RequestMethod[method],
        template: joined(base, path),
        needs: Reflect.getMetadata(NEEDED, handler) as Permission | undefined,
        open: Reflect.getMetadata(OPEN, handler) as string | undefined,
        steppedUp: Reflect.getMetadata(STEPPED_UP, handler) === true,
      })),
    );
  });
}

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Routes that say neither which permission they take nor why they take none; or both. */
export const silentRoutes = (routes: readonly Route[]): readonly string[] =>
  routes
    .filter(({ needs, open }) => (needs === undefined) === (open === undefined || open === ''))
    .map(({ name }) => name);

/** @throws Error naming each route that says nothing: such a programme does not start */
export function assertNoRouteIsSilent(routes: readonly Route[]): void {
  const silent = silentRoutes(routes);
  if (silent.length === 0) return;
  throw new Error(`These routes need @Needs('…') or @Open('…'), one of the two: ${silent.join(', ')}.`);
}
