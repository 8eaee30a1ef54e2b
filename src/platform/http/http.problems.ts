import { problem } from '../../kernel/refusal.js';

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
