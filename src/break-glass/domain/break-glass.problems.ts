import { problem } from '../../kernel/refusal.js';

export const breakGlassOpen = problem('break_glass_open', 'conflict', {
  en: {
    title: 'Open already',
    detail:
      'You opened this record in an emergency and it stands until {until}. Read on with the header Purpose-Of-Use: emergency.',
  },
  fr: {
    title: 'Déjà ouvert',
    detail:
      'Vous avez ouvert ce dossier en urgence et il le reste jusqu’à {until}. Poursuivez avec l’en-tête Purpose-Of-Use: emergency.',
  },
});

export const breakGlassIsOver = problem('break_glass_over', 'conflict', {
  en: {
    title: 'Over already',
    detail: 'The hour has passed, so there is nothing left to close. It waits for its review.',
  },
  fr: { title: 'Déjà terminé', detail: 'L’heure est passée ; il n’y a plus rien à fermer. Il attend son examen.' },
});

export const breakGlassStillOpen = problem('break_glass_still_open', 'conflict', {
  en: { title: 'Still open', detail: 'Review it once it is over, or close it first with the move close.' },
  fr: { title: 'Encore ouvert', detail: 'Examinez-le une fois terminé, ou fermez-le d’abord par l’étape close.' },
});

export const ownBreakGlass = problem('own_break_glass', 'conflict', {
  en: { title: 'Somebody else reviews it', detail: 'You opened this one. Ask another privacy officer to review it.' },
  fr: {
    title: 'Une autre personne l’examine',
    detail: 'Vous l’avez ouvert. Demandez l’examen à une autre personne chargée de la vie privée.',
  },
});
