import { describe, expect, it } from '@jest/globals';
import { patched, sent } from './merge-patch.js';

const before: { text: string; note?: string; by?: string } = { text: 'a', note: 'b' };

describe('a merge patch', () => {
  it('keeps what is absent, clears what is null, sets what is said', () => {
    expect(patched(before, {})).toEqual(before);
    expect(patched(before, { note: null, by: 'c' })).toEqual({ text: 'a', by: 'c' });
    expect(patched(before, { note: undefined })).toEqual(before);
  });

  it('touches only the members that it is for', () => {
    const patch = { text: 'x', note: null };
    expect(patched(before, patch, ['text'])).toEqual({ text: 'x', note: 'b' });
  });

  it('tells null from absent', () => {
    expect(sent({ a: undefined, b: null, c: 0 })).toEqual({ b: null, c: 0 });
    expect(sent({ a: 1, b: 2 }, ['b'])).toEqual({ b: 2 });
  });
});
