import { describe, expect, it } from '@jest/globals';
import { DEMO_LIVES } from '../../src/demo/demo-lives.js';
import { requestsOf } from '../../src/demo/requests-of-life.js';

const NOW = '2026-11-23T16:00:00.000Z';

describe('the lives of the demo', () => {
  it('are some forty, each told without a gap, whatever day they are planted on', () => {
    expect(DEMO_LIVES.length).toBeGreaterThanOrEqual(40);
    for (const day of ['2027-03-01T06:59:00.000Z', '2028-02-29T23:00:00.000Z'])
      for (const life of DEMO_LIVES) expect(requestsOf(life, day).at(-1)!.at < day).toBe(true);
  });

  it('use only numbers that belong to nobody', () => {
    const numbers = JSON.stringify(DEMO_LIVES.map((life) => requestsOf(life, NOW))).match(/\d{3}-\d{3}-\d{4}/g) ?? [];
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.filter((number) => !/^\d{3}-555-01\d\d$/.test(number))).toEqual([]);
  });
});
