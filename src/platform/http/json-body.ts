import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal, type Fault, type Sentence } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { MERGE_PATCH, unsupportedBy } from './faults.js';
import { brokenJson } from './http.problems.js';
import { isText } from './validation.js';

const DEEPEST = 20;
/** Names that JavaScript reads as something else than a field. */
const NOT_FIELDS = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON, and merge patches where there is something to patch. Whatever else comes is 415. */
export function readJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_, body, done) => {
    settle(() => jsonOf(body), done);
  });
  server.addContentTypeParser<Buffer>(MERGE_PATCH, { parseAs: 'buffer' }, (request, body, done) => {
    settle(() => patchOf(request, body), done);
  });
}

function settle(read: () => unknown, done: (fault: Error | null, body?: unknown) => void): void {
  try {
    done(null, read());
  } catch (fault) {
    done(fault as Error);
  }
}

function patchOf(request: FastifyRequest, body: Buffer): unknown {
  if (request.method !== 'PATCH') throw unsupportedBy(request);
  return jsonOf(body);
}

/** @throws Refusal `broken_json`, or `invalid` naming each field whose name or text nobody can store */
function jsonOf(body: Buffer): unknown {
  const value = parsed(body);
  const faults = faultsIn(value);
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
  return value;
}

function parsed(body: Buffer): unknown {
  if (!isUtf8(body)) throw new Refusal(brokenJson);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Refusal(brokenJson);
  }
}

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** A walk without recursion: the sender decides how deep it is. */
function faultsIn(root: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const places: Place[] = [{ value: root, pointer: '', depth: 0 }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, pointer, depth } = place;
    if (typeof value === 'string' && !isText(value)) faults.push({ pointer, code: 'text', message: NOT_TEXT });
    if (depth === DEEPEST) return [...faults, { pointer: '', code: 'depth', message: TOO_DEEP }];
    for (const [name, inside] of membersOf(value)) {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (isNoField(name)) faults.push({ pointer: at.toWellFormed(), code: 'unknown_field', message: NO_FIELD });
      else places.push({ value: inside, pointer: at, depth: depth + 1 });
    }
  }
  return faults;
}

const membersOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const isNoField = (name: string): boolean => NOT_FIELDS.has(name) || !isText(name);

const NOT_TEXT: Sentence = {
  en: 'Take out NUL characters and halves of surrogate pairs.',
  fr: 'Retirez les caractères NUL et les moitiés de paires de substitution.',
};
const NO_FIELD: Sentence = {
  en: 'No field can have this name. Leave it out.',
  fr: 'Aucun champ ne peut porter ce nom. Retirez-le.',
};
const TOO_DEEP: Sentence = {
  en: `Nest objects and lists at most ${DEEPEST} deep.`,
  fr: `Imbriquez objets et listes sur ${DEEPEST} niveaux au plus.`,
};
