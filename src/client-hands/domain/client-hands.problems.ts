import { problem } from '../../kernel/refusal.js';

export const formNotOurs = problem('form_not_ours', 'forbidden', {
  en: { title: 'This form is an old one', detail: 'Open the page again and send its form once more.' },
  fr: { title: 'Ce formulaire n’est plus valable', detail: 'Rouvrez la page et envoyez de nouveau son formulaire.' },
});

export const madeAtHome = problem('link_made_at_home', 'forbidden', {
  en: {
    title: 'Made where the record is kept',
    detail:
      'A link opens the record for days, also when a consent is taken back meanwhile. It is made by the organisation that keeps this record: ask the client’s team there.',
  },
  fr: {
    title: 'Créé là où le dossier est tenu',
    detail:
      'Un lien ouvre le dossier pendant des jours, même si un consentement est retiré entre-temps. Il est créé par l’organisme qui tient ce dossier : adressez-vous à l’équipe de la personne accompagnée.',
  },
});
