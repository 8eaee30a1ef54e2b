import { problem } from '../../kernel/refusal.js';

export const noClientToDecline = problem('task_about_no_client', 'conflict', {
  en: {
    title: 'About no client',
    detail: 'This task is about no client, so nobody could decline it. Complete it, set it aside or hand it over.',
  },
  fr: {
    title: 'Sans personne accompagnée',
    detail:
      'Cette tâche ne concerne aucune personne accompagnée ; personne n’a pu la décliner. Terminez-la, reportez-la ou transmettez-la.',
  },
});

export const ownerDoesNotSee = problem('owner_does_not_see', 'conflict', {
  en: {
    title: 'They could not see it',
    detail:
      'Whoever you named does not see the class {class} of this record now. Add them to the care team or ask the client for consent first, or choose somebody who sees it.',
  },
  fr: {
    title: 'Tâche hors de leur vue',
    detail:
      'La personne ou le rôle choisi ne voit pas la classe {class} de ce dossier. Ajoutez-la d’abord à l’équipe de soins ou demandez le consentement de la personne accompagnée, ou choisissez quelqu’un qui la voit.',
  },
});

export const ownerElsewhere = problem('owner_not_here', 'conflict', {
  en: {
    title: 'Nobody there to take it',
    detail:
      'A task about no client stays in the organisation, with somebody who works there now. Choose another owner.',
  },
  fr: {
    title: 'Personne pour la prendre',
    detail:
      'Une tâche sans personne accompagnée reste dans l’organisme, chez quelqu’un qui y travaille. Choisissez une autre personne.',
  },
});

export const ownerUnknown = problem('owner_unknown', 'unprocessable', {
  en: {
    title: 'No such owner',
    detail:
      'Name one membership, or an organisation and one of its roles. GET /v1/staff lists those of your organisation.',
  },
  fr: {
    title: 'Responsable inconnu',
    detail:
      'Nommez une seule affiliation, ou un organisme et un de ses rôles. GET /v1/staff donne celles de votre organisme.',
  },
});

export const asideInThePast = problem('aside_until_past', 'unprocessable', {
  en: {
    title: 'That day has begun',
    detail: 'Send a later day in `until`: a task is set aside until a day that is still to come in {zone}.',
  },
  fr: {
    title: 'Ce jour a commencé',
    detail: 'Envoyez un jour plus tardif dans `until` : une tâche est reportée à un jour encore à venir dans {zone}.',
  },
});

export const noWordsWithoutClient = problem('words_need_client', 'unprocessable', {
  en: {
    title: 'No free text here',
    detail:
      'A task about no client carries no free text, since no client’s key could seal it. Leave title and note out.',
  },
  fr: {
    title: 'Pas de texte libre ici',
    detail:
      'Une tâche sans personne accompagnée ne porte pas de texte libre, car aucune clé ne le scellerait. Omettez titre et note.',
  },
});
