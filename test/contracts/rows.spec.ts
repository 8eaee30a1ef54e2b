import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ROWS } from '../../src/rows.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/** Of no row class: defaults, domains, references, checks and indexes stand in the migrations alone. */
const ONLY_MIGRATIONS_KNOW = /DROP CONSTRAINT|DROP INDEX|DROP DEFAULT/;

/** What TypeORM would do to the tables so that they fit the row classes. */
async function drift(db: TestDatabase, rows: readonly EntityTarget<ObjectLiteral>[]): Promise<readonly string[]> {
  const owner = await new DataSource({
    type: 'postgres',
    url: db.urlAs('owner'),
    entities: rows as never,
  }).initialize();
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !ONLY_MIGRATIONS_KNOW.test(query));
  } finally {
    await owner.destroy();
  }
}

@Entity('supporter')
class WithColumnTooMany {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly nickname!: string;
}

describe('row classes', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  it('fit the tables that the migrations make', async () => {
    expect(ROWS.length).toBeGreaterThan(4);
    expect(await drift(db, ROWS)).toEqual([]);
  });

  it('would be caught with a column too many or too few, and against another type or nullability', async () => {
    const found = (await drift(db, [WithColumnTooMany])).join('\n');
    expect(found).toContain('ADD "nickname"');
    expect(found).toContain('DROP COLUMN "words"');
    await db.as('owner', (client) =>
      client.query('ALTER TABLE channel ALTER COLUMN kind DROP NOT NULL, ALTER COLUMN may_contact TYPE text'),
    );
    const changed = (await drift(db, ROWS)).join('\n');
    expect(changed).toMatch(/"kind"[^\n]*NOT NULL/);
    expect(changed).toContain('"may_contact"');
  });
});
