import { problem } from '../../kernel/refusal.js';

export const notInEmergency = problem('not_in_emergency', 'forbidden', {
  en: {
    title: 'To read only',
    detail:
      'You opened this record in an emergency, to read it. Nothing of it leaves on that ground: ask the client’s team, or ask again without the header Purpose-Of-Use: emergency.',
  },
  fr: {
    title: 'En lecture seulement',
    detail:
      'Vous avez ouvert ce dossier en urgence, pour le lire. Rien n’en sort à ce titre : adressez-vous à l’équipe de la personne, ou redemandez sans l’en-tête Purpose-Of-Use: emergency.',
  },
});
