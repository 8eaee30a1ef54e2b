import { invalid } from '../kernel/invalid.js';
import { Refusal } from '../kernel/refusal.js';
import { defaultPurpose, purposesOf, type Purpose } from './actor.js';
import type { Role } from './policy.js';

/** @throws Refusal `invalid` for what is no purpose, and for one that this role does not have */
export function purposeOf(role: Role, said: string | readonly string[] | undefined): Purpose {
  if (said === undefined) return defaultPurpose(role);
  const known = purposesOf(role);
  const purpose = known.find((one) => one === said);
  if (purpose) return purpose;
  const list = known.join(', ');
  const message = {
    en: `Your role asks for: ${list}. Send one of these, or leave the header out: it is then ${known[0]}.`,
    fr: `Votre rôle peut indiquer : ${list}. Envoyez l’une de ces fins ou omettez l’en-tête : ce sera alors ${known[0]}.`,
  };
  throw new Refusal(invalid, {}, [{ in: 'header', pointer: '/purpose-of-use', code: 'purpose_of_use', message }]);
}
