import { describe, expect, it } from '@jest/globals';
import { csvCell, logCsv } from './log.csv.js';

describe('the CSV of the log', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'neutralises a CSV formula at the beginning of a cell: %j',
    (cell) => {
      expect(csvCell(cell)).toBe(`"'${cell}"`);
    },
  );

  it('leaves other text as it is, and quotes what would end a cell', () => {
    expect(csvCell('Sam Okafor')).toBe('Sam Okafor');
    expect(csvCell('a, b')).toBe('"a, b"');
    expect(csvCell('a "b"')).toBe('"a ""b"""');
    expect(csvCell('3-1')).toBe('3-1');
  });

  it('neutralises a formula that an administrator gave as a name', () => {
    const line = { when: '2026-11-23 09:00', who: '=HYPERLINK("x")', role: '', organisation: '@ours', what: 'Looked.' };
    const csv = logCsv([{ ...line, classes: ['-a', 'b'], ground: '', purpose: '', outcome: 'done' }], 'en');
    expect(csv.split('\r\n')[1]).toBe(`2026-11-23 09:00,"'=HYPERLINK(""x"")",,"'@ours",Looked.,"'-a; b",,,done`);
  });
});
