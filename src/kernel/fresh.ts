import { problem, Refusal } from './refusal.js';

type Standing = () => { readonly state?: string; readonly openMoves?: readonly string[] };

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

/**
 * @param stands how it stands by now, as far as whoever asks may see it: why the one who was faster has won
 * @throws Refusal `stale` naming both versions
 */
export function assertFresh(expected: number, current: number, stands: Standing = () => ({})): void {
  if (expected !== current) throw new Refusal(stale, { expected, current, ...stands() });
}
