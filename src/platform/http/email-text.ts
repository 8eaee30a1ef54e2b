import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Is, type InputRule } from './validation.js';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const EMAIL = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@${LABEL}(?:\\.${LABEL})+$`);

const emailText: InputRule = {
  code: 'email',
  holds: (value) => typeof value === 'string' && value.length <= 254 && EMAIL.test(value),
  message: {
    en: 'Send an e-mail address, such as kim@example.org.',
    fr: 'Envoyez une adresse courriel, par exemple kim@example.org.',
  },
  schema: { type: 'string', format: 'email', maxLength: 254, example: 'kim@example.org' },
};

/** The same address however it was typed: trimmed and in lower case. */
const lowered = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase() : value;

export const IsEmailText = (): PropertyDecorator => applyDecorators(Transform(lowered), Is(emailText));
