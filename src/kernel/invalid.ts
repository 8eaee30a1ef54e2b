import { problem, Refusal, type Fault } from './refusal.js';

export const invalid = problem('invalid', 'invalid', {
  en: {
    title: 'The request does not hold together',
    detail: 'Nothing was saved. `errors` names each part and its mend.',
  },
  fr: {
    title: 'La demande n’est pas valide',
    detail: 'Rien n’a été enregistré. `errors` nomme chaque partie et sa correction.',
  },
});

/** @throws Refusal `invalid` with every fault at once */
export function assertHolds(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
}
