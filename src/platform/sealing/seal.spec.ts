import { describe, expect, it } from '@jest/globals';
import { newKey, open, seal } from './seal.js';

const PLAIN = Buffer.from('{"note":"Elle préfère les messages cette semaine."}');

describe('sealed bytes', () => {
  it('open in their place alone, and only as they were sealed', () => {
    const key = newKey();
    const sealed = seal(key, 'contact/1/coordination', PLAIN);
    expect(open(key, 'contact/1/coordination', sealed)).toEqual(PLAIN);
    expect(() => open(key, 'contact/2/coordination', sealed)).toThrow();
    expect(() => open(newKey(), 'contact/1/coordination', sealed)).toThrow();
    for (const at of sealed.keys()) {
      const touched = Buffer.from(sealed);
      touched[at]! ^= 1;
      expect(() => open(key, 'contact/1/coordination', touched)).toThrow();
    }
    expect(open(key, 'x', seal(key, 'x', Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('never stand under the same number twice', () => {
    const key = newKey();
    const nonces = Array.from({ length: 2_000 }, () => seal(key, 'x', PLAIN).toString('hex', 1, 13));
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});
