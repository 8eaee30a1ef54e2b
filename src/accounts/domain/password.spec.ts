import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '../../kernel/refusal.js';
import { assertGoodPassword, normalPassword } from './password.js';

const own = ['kim.laroche@example.org', 'Kim Laroche'];

function refusalOf(password: string): string | undefined {
  try {
    assertGoodPassword(password, own);
    return undefined;
  } catch (fault) {
    return (fault as Refusal).problem.code;
  }
}

describe('a password', () => {
  it.each([
    'river lantern otter ninety',
    'correct horse battery staple',
    'quatre mots sans aucun lien',
    'ceci-est-long',
    'my password is a heron in the rain',
    'ᐊᐱᕐᓱᕈᓐᓇᖅᑐᖅ ᐅᓪᓗᒥ',
    '𓂀𓃭𓄿𓅓𓆣𓇳𓈖𓉐𓊃𓋴𓌳𓍿',
  ])('may be “%s”, whatever signs are in it', (password) => {
    expect(refusalOf(password)).toBeUndefined();
  });

  it.each(['', 'short', 'elevenchars', '𓂀𓃭𓄿𓅓𓆣𓇳'])('is too short as “%s”, counted in characters', (password) => {
    expect(refusalOf(password)).toBe('password_too_short');
  });

  it.each([
    ...['password1234', 'Password1234!', 'motdepasse2026', 'MotDePasse!!!!', 'qwertyuiop12', 'azertyuiop12'],
    ...[
      '123456789012',
      '1234567890ab',
      'aaaaaaaaaaaa',
      'abababababab',
      'throughline1',
      'ThroughLine2026',
      'letmeinletmein',
    ],
    ...['kim.laroche@example.org', 'KimLaroche123', 'kim laroche 2026', 'administrator', 'p a s s w o r d 1 2'],
  ])('is too easy as “%s”', (password) => {
    expect(refusalOf(password)).toBe('password_too_easy');
  });

  it('is the same however its accents were typed', () => {
    expect(normalPassword('été à Québec'.normalize('NFD'))).toBe(normalPassword('été à Québec'));
  });
});
