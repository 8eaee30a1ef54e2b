import { problem } from '../../kernel/refusal.js';

export const reachedBeforeSent = problem('reached_before_sent', 'unprocessable', {
  en: {
    title: 'Before it was sent',
    detail:
      'This referral went out at {sentAt}. Write down the tries since then; what was before belongs in a contact.',
  },
  fr: {
    title: 'Avant l’envoi',
    detail:
      'Cet aiguillage est parti le {sentAt}. Inscrivez les essais faits depuis ; ce qui précède va dans un contact.',
  },
});

export const tooLongAgo = problem('too_long_ago', 'unprocessable', {
  en: {
    title: 'Too long ago',
    detail: '`{field}` lies more than thirty days before this referral was written. Check the year and the month.',
  },
  fr: {
    title: 'Trop ancien',
    detail: '`{field}` est antérieur de plus de trente jours à cet aiguillage. Vérifiez l’année et le mois.',
  },
});

export const datePast = problem('date_past', 'unprocessable', {
  en: {
    title: 'That time has passed',
    detail:
      '`{field}` lies in the past. Offer a time that is still to come; what already took place is written down with its `outcome`.',
  },
  fr: {
    title: 'Ce moment est passé',
    detail:
      '`{field}` est dans le passé. Offrez un moment à venir; ce qui a déjà eu lieu s’inscrit avec son `outcome`.',
  },
});

export const dateAhead = problem('date_ahead', 'unprocessable', {
  en: {
    title: 'That has not happened yet',
    detail: '`{field}` lies ahead. Write down what has happened, with the time when it did.',
  },
  fr: {
    title: 'Cela n’a pas encore eu lieu',
    detail: '`{field}` est à venir. Inscrivez ce qui a eu lieu, avec le moment où c’était.',
  },
});

export const notYetThatDay = problem('not_yet_that_day', 'conflict', {
  en: {
    title: 'That day has not come',
    detail:
      'Whether somebody was there is known on the day itself. End it with another outcome, or wait until the day has begun where it is.',
  },
  fr: {
    title: 'Ce jour n’est pas encore venu',
    detail:
      'On sait le jour même si une personne était là. Terminez avec un autre résultat, ou attendez que le jour ait commencé sur place.',
  },
});

export const stayStands = problem('stay_stands', 'conflict', {
  en: {
    title: 'A stay began with this date',
    detail: 'Retract the stay first if it was written down by mistake, or end it.',
  },
  fr: {
    title: 'Un séjour a commencé à cette date',
    detail: 'Retirez d’abord le séjour s’il a été inscrit par erreur, ou mettez-y fin.',
  },
});

export const stayAlready = problem('stay_already', 'conflict', {
  en: {
    title: 'A stay has begun already',
    detail: 'This referral has a stay that is not over. Go on with that one.',
  },
  fr: {
    title: 'Un séjour a déjà commencé',
    detail: 'Cet aiguillage a un séjour qui n’est pas terminé. Poursuivez avec celui-là.',
  },
});

export const stayOver = problem('stay_over', 'conflict', {
  en: {
    title: 'This stay is over',
    detail: 'What was planned for it stays as it was. Begin another one if somebody comes again.',
  },
  fr: {
    title: 'Ce séjour est terminé',
    detail: 'Ce qui était prévu reste tel quel. Commencez-en un autre si la personne revient.',
  },
});

export const nowhereToStay = problem('nowhere_to_stay', 'conflict', {
  en: {
    title: 'It is not known where',
    detail: 'The referral names no service where somebody stays. Name one of the receiver’s own in `serviceId`.',
  },
  fr: {
    title: 'On ne sait pas où',
    detail: 'L’aiguillage ne nomme aucun service où l’on séjourne. Nommez-en un du destinataire dans `serviceId`.',
  },
});

export const bedTaken = problem('bed_taken', 'conflict', {
  en: {
    title: 'This bed is promised to somebody',
    detail: 'It is kept until {until}. Offer another bed, or this one after that time.',
  },
  fr: {
    title: 'Ce lit est promis à une autre personne',
    detail: 'Il est gardé jusqu’à {until}. Offrez un autre lit, ou celui-ci après ce moment.',
  },
});

export const bedInUse = problem('bed_in_use', 'conflict', {
  en: {
    title: 'This bed is taken',
    detail: 'Somebody sleeps there or has confirmed to come, and nobody knows until when. Choose another bed.',
  },
  fr: {
    title: 'Ce lit est occupé',
    detail: 'Une personne y dort ou a confirmé sa venue, sans fin connue. Choisissez un autre lit.',
  },
});

export const bedGone = problem('bed_gone', 'conflict', {
  en: {
    title: 'The bed was given to somebody else',
    detail: 'The time to answer was over and another person was offered it. End this date and offer another one.',
  },
  fr: {
    title: 'Le lit a été donné à une autre personne',
    detail:
      'Le délai de réponse était passé et une autre personne l’a reçu. Terminez cette date et offrez-en une autre.',
  },
});

export const bedBeforeStart = problem('bed_before_start', 'conflict', {
  en: {
    title: 'The service has begun already',
    detail: 'A bed is kept for whoever is still to come. Offer this date without `bedId`, or begin a stay with it.',
  },
  fr: {
    title: 'Le service a déjà commencé',
    detail:
      'Un lit se garde pour qui doit encore venir. Offrez cette date sans `bedId`, ou commencez un séjour avec lui.',
  },
});

export const bedElsewhere = problem('bed_elsewhere', 'conflict', {
  en: {
    title: 'Not a bed of this service',
    detail: 'This bed is closed or stands at another service. GET the beds of the service that the referral is to.',
  },
  fr: {
    title: 'Ce lit n’est pas de ce service',
    detail: 'Ce lit est fermé ou se trouve dans un autre service. Lisez les lits du service destinataire.',
  },
});

export const labelTaken = problem('label_taken', 'conflict', {
  en: {
    title: 'Another bed is called that',
    detail: 'Two beds of one service have different labels. Choose another one.',
  },
  fr: {
    title: 'Un autre lit porte ce nom',
    detail: 'Deux lits d’un même service ont des noms différents. Choisissez-en un autre.',
  },
});

export const othersBefore = problem('others_before', 'conflict', {
  en: {
    title: 'Others stand before in line',
    detail: 'Waiting before: {before}. Offer it to the first in line, or say with `beforeOthersBecause` why not.',
  },
  fr: {
    title: 'D’autres attendent avant',
    detail:
      'Personnes qui attendent avant : {before}. Offrez-la à la première, ou dites avec `beforeOthersBecause` pourquoi non.',
  },
});

export const attemptOver = problem('attempt_over', 'conflict', {
  en: {
    title: 'This date is over',
    detail: 'What was arranged for it stays as it was. Arrange the next date instead.',
  },
  fr: {
    title: 'Cette date est terminée',
    detail: 'Ce qui était organisé reste tel quel. Organisez plutôt la prochaine date.',
  },
});

export const companionUnknown = problem('companion_unknown', 'conflict', {
  en: {
    title: 'Nobody works under this id',
    detail: 'Name in `accompaniedBy` the membership of somebody who works here now, or null.',
  },
  fr: {
    title: 'Personne ne travaille sous cet identifiant',
    detail: 'Nommez dans `accompaniedBy` l’appartenance d’une personne qui travaille ici, ou null.',
  },
});
