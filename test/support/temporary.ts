import { tmpdir } from 'node:os';

/** Where tests make folders of their own: in memory, where the run found room there. */
export const temporary = (): string => process.env['THROUGHLINE_TEST_ROOM'] ?? tmpdir();
