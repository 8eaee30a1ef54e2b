import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { isId } from '../../kernel/ids.js';
import { Refusal, type Fault, type Sentence } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import { isAccepted } from './accepted.js';
import { idText } from './validation.js';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;
const PLAIN: readonly unknown[] = [undefined, String, Number, Boolean, Array, Object];
/** `@Paging()` reads these two. */
const PAGING = new Set(['limit', 'cursor']);

/** Every fault of body, query and path at once, before a handler sees any of it. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') return idOf(value, data);
    if (type === 'query' && data !== undefined) return single(value, data);
    if (type === 'custom' || PLAIN.includes(metatype)) return value;
    return inputOf(metatype as ClassConstructor<object>, type === 'query' ? withoutPaging(value) : value, type);
  }
}

/** The input, checked. @throws Refusal `invalid` with every fault at once */
export async function inputOf<T extends object>(
  of: ClassConstructor<T>,
  value: unknown,
  where: 'body' | 'query',
): Promise<T> {
  const given = value ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw new Refusal(invalid, {}, [NOT_AN_OBJECT]);
  const input = plainToInstance(of, given);
  if (isAccepted(input)) return input;
  const errors = await validate(input, OPTIONS);
  if (errors.length === 0) return input;
  const faults = errors.flatMap((error) => faultsOf(error, '', where));
  throw new Refusal(invalid, {}, faults);
}

const NOT_AN_OBJECT: Fault = {
  pointer: '',
  code: 'object',
  message: { en: 'Send one JSON object.', fr: 'Envoyez un objet JSON.' },
};

/** Parameters named `id` or `…Id` are ids; PostgreSQL would answer anything else with a fault of its own. */
function idOf(value: unknown, name: string | undefined): unknown {
  if (name === undefined || !/(^id|Id)$/.test(name) || isId(value)) return value;
  throw new Refusal(invalid, {}, [{ in: 'path', pointer: `/${name}`, code: idText.code, message: idText.message }]);
}

function single(value: unknown, name: string): unknown {
  if (value === undefined || typeof value === 'string') return value;
  const message = { en: 'Send this once.', fr: 'Envoyez ceci une seule fois.' };
  throw new Refusal(invalid, {}, [{ in: 'query', pointer: `/${name}`, code: 'once', message }]);
}

const withoutPaging = (value: unknown): object =>
  Object.fromEntries(Object.entries(value as object).filter(([name]) => !PAGING.has(name)));

function faultsOf(error: ValidationError, above: string, where: 'body' | 'query'): readonly Fault[] {
  const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const place = where === 'body' ? { pointer } : { in: where, pointer };
  const own = Object.entries(error.constraints ?? {}).map(([name, text]) => ({ ...place, ...told(error, name, text) }));
  const nested = (error.children ?? []).flatMap((child) => faultsOf(child, pointer, where));
  // "Must be an object" from the library says nothing that our own rule has not said.
  return [...own.filter(({ code }) => code !== 'nestedValidation' || own.length === 1), ...nested];
}

const UNKNOWN_FIELD: Sentence = {
  en: 'There is no such field here. Leave it out, or check its spelling in /docs.',
  fr: 'Ce champ n’existe pas ici. Retirez-le ou vérifiez son nom dans /docs.',
};

function told(error: ValidationError, name: string, text: string): Pick<Fault, 'code' | 'message'> {
  const ours = error.contexts?.[name] as Pick<Fault, 'code' | 'message'> | undefined;
  if (ours) return ours;
  if (name === 'whitelistValidation') return { code: 'unknown_field', message: UNKNOWN_FIELD };
  return { code: name, message: { en: text, fr: `Cette valeur n’est pas acceptée (${name}).` } };
}
