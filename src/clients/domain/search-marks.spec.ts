import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { soundsOf } from './name-sounds.js';
import { digitsOf, folded, nameMarks, phoneMarks, wordsOf } from './search-marks.js';
import { hintedBy, looksAlike, wantedBy } from './search-query.js';

const soundAlike = (a: string, b: string) => soundsOf(folded(a)).some((key) => soundsOf(folded(b)).includes(key));

describe('how names are found', () => {
  it.each([
    ['Tremblay', 'Tremblé'],
    ['Gauthier', 'Gotier'],
    ['Catherine', 'Kathryn'],
    ['Stephen', 'Steven'],
    ['Philippe', 'Filip'],
    ['Thibault', 'Tibeau'],
    ['Hélène', 'Ellen'],
    ['Geneviève', 'Jenevieve'],
    ['Schmidt', 'Shmidt'],
    ['Knight', 'Night'],
    ['Nguyen', 'Nguyên'],
    ['Francis', 'Fransis'],
    ['Beaulieux', 'Beaulieu'],
  ])('%s sounds like %s', (a, b) => expect(soundAlike(a, b)).toBe(true));

  it.each([
    ['Marie', 'Sophie'],
    ['Tremblay', 'Gauthier'],
    ['Roy', 'Cardinal'],
    ['Bear', 'Crowe'],
  ])('%s does not sound like %s', (a, b) => expect(soundAlike(a, b)).toBe(false));

  it('without case, accents and ligatures, and in letters of any script', () => {
    expect(folded('ÉLOÏSE Cœur')).toBe('eloise coeur');
    expect(wordsOf('Jean-Luc O’Brien')).toEqual(
      expect.arrayContaining(['jean', 'luc', 'o', 'brien', 'jeanluc', 'obrien']),
    );
    expect(wordsOf('ᐊᓂᔑᓈᐯ')).toEqual(['ᐊᓂᔑᓈᐯ']);
  });

  it('by every ending of a number, whether or not its country is dialled', () => {
    expect(digitsOf('+1 (780) 555-0123')).toBe('7805550123');
    const endings = phoneMarks('780 555 0123').map(({ value }) => value);
    expect(endings).toEqual(expect.arrayContaining(['0123', '5550123', '7805550123']));
    expect(endings).not.toContain('123');
  });

  it('whatever is typed: every word of a name, and every beginning of two letters, finds it again', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,12}( [A-Za-zÀ-ÿ]{2,12}){0,2}$/), fc.nat(), (name, at) => {
        const kept = new Set(nameMarks(name).map(({ kind, value }) => `${kind} ${value}`));
        const typed = name.split(' ').map((word) => word.slice(0, 2 + (at % Math.max(1, word.length - 1))));
        const wanted = wantedBy(typed.reverse().join('  ').toUpperCase());
        const parts = new Set(wanted.map(({ part }) => part));
        const met = new Set(
          wanted.filter(({ mark }) => kept.has(`${mark.kind} ${mark.value}`)).map(({ part }) => part),
        );
        expect(met.size).toBe(parts.size);
      }),
    ));

  it('text of any kind makes no fault, and no more parts than eight', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(new Set(wantedBy(text).map(({ part }) => part)).size).toBeLessThanOrEqual(8);
      }),
    ));
});

describe('two records look like one person', () => {
  const alike = (name: string, birthDate: string | undefined, parts: number, kinds: readonly ('word' | 'birth')[]) =>
    looksAlike(hintedBy(name, birthDate))({ parts, kinds });

  it('by all of a name, or by a birth date with a part of it', () => {
    expect(alike('Marie Roy', undefined, 2, ['word'])).toBe(true);
    expect(alike('Marie Roy', undefined, 1, ['word'])).toBe(false);
    expect(alike('Marie Roy', '1990-05-02', 2, ['word'])).toBe(true);
    expect(alike('Marie Roy', '1990-05-02', 2, ['word', 'birth'])).toBe(true);
    expect(alike('Marie Roy', '1990-05-02', 1, ['birth'])).toBe(false);
  });
});
