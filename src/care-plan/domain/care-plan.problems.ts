import { problem } from '../../kernel/refusal.js';

export const sectionWritten = problem('section_written', 'conflict', {
  en: {
    title: 'This part is written already',
    detail: 'The part {section} stands as {sectionId}. Change it there, with the ETag that you read.',
  },
  fr: {
    title: 'Cette partie est déjà écrite',
    detail: 'La partie {section} existe sous {sectionId}. Modifiez-la là, avec l’ETag que vous avez lu.',
  },
});

export const planInFuture = problem('plan_in_future', 'unprocessable', {
  en: {
    title: 'That is still to come',
    detail: 'The plan can be shown and signed as it stood at an instant up to now.',
  },
  fr: {
    title: 'Ce moment n’est pas encore venu',
    detail: 'Envoyez un instant jusqu’à maintenant, ou omettez-le pour le plan de maintenant.',
  },
});
