import { CODE } from '../../kernel/one-time-link.js';
import { Is } from '../../platform/http/validation.js';

/** Six digits; spaces are for eyes. */
export const IsLinkCode = (): PropertyDecorator =>
  Is({
    code: 'code',
    holds: (value) => typeof value === 'string' && CODE.test(digitsIn(value)),
    message: { en: 'Send the six digits.', fr: 'Envoyez les six chiffres.' },
    schema: { type: 'string', pattern: '^[\\d\\s]{6,12}$', example: '204815', description: 'As it was told.' },
  });

export const digitsIn = (told: string): string => told.replaceAll(/\s/g, '');

const LINK = /^[\w-]{43}$/;

/** The last part of a link's address. */
export const IsLinkSecret = (): PropertyDecorator =>
  Is({
    code: 'link',
    holds: (value) => typeof value === 'string' && LINK.test(value),
    message: {
      en: 'Send the last part of the link’s address.',
      fr: 'Envoyez la dernière partie de l’adresse du lien.',
    },
    schema: { type: 'string', pattern: LINK.source },
  });

/** A version as a page put it into its form. */
export const IsVersionText = (): PropertyDecorator =>
  Is({
    code: 'version',
    holds: (value) => typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value),
    message: { en: 'Open the page again.', fr: 'Rouvrez la page.' },
    schema: { type: 'string', pattern: '^[1-9]\\d{0,8}$' },
  });
