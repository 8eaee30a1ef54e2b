import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type, type ClassConstructor } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isCivilDate, isInstant, isTimeZone } from '../../kernel/civil-time.js';
import { isId } from '../../kernel/ids.js';
import type { Sentence } from '../../kernel/refusal.js';
import { DAY, ID, INSTANT } from './openapi/fields.js';

/** What a value must be, how the OpenAPI document says so, and what a caller is told otherwise. */
export interface InputRule {
  readonly code: string;
  readonly holds: (value: unknown) => boolean;
  readonly message: Sentence;
  readonly schema: ApiPropertyOptions;
}

/** A required field. Order with `@Optional()` and `@Clearable()` does not matter. */
export const Is = ({ code, holds, message, schema }: InputRule): PropertyDecorator =>
  applyDecorators(
    ValidateBy(
      { name: code, validator: { validate: holds, defaultMessage: () => message.en } },
      { context: { code, message } },
    ),
    ApiProperty(schema),
  );

/** May be absent; null is a fault. */
export const Optional = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

/** For merge patch: absent keeps, null clears. */
export const Clearable = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined && value !== null),
    ApiProperty({ required: false, nullable: true }),
  );

const instant: InputRule = {
  code: 'instant',
  holds: isInstant,
  message: {
    en: 'Send an instant with its offset, such as 2026-11-23T09:00:00-07:00.',
    fr: 'Envoyez un instant avec son décalage, par exemple 2026-11-23T09:00:00-07:00.',
  },
  schema: { ...INSTANT, example: '2026-11-23T09:00:00-07:00' },
};

const civilDate: InputRule = {
  code: 'civil_date',
  holds: isCivilDate,
  message: {
    en: 'Send a day that exists, such as 2026-11-23, without a time.',
    fr: 'Envoyez un jour qui existe, par exemple 2026-11-23, sans heure.',
  },
  schema: { ...DAY, example: '2026-11-23' },
};

export const idText: InputRule = {
  code: 'id',
  holds: isId,
  message: { en: 'Send a UUID in lower case.', fr: 'Envoyez un UUID en minuscules.' },
  schema: { ...ID, example: '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234' },
};

const timeZone: InputRule = {
  code: 'time_zone',
  holds: isTimeZone,
  message: {
    en: 'Send an IANA time zone, such as America/Edmonton.',
    fr: 'Envoyez un fuseau horaire IANA, par exemple America/Edmonton.',
  },
  schema: { type: 'string', example: 'America/Edmonton' },
};

const yesNo: InputRule = {
  code: 'boolean',
  holds: (value) => typeof value === 'boolean',
  message: { en: 'Send true or false.', fr: 'Envoyez true ou false.' },
  schema: { type: 'boolean' },
};

/** What somebody wrote, 1 to `max` characters beside the spaces around it; no NUL and no half of a character. */
export const words = ({ max }: { readonly max: number }): InputRule => ({
  code: 'words',
  holds: (value) => typeof value === 'string' && isText(value) && value.trim().length > 0 && value.length <= max,
  message: { en: `Send text of 1 to ${max} characters.`, fr: `Envoyez un texte de 1 à ${max} caractères.` },
  schema: { type: 'string', minLength: 1, maxLength: max },
});

const whole = ({ min, max }: { readonly min: number; readonly max: number }): InputRule => ({
  code: 'whole_number',
  holds: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  message: {
    en: `Send a whole number from ${min} to ${max}.`,
    fr: `Envoyez un nombre entier de ${min} à ${max}.`,
  },
  schema: { type: 'integer', minimum: min, maximum: max },
});

export const oneOf = (values: readonly string[]): InputRule => ({
  code: 'one_of',
  holds: (value) => typeof value === 'string' && values.includes(value),
  message: { en: `Send one of: ${values.join(', ')}.`, fr: `Envoyez l’une de ces valeurs : ${values.join(', ')}.` },
  schema: { type: 'string', enum: [...values] },
});

const listOfRule = (rule: InputRule, { min = 0, max }: ListSize): InputRule => ({
  code: `list_of_${rule.code}`,
  holds: (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every((item) => rule.holds(item)),
  message: {
    en: `Send a list of ${min} to ${max}. Each item: ${rule.message.en}`,
    fr: `Envoyez une liste de ${min} à ${max}. Chaque élément : ${rule.message.fr}`,
  },
  schema: {
    type: 'array',
    items: rule.schema as never,
    ...('example' in rule.schema && { example: [rule.schema.example] }),
    minItems: min,
    maxItems: max,
  },
});

export interface ListSize {
  readonly min?: number;
  readonly max: number;
}

export const IsInstant = (): PropertyDecorator => Is(instant);
export const IsCivilDate = (): PropertyDecorator => Is(civilDate);
export const IsIdText = (): PropertyDecorator => Is(idText);
export const IsTimeZone = (): PropertyDecorator => Is(timeZone);
export const IsYesNo = (): PropertyDecorator => Is(yesNo);
export const IsWords = (size: { readonly max: number }): PropertyDecorator => Is(words(size));
export const IsWhole = (range: { readonly min: number; readonly max: number }): PropertyDecorator => Is(whole(range));
/** In a move: `@IsOneOf(referralLifecycle.verbs) move!: ReferralVerb`. */
export const IsOneOf = (values: readonly string[]): PropertyDecorator => Is(oneOf(values));
export const IsListOf = (rule: InputRule, size: ListSize): PropertyDecorator => Is(listOfRule(rule, size));

/** One object of its own class. */
export const IsPart = (of: () => ClassConstructor<unknown>): PropertyDecorator =>
  applyDecorators(Is({ ...part, schema: { type: () => of() } }), ValidateNested(), Type(of));

/** A list of objects of one class. */
export const IsListOfParts = (of: () => ClassConstructor<unknown>, { min = 0, max }: ListSize): PropertyDecorator =>
  applyDecorators(
    Is({
      code: 'list_of_objects',
      holds: (value) => Array.isArray(value) && value.length >= min && value.length <= max && value.every(part.holds),
      message: {
        en: `Send a list of ${min} to ${max} objects.`,
        fr: `Envoyez une liste de ${min} à ${max} objets.`,
      },
      schema: { type: () => of(), isArray: true, minItems: min, maxItems: max },
    }),
    ValidateNested({ each: true }),
    Type(of),
  );

const part = {
  code: 'object',
  holds: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  message: {
    en: 'Send an object with the fields that /docs shows here.',
    fr: 'Envoyez un objet avec les champs que /docs montre ici.',
  },
};

/** Well-formed Unicode without NUL, which PostgreSQL's text cannot hold. */
export const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
