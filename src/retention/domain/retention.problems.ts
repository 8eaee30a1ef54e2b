import { problem } from '../../kernel/refusal.js';

export const takesOfficer = problem('erasure_takes_officer', 'forbidden', {
  en: {
    title: 'For the privacy officer',
    detail: 'Only a privacy officer of the home organisation decides on an erasure. Ask one to open this request.',
  },
  fr: {
    title: 'Réservé à la personne responsable de la vie privée',
    detail:
      'Seule une personne responsable de la vie privée de l’organisme d’attache décide d’un effacement. Demandez-lui d’ouvrir cette demande.',
  },
});

export const secondPerson = problem('erasure_takes_second_person', 'forbidden', {
  en: {
    title: 'A second person decides',
    detail:
      'You requested this erasure, in this role or another, so somebody else decides on it. Ask another privacy officer, or withdraw it.',
  },
  fr: {
    title: 'Une deuxième personne décide',
    detail:
      'Vous avez demandé cet effacement, dans ce rôle ou un autre ; quelqu’un d’autre doit donc décider. Adressez-vous à une autre personne responsable de la vie privée ou retirez la demande.',
  },
});

export const notTheirs = problem('erasure_not_yours', 'forbidden', {
  en: {
    title: 'Not your request',
    detail: 'Only whoever requested this erasure withdraws it. Decline it instead, if you may decide.',
  },
  fr: {
    title: 'Pas votre demande',
    detail: 'Seule la personne qui a demandé cet effacement le retire. Si vous pouvez décider, rejetez-le plutôt.',
  },
});

export const holdStands = problem('legal_hold_stands', 'conflict', {
  en: {
    title: 'A legal hold stands',
    detail: 'This record is under a legal hold, so it is kept. A privacy officer lifts the hold first, if it is over.',
  },
  fr: {
    title: 'Une mise en suspens juridique est en vigueur',
    detail:
      'Ce dossier est visé par une mise en suspens juridique ; il est donc conservé. Une personne responsable de la vie privée la lève d’abord, si elle a pris fin.',
  },
});

export const erasureWaits = problem('erasure_waits', 'conflict', {
  en: {
    title: 'Too early',
    detail: 'An erasure waits three days after its request, so that somebody can object. Approve it after `notBefore`.',
  },
  fr: {
    title: 'Trop tôt',
    detail:
      'Un effacement attend trois jours après la demande, pour que quelqu’un puisse s’y opposer. Approuvez-le après `notBefore`.',
  },
});

export const erasureStands = problem('erasure_stands', 'conflict', {
  en: {
    title: 'Requested already',
    detail: 'An erasure of this record is requested and not decided. Find it in the list of erasures.',
  },
  fr: {
    title: 'Déjà demandé',
    detail: 'Un effacement de ce dossier est demandé et attend une décision. Trouvez-le dans la liste des effacements.',
  },
});

export const notDue = problem('retention_not_due', 'conflict', {
  en: {
    title: 'Not due',
    detail:
      'By the approved rules this record is not kept long enough yet. See the list of what is due, or give another reason.',
  },
  fr: {
    title: 'Pas à échéance',
    detail:
      'Selon les règles approuvées, ce dossier n’a pas encore été conservé assez longtemps. Voyez la liste des échéances ou donnez un autre motif.',
  },
});
