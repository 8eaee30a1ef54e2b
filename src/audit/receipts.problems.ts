import { problem } from '../kernel/refusal.js';

export const keyReused = problem('idempotency_key_reused', 'unprocessable', {
  en: { title: 'Another request has this key', detail: 'This Idempotency-Key came with other content. Use a new key.' },
  fr: {
    title: 'Clé déjà utilisée',
    detail: 'Cette clé Idempotency-Key est venue avec un autre contenu. Utilisez une nouvelle clé.',
  },
});

export const inFlight = problem('in_flight', 'conflict', {
  en: {
    title: 'Still at it',
    detail: 'The same request is being worked on. Ask again in a second, with the same key.',
  },
  fr: { title: 'En cours', detail: 'La même demande est en cours. Redemandez dans une seconde, avec la même clé.' },
});
