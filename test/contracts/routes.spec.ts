import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Needs, Open } from '../../src/access/needs.js';
import { routesOf, silentRoutes, type Route } from '../../src/access/route-census.js';
import { Routes } from '../../src/platform/http/routes.js';
import { World } from '../support/world.js';

@Controller('silent')
class SilentController {
  @Get()
  quiet(): string {
    return 'nothing';
  }
}

@Controller('torn')
class TornController {
  @Get()
  @Needs('me:read')
  @Open('and open as well')
  both(): string {
    return 'nothing';
  }
}

const PAGE = join(import.meta.dirname, '../../docs/architecture/open-routes.md');

const pageOf = (routes: readonly Route[]): string => `# Open routes

What takes no sign-in, and why. Every other route names the permission it needs; a route that says neither keeps the
program from starting. \`test/contracts/routes.spec.ts\` holds this page against the routes, and writes it anew when
\`WRITE_DOCS=1\` is set.

${routes
  .filter(({ open }) => open !== undefined)
  .map(({ method, template, open }) => `- \`${method} ${template}\`: ${open}`)
  .join('\n')}
`;

describe('the routes', () => {
  let world: World;
  let routes: readonly Route[];
  beforeAll(async () => {
    world = await World.open();
    routes = routesOf(world.app.get(ModulesContainer));
  });
  afterAll(() => world.close());

  it('each say which permission they need, or why they need none', () => {
    expect(routes.length).toBeGreaterThan(5);
    expect(silentRoutes(routes)).toEqual([]);
  });

  it('keep the programme from starting when one says nothing, or both', async () => {
    await expect(World.open(undefined, { controllers: [SilentController] })).rejects.toThrow('SilentController.quiet');
    await expect(World.open(undefined, { controllers: [TornController] })).rejects.toThrow('TornController.both');
  });

  it('are all there are: the server answers nothing else but the pages of the documentation', () => {
    const declared = new Set(routes.map(({ template }) => template));
    const served = [...world.app.get(Routes).all.keys()].filter((template) => !/^\/docs(\/|$)/.test(template));
    expect(served.length).toBeGreaterThan(5);
    expect(served.filter((template) => !declared.has(template))).toEqual([]);
  });

  it('that are open stand in the documents, each with its reason', () => {
    if (process.env['WRITE_DOCS']) writeFileSync(PAGE, pageOf(routes));
    expect(readFileSync(PAGE, 'utf8')).toBe(pageOf(routes));
  });
});
