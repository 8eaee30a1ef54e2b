import { problem, Refusal } from './refusal.js';

const stale = problem('stale', 'stale', {
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

/** @throws Refusal `stale` naming both versions */
export function assertFresh(expected: number, current: number): void {
  if (expected !== current) throw new Refusal(stale, { expected, current });
}
