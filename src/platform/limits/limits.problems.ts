import { problem } from '../../kernel/refusal.js';

export const tooMany = problem('too_many', 'too-many', {
  en: { title: 'Too many requests', detail: 'Wait {retryAfter} seconds, then go on.' },
  fr: { title: 'Trop de demandes', detail: 'Attendez {retryAfter} secondes, puis continuez.' },
});
