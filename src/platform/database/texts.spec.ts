import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { textsFromPostgres } from './texts.js';

const TEXTS = 1009;
const parse = pg.types.getTypeParser(TEXTS as never, 'text') as (text: string) => unknown;

describe('texts as PostgreSQL writes them', () => {
  it.each([
    ['{}', []],
    ['{coordination}', ['coordination']],
    ['{identity_name,coordination}', ['identity_name', 'coordination']],
    ['{"a, b",c}', ['a, b', 'c']],
    ['{"say \\"so\\"","back\\\\slash",""}', ['say "so"', 'back\\slash', '']],
    ['{NULL,"NULL"}', [null, 'NULL']],
    ['{null_and_void,é}', ['null_and_void', 'é']],
  ])('%s', (text, said) => {
    expect(textsFromPostgres(parse)(text)).toEqual(said);
    expect(parse(text)).toEqual(said);
  });
});
