import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | undefined>();

/** As V8 writes a place: `at name (file:///dist/src/x.js:12:5)`. */
const PLACE = /(file:\/\/[^\s)]+):(\d+):(\d+)/;

/**
 * From now on a stack trace names the line that somebody wrote. Each map is read when the first trace asks for it: with
 * its own support for them, Node reads the maps of all modules at the start and keeps them (15 MB, measured).
 */
export function nameSourceLines(): void {
  Error.prepareStackTrace = (fault, sites: readonly { toString(): string }[]) => {
    const places = sites.map((site) => String(site).replace(PLACE, written));
    return [String(fault), ...places.map((place) => `    at ${place}`)].join('\n');
  };
}

function written(place: string, url: string, line: string, column: string): string {
  const entry: Partial<SourceMapping> = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1) ?? {};
  const { originalSource, originalLine = 0, originalColumn = 0 } = entry;
  if (originalSource === undefined) return place;
  return `${fileURLToPath(new URL(originalSource, url))}:${originalLine + 1}:${originalColumn + 1}`;
}

function mapOf(url: string): SourceMap | undefined {
  if (!maps.has(url)) {
    const file = fileURLToPath(`${url}.map`);
    const map = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload) : undefined;
    maps.set(url, map && new SourceMap(map));
  }
  return maps.get(url);
}
