import { Injectable } from '@nestjs/common';
import type { RouteOptions } from 'fastify';

/** The routes as the server knows them: for the methods that a path answers to. */
@Injectable()
export class Routes {
  private readonly byTemplate = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  /** For Fastify's `onRoute` hook. */
  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    const known = this.byTemplate.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    [method].flat().forEach((one) => known.methods.add(one));
    this.byTemplate.set(url, known);
  }

  /** Every template with its methods. */
  get all(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map([...this.byTemplate].map(([template, { methods }]) => [template, methods]));
  }

  methodsAt(url: string): readonly string[] {
    const path = url.split('?')[0] ?? '';
    const methods = [...this.byTemplate.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(methods.flatMap((route) => [...route.methods]))].sort();
  }
}

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replaceAll('*', '.+')}$`,
  );
