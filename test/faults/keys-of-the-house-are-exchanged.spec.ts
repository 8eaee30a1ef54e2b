import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SealKeys } from '../../src/audit/seal/seal-statement.js';
import { verifyAudit } from '../../src/audit/seal/verify-audit.js';
import { exchangeFactorKey } from '../../src/keys/exchange-factor-key.js';
import { exchangeSealKey } from '../../src/keys/exchange-seal-key.js';
import type { HouseWork } from '../../src/keys/house-keys-standing.js';
import { rewrapUnderMaster } from '../../src/keys/rewrap-under-master.js';
import type { Id } from '../../src/kernel/ids.js';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { Transactions, type Statement } from '../../src/platform/database/transaction.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { addMember, freshCode, signIn, type Member } from '../support/accounts.js';
import { dyingAfter, keyRoom } from '../support/keys.js';
import { SealedAudit } from '../support/sealed-audit.js';
import { World } from '../support/world.js';

const SILENT = { step: () => undefined, within: () => undefined };
const KEYS = 'SELECT purpose, count(*)::int AS n FROM house_key WHERE purpose LIKE $1 GROUP BY purpose ORDER BY 1';

describe('the key of second factors is exchanged', () => {
  let world: World;
  const people: { readonly member: Member; readonly recoveryCodes: readonly string[]; readonly token: string }[] = [];
  beforeAll(async () => {
    world = await World.open();
    for (let number = 0; number < 7; number++) {
      const member = await addMember(world, ['physician']);
      const session = await signIn(world, member);
      people.push({ member, recoveryCodes: session.recoveryCodes, token: session.accessToken });
    }
  });
  afterAll(() => world.close());

  const settle = { known: 0, first: 0 };
  const stepUp = async (who: (typeof people)[number], code: string) =>
    (await world.as(who).post('/v1/me/step-up').send({ code })).status;

  it('broken off three times and gone on with, while people show their codes', async () => {
    const clock = jest.spyOn(performance, 'now');
    let ahead = 0;
    clock.mockImplementation(() => (Date.now() % 1e9) + ahead);
    for (let times = 0; times < 3; times++) {
      const room = await keyRoom(world, { progress: dyingAfter(0) });
      await expect(exchangeFactorKey({ ...room.work, settle })).rejects.toThrow('killed');
      await room.close();
      ahead += 120_000; // replicas have read the new key by now
      for (const who of people.slice(0, 3)) expect(await stepUp(who, await freshCode(world, who.member))).toBe(200);
    }
    const room = await keyRoom(world);
    await exchangeFactorKey({ ...room.work, settle });
    await room.close();
    ahead += 120_000;
    expect(await world.look(KEYS, ['second-factor%'])).toEqual([
      { purpose: 'second-factor', n: 1 },
      { purpose: 'second-factor-codes', n: 1 },
    ]);
    const [left] = await world.look<{ keys: number }>(
      'SELECT count(DISTINCT key_id)::int AS keys FROM second_factor WHERE ended_at IS NULL',
    );
    expect(left?.keys).toBe(1);
    for (const who of people) expect(await stepUp(who, await freshCode(world, who.member))).toBe(200);
    clock.mockRestore();
  }, 60_000);

  it('and recovery codes of before stay good, each once, until others take their place', async () => {
    const [who] = people;
    expect(await stepUp(who!, who!.recoveryCodes[0]!)).toBe(200);
    expect(await stepUp(who!, who!.recoveryCodes[0]!)).toBe(409);
    const renewed = await world.as(who!).post('/v1/me/second-factor/recovery-codes').expect(201);
    const [fresh] = (renewed.body as { recoveryCodes: string[] }).recoveryCodes;
    expect(await stepUp(who!, who!.recoveryCodes[1]!)).toBe(403);
    expect(await stepUp(who!, fresh!)).toBe(200);
    const [newest] = await world.look<{ id: Id }>(`SELECT id FROM house_key WHERE purpose = 'second-factor'`);
    const [factor] = await world.look<{ codes_key_id: Id }>(
      'SELECT codes_key_id FROM second_factor WHERE staff_id = $1',
      [who!.member.personId],
    );
    expect(factor?.codes_key_id).toBe(newest?.id);
  });
});

describe('the key of the audit’s seals is exchanged', () => {
  let audit: SealedAudit;
  let work: HouseWork;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    audit = await SealedAudit.open();
    const owner = await appDatabase({ url: audit.db.urlAs('owner'), poolSize: 2, rows: [] }).initialize();
    closing.push(() => owner.destroy());
    const { keys: houseKeys, masterKeys } = audit;
    work = { owner: new Transactions(owner), masterKeys, houseKeys, batch: 3, progress: SILENT };
  });
  afterAll(async () => {
    for (const close of closing) await close();
    await audit.close();
  });

  const look = <Row>(sql: string, values: readonly unknown[] = []) =>
    audit.db.as('owner', async (owner) => (await owner.query(sql, [...values])).rows as Row[]);
  const signers = async () =>
    (await look<{ key: Id }>(`SELECT DISTINCT statement::jsonb ->> 'key' AS key FROM audit_seal ORDER BY 1`)).map(
      ({ key }) => key,
    );

  it('from a seal on, and all of them are verified across it', async () => {
    await audit.plant(60);
    await audit.seal();
    // Broken off after the new key was made: it is not made twice.
    const dying = { ...work, owner: dyingBefore(work.owner, 'pg_advisory_xact_lock') };
    await expect(exchangeSealKey(dying)).rejects.toThrow('killed');
    await exchangeSealKey(work);
    expect(await look(KEYS, ['audit-seal%'])).toEqual([
      { purpose: 'audit-seal', n: 1 },
      { purpose: 'audit-seal-public', n: 1 },
    ]);
    await audit.plant(40);
    await audit.seal();
    expect(await signers()).toHaveLength(2);
    // The entries of the exchange itself are sealed as well.
    expect(await audit.verify()).toMatchObject({ found: [], result: { waiting: 0, findings: 0 } });
  });

  it('and again, and under another master key', async () => {
    await exchangeSealKey(work);
    await audit.plant(10);
    await audit.seal();
    expect(await signers()).toHaveLength(3);
    expect((await audit.verify()).found).toEqual([]);
    await rewrapUnderMaster(work);
    expect((await audit.verify()).found).toEqual([]);
  });

  it('what the old one left signs nothing, and without it the seals of before are not taken', async () => {
    const [left] = await audit.keys.remainsOf('audit-seal-public');
    const forged = new SealKeys([left!]);
    const [seal] = await look<{ statement: string; signature: Buffer }>(
      'SELECT statement, signature FROM audit_seal LIMIT 1',
    );
    expect(forged.hasSigned(left!.id, seal!.statement, seal!.signature)).toBe(false);
    const found: string[] = [];
    await audit.db.as('sealer', async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const keys = new SealKeys(await audit.keys.secrets('audit-seal'));
      const report = ({ what }: { what: string }) => void found.push(what);
      await verifyAudit(client, { keys, file: audit.file, report, within: () => undefined });
    });
    expect(found).toContain('Seal 1 does not fit its signature.');
  });

  it('is nobody’s to plant: a public half that the master key did not wrap opens no start', async () => {
    const other = new HouseKeys(work.owner, new MasterKeys(MasterKeys.make()));
    await expect(other.remainsOf('audit-seal-public')).rejects.toThrow('is not configured');
  });
});

function dyingBefore(owner: Transactions, text: string): Transactions {
  const run: Transactions['run'] = (act) =>
    owner.run((tx) =>
      act(
        new Proxy(tx, {
          get: (of, name) =>
            name === 'query'
              ? (statement: string | Statement, values: readonly unknown[]) => {
                  if (typeof statement === 'string' && statement.includes(text)) throw new Error('killed');
                  return of.query(statement, values);
                }
              : Reflect.get(of, name),
        }),
      ),
    );
  return Object.assign(Object.create(owner) as Transactions, { run });
}
