import { statSync } from 'node:fs';

/** Those that start servers and programmes of their own: begun last, one worker would wait for the other. */
const SLOW = [
  'test/contracts/start.spec.ts',
  // Waits for every transaction of the server: not beside those that hold one for long.
  'test/contracts/audit-seal',
  'test/faults/',
  'test/contracts/backup.spec.ts',
  'test/contracts/dump.spec.ts',
  'test/journeys/the-audit-is-restored-to-another-cluster-and-stays-sealed.spec.ts',
  'test/races/',
  'test/contracts/',
];

/** The order of the test files. In a fresh clone nobody knows how long each took the last time. */
export default class SlowFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one) - rankOf(other) || sizeOf(other) - sizeOf(one));
  }

  shard(tests, { shardIndex, shardCount }) {
    return this.sort(tests).filter((_, place) => place % shardCount === shardIndex - 1);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function rankOf({ path }) {
  const rank = SLOW.findIndex((part) => path.includes(part));
  return rank === -1 ? SLOW.length : rank;
}

const sizeOf = ({ path }) => statSync(path).size;
