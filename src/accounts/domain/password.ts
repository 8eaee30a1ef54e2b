import { Refusal } from '../../kernel/refusal.js';
import { passwordTooEasy, passwordTooShort } from './accounts.problems.js';

/** In characters as people count them. Length is all that is asked for: no rules about digits or signs. */
const PASSWORD_MIN = 12;
/** Longer ones are only work for the server. */
export const PASSWORD_MAX = 200;

const FEWEST_DISTINCT = 5;

/** What everybody tries first, in both languages, once only letters and digits are left. */
const TRIVIAL = [
  ...['password', 'passwort', 'passw0rd', 'motdepasse', 'qwerty', 'azerty', 'qwertyuiop', 'azertyuiop', 'letmein'],
  ...['welcome', 'bienvenue', 'changeme', 'iloveyou', 'jetaime', 'administrator', 'administrateur', 'admin', 'canada'],
  ...['throughline', '1234567890', '0123456789', '123456789', '12345678', '0987654321', 'abcdefghijkl', 'soleil'],
] as const;

/** The same characters typed on two keyboards give one password. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** @throws Refusal `password_too_short` or `password_too_easy`, each naming what would do */
export function assertGoodPassword(password: string, own: readonly string[]): void {
  const normal = normalPassword(password);
  if (Array.from(normal).length < PASSWORD_MIN) throw new Refusal(passwordTooShort, { minimum: PASSWORD_MIN });
  if (isTrivial(normal.toLowerCase(), own)) throw new Refusal(passwordTooEasy);
}

function isTrivial(password: string, own: readonly string[]): boolean {
  if (new Set(password).size < FEWEST_DISTINCT) return true;
  const ownWords = own.flatMap((text) => [text, text.split('@')[0] ?? '']).map((text) => lettersOf(text));
  const known = [...TRIVIAL, ...ownWords].filter((word) => word.length > 3).sort((a, b) => b.length - a.length);
  // What is left when the trivial words are taken out has to be worth something by itself.
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), lettersOf(password));
  return rest.length < lettersOf(password).length && rest.length < PASSWORD_MIN / 2;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
