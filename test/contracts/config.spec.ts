import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig, type ConfigurationFault } from '../../src/platform/config/config.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';

const good = {
  DATABASE_URL: 'postgres://account:word@db.example.org:5432/throughline',
  THROUGHLINE_SECRET: 'mT4vXq8ZsLr2NwKc6JpB1yHd9GfE3uRa',
  MASTER_KEY: MasterKeys.make(),
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    return (fault as ConfigurationFault).faults;
  }
}

describe('the configuration', () => {
  it('stands with three variables, and has a default for the others', () => {
    const config = readConfig(good);
    expect(config.server).toEqual({ url: good.DATABASE_URL, directUrl: good.DATABASE_URL });
    expect(config).toMatchObject({ host: '127.0.0.1', port: { number: 3000, given: false }, logLevel: 'info' });
    expect(config.auditSealsFile).toBe('.throughline/audit-seals.jsonl');
  });

  it('writes the seals of the audit where it is told to, and beside the installation where it is told nothing', () => {
    const elsewhere = '/mnt/worm/audit-seals.jsonl';
    expect(readConfig({ ...good, AUDIT_SEALS_FILE: elsewhere }).auditSealsFile).toBe(elsewhere);
    expect(readConfig({ ...good, AUDIT_SEALS_FILE: ` ${elsewhere} ` }).auditSealsFile).toBe(elsewhere);
    expect(readConfig({ ...good, AUDIT_SEALS_FILE: '' }).auditSealsFile).toBe('.throughline/audit-seals.jsonl');
  });

  it('names every fault at once, each by its variable, and never a value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://sneaky-account:sneaky-word@host/x',
      DATABASE_DIRECT_URL: 'sneaky://direct',
      DATABASE_POOL_SIZE: '0x10',
      THROUGHLINE_SECRET: 'sneaky-and-short',
      MASTER_KEY: 'c25lYWt5',
      PORT: '70000',
      METRICS_PORT: '-1',
      PUBLIC_URL: 'sneaky:url',
      TRUSTED_PROXIES: '10.0.0.1, sneaky',
      LOG_LEVEL: 'sneaky',
    };
    const faults = faultsOf(wrong);
    for (const name of Object.keys(wrong)) expect(faults.some((fault) => fault.startsWith(name))).toBe(true);
    expect(faults).toHaveLength(Object.keys(wrong).length);
    expect(faults.join('\n')).not.toMatch(/sneaky|c25lYWt5|70000/);
  });

  it.each([
    ['a secret that is short', { THROUGHLINE_SECRET: 'Ab3$Ef6&Hi9(Kl2' }],
    ['a secret of few different characters', { THROUGHLINE_SECRET: 'abababababababababababababababababab' }],
    ['a secret out of a guide', { THROUGHLINE_SECRET: 'change-me-0123456789-abcdefghijklmnop' }],
    ['a master key of the wrong length', { MASTER_KEY: Buffer.alloc(16, 7).toString('base64') }],
    ['a master key that nobody drew', { MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }],
    ['a master key file that is not there', { MASTER_KEY: '', MASTER_KEY_FILE: '/nowhere/at/all' }],
    ['one port for both', { PORT: '4000', METRICS_PORT: '4000' }],
    ['a database without a name', { DATABASE_URL: 'postgres://account@host:5432' }],
  ])('refuses %s', (_, wrong) => {
    expect(faultsOf({ ...good, ...wrong })).toHaveLength(1);
  });

  it('believes no proxy but those that are named, by address or network', () => {
    expect(readConfig(good).trustedProxies).toEqual([]);
    const given = readConfig({ ...good, TRUSTED_PROXIES: '10.0.3.7, 192.168.0.0/24,fd00::/64,' });
    expect(given.trustedProxies).toEqual(['10.0.3.7', '192.168.0.0/24', 'fd00::/64']);
    for (const wrong of [
      'true',
      '*',
      '10.0.0.0/0',
      '::/0',
      '10.0.0.0/33',
      '10.0.0.0/8/8',
      'proxy.example.org',
      '1.2.3',
    ])
      expect([wrong, faultsOf({ ...good, TRUSTED_PROXIES: wrong }).length]).toEqual([wrong, 1]);
  });

  it('takes an empty variable as an absent one', () => {
    expect(readConfig({ ...good, HOST: '', PORT: ' ', DATABASE_DIRECT_URL: '' })).toEqual(readConfig(good));
  });

  it('asks for a server of its own in production, and takes none as the embedded one elsewhere', () => {
    const { DATABASE_URL: _, ...own } = good;
    expect(readConfig(own).server).toBeUndefined();
    expect(faultsOf({ ...own, NODE_ENV: 'production' })).toEqual([expect.stringContaining('DATABASE_URL must be set')]);
    expect(faultsOf({ ...own, DATABASE_DIRECT_URL: good.DATABASE_URL })).toHaveLength(1);
  });

  it('is described in full in the README', () => {
    const source = readFileSync('src/platform/config/config.ts', 'utf8');
    const read = [...source.matchAll(/reading\.\w+\('([A-Z_]+)'|this\.(?:text|databaseUrl)\('([A-Z_]+)'\)/g)];
    const names = new Set(read.map(([, one, other]) => one ?? other ?? ''));
    expect(names.size).toBeGreaterThan(8);
    const readme = readFileSync('README.md', 'utf8');
    const undescribed = [...names].filter((name) => name !== 'NODE_ENV' && !readme.includes(`| \`${name}\``));
    expect(undescribed).toEqual([]);
  });
});
