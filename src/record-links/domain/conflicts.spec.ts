import { describe, expect, it } from '@jest/globals';
import { conflictsBetween, type Compared } from './conflicts.js';

const record = (clientId: string, of: Partial<Compared> = {}): Compared => ({
  ...{ clientId, birthDate: undefined, primaryWorker: undefined, home: 'h', timeZone: 'z', pronouns: undefined },
  ...of,
});

describe('conflicts between records', () => {
  it('are none where nothing is said, or the same is', () => {
    expect(conflictsBetween([record('a'), record('b')])).toEqual([]);
    expect(conflictsBetween([record('a', { birthDate: '1990-01-01' }), record('b')])).toEqual([]);
    const same = { birthDate: '1990-01-01', primaryWorker: 'w' };
    expect(conflictsBetween([record('a', same), record('b', same)])).toEqual([]);
  });

  it('name the records that say something, never what they say', () => {
    const three = [record('a', { birthDate: '1990-01-01' }), record('b'), record('c', { birthDate: '1990-01-02' })];
    expect(conflictsBetween(three)).toEqual([{ code: 'two_birth_dates', clientIds: ['a', 'c'] }]);
  });
});
