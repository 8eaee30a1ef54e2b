import type { InputRule } from './validation.js';

const TAG = '^[a-z]{2,3}(-[A-Z]{2})?$';

/** BCP 47, as short as it is used here: `fr`, `cr`, `en-CA`. */
export const languageTag: InputRule = {
  code: 'language',
  holds: (value) => typeof value === 'string' && new RegExp(TAG).test(value),
  message: { en: 'Send a language, such as fr or cr.', fr: 'Envoyez une langue, par exemple fr ou cr.' },
  schema: { type: 'string', pattern: TAG, example: 'fr' },
};
