import { problem } from './refusal.js';

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
