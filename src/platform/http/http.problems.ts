import { problem } from '../../kernel/refusal.js';

export const invalid = problem('invalid', 'invalid', {
  en: {
    title: 'The request does not hold together',
    detail: 'Nothing was saved. `errors` names each part and its mend.',
  },
  fr: {
    title: 'La demande n’est pas valide',
    detail: 'Rien n’a été enregistré. `errors` nomme chaque partie et sa correction.',
  },
});

export const brokenJson = problem('broken_json', 'invalid', {
  en: {
    title: 'Not JSON',
    detail: 'The body cannot be read as JSON in UTF-8. Check it with a JSON tool and send it again.',
  },
  fr: {
    title: 'JSON illisible',
    detail: 'Le corps ne se lit pas comme du JSON en UTF-8. Vérifiez-le avec un outil JSON et renvoyez-le.',
  },
});

export const brokenRequest = problem('broken_request', 'invalid', {
  en: {
    title: 'Not HTTP',
    detail: 'The request cannot be read as HTTP/1.1, or its headers are too long. Send it anew.',
  },
  fr: {
    title: 'HTTP illisible',
    detail: 'La demande ne se lit pas comme du HTTP/1.1, ou ses en-têtes sont trop longs. Envoyez-la de nouveau.',
  },
});

export const badAddress = problem('bad_address', 'invalid', {
  en: { title: 'Not an address', detail: 'The path or its percent-encoding cannot be read. Send it in UTF-8.' },
  fr: { title: 'Adresse illisible', detail: 'Le chemin ou son encodage ne se lit pas. Envoyez-le en UTF-8.' },
});

export const routeUnknown = problem('route_unknown', 'not-found', {
  en: { title: 'No such route', detail: 'Nothing answers here. GET / links what there is; /docs describes it.' },
  fr: { title: 'Route inconnue', detail: 'Rien ne répond ici. GET / donne les liens ; /docs décrit le reste.' },
});

export const methodUnknown = problem('method_not_allowed', 'not-allowed', {
  en: { title: 'Not with this method', detail: 'This route answers to: {allow}.' },
  fr: { title: 'Méthode non permise', detail: 'Cette route répond à : {allow}.' },
});

export const bodyTooLarge = problem('body_too_large', 'too-large', {
  en: { title: 'Too large', detail: 'A body may have {limit} bytes. Send it in smaller parts.' },
  fr: { title: 'Trop volumineux', detail: 'Un corps peut avoir {limit} octets. Envoyez-le en plus petites parties.' },
});

export const bodyUnsupported = problem('body_type_unsupported', 'unsupported', {
  en: { title: 'Not in this content type', detail: 'Send the body as {accepts}.' },
  fr: { title: 'Type de contenu non accepté', detail: 'Envoyez le corps comme {accepts}.' },
});

export const matchMissing = problem('if_match_missing', 'condition-missing', {
  en: {
    title: 'Which version?',
    detail: 'Read the record, then send its ETag as If-Match, so that nobody’s change is lost.',
  },
  fr: {
    title: 'Quelle version ?',
    detail: 'Lisez le dossier, puis envoyez son ETag dans If-Match, pour ne perdre le travail de personne.',
  },
});

export const stale = problem('stale', 'stale', {
  en: {
    title: 'Changed in the meantime',
    detail: 'You worked from version {expected}, it is now {current}. Read it again and decide anew.',
  },
  fr: {
    title: 'Modifié entre-temps',
    detail:
      'Vous avez travaillé à partir de la version {expected}, c’est maintenant la {current}. Relisez-la et décidez de nouveau.',
  },
});

export const idTaken = problem('id_taken', 'conflict', {
  en: { title: 'This id is taken', detail: 'Something else has this id. Make a new UUIDv7 and send it again.' },
  fr: {
    title: 'Identifiant déjà pris',
    detail: 'Autre chose porte cet identifiant. Créez un nouvel UUIDv7 et renvoyez.',
  },
});

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

export const tooMany = problem('too_many', 'too-many', {
  en: { title: 'Too many requests', detail: 'Wait {retryAfter} seconds, then go on.' },
  fr: { title: 'Trop de demandes', detail: 'Attendez {retryAfter} secondes, puis continuez.' },
});

export const unavailable = problem('unavailable', 'unavailable', {
  en: { title: 'Not reachable right now', detail: 'Nothing was saved. Try again in {retryAfter} second(s).' },
  fr: {
    title: 'Indisponible pour le moment',
    detail: 'Rien n’a été enregistré. Réessayez dans {retryAfter} seconde(s).',
  },
});

export const unexpected = problem('unexpected', 'unexpected', {
  en: {
    title: 'This should not happen',
    detail: 'Nothing was saved. It is written down under the request id; give it to whoever runs this service.',
  },
  fr: {
    title: 'Ceci ne devrait pas arriver',
    detail: 'Rien n’a été enregistré. C’est noté sous le numéro de demande ; donnez-le à qui exploite ce service.',
  },
});
