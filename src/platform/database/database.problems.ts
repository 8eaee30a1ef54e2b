import { problem } from '../../kernel/refusal.js';

export const idTaken = problem('id_taken', 'conflict', {
  en: { title: 'This id is taken', detail: 'Something else has this id. Make a new UUIDv7 and send it again.' },
  fr: {
    title: 'Identifiant déjà pris',
    detail: 'Autre chose porte cet identifiant. Créez un nouvel UUIDv7 et renvoyez.',
  },
});

export const unavailable = problem('unavailable', 'unavailable', {
  en: { title: 'Not reachable right now', detail: 'Nothing was saved. Try again in {retryAfter} second(s).' },
  fr: {
    title: 'Indisponible pour le moment',
    detail: 'Rien n’a été enregistré. Réessayez dans {retryAfter} seconde(s).',
  },
});
