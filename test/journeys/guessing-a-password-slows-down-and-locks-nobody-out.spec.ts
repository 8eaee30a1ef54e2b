import { createHash, createHmac } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CheckPassword } from '../../src/accounts/application/check-password.js';
import { Callers } from '../../src/accounts/application/caller.js';
import { PasswordHashing } from '../../src/accounts/application/password-hashing.js';
import { PasswordLink } from '../../src/accounts/application/password-link.js';
import { newId } from '../../src/kernel/ids.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { addMember, PASSWORD, signIn, type Member } from '../support/accounts.js';
import { World } from '../support/world.js';

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

describe('guessing a password slows down and locks nobody out', () => {
  let world: World;
  let kim: Member;
  const login = (email: string, password: string) => world.anonymous.post('/v1/auth/login').send({ email, password });
  const wait = (seconds: number) => {
    world.now = later(world.now, seconds);
  };
  const guess = async (email = kim.email) => {
    const { status, headers, body } = await login(email, 'not the password at all');
    return status === 429 ? Number(headers['retry-after'] ?? body.retryAfter) : 0;
  };

  /** One guess that is judged, however long that takes to come. */
  const miss = async () => {
    const seconds = await guess();
    wait(seconds);
    if (seconds > 0) expect(await guess()).toBe(0);
  };

  /** As from another network address, past HTTP: every request of a test comes from this machine. */
  const from = async (address: string, email: string, password: string) => {
    const check = world.app.get(CheckPassword, { strict: false });
    try {
      const asked = { requestId: newId(), address, userAgent: undefined };
      const caller = await world.app.get(Callers, { strict: false }).from(asked);
      const { good } = await check.of(email, password, caller);
      return good ? 'good' : 'not good';
    } catch (fault) {
      return fault instanceof Refusal ? fault.facts['retryAfter'] : fault;
    }
  };

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.plant('DELETE FROM sign_in_misses');
    kim = await addMember(world, ['peer_navigator']);
  });
  afterAll(() => world.close());

  it('by waits of 1, 2, 4 … seconds after a few tries, at most a quarter of an hour', async () => {
    for (let free = 0; free < 5; free++) expect(await guess()).toBe(0);
    const waits: number[] = [];
    for (let time = 0; time < 12; time++) {
      const seconds = await guess();
      waits.push(seconds);
      wait(seconds);
      expect(await guess()).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('asking while one has to wait does not make it longer, and the right password is taken when it is over', async () => {
    for (let time = 0; time < 8; time++) await miss();
    const left = await guess();
    expect(left).toBeGreaterThan(0);
    for (let time = 0; time < 20; time++) expect(await guess()).toBe(left);
    const answer = await login(kim.email, PASSWORD).expect(429);
    expect(answer.body).toMatchObject({ code: 'sign_in_slowed', retryAfter: left });
    wait(left);
    await login(kim.email, PASSWORD).expect(200);
    // And the count begins anew.
    for (let free = 0; free < 5; free++) expect(await guess()).toBe(0);
  });

  it('counts exactly when many ask at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => login(kim.email, 'not the password at all')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(19);
  });

  it('is the same for an address that nobody has', async () => {
    const nobody = `${newId()}@example.org`;
    const [known, unknown]: number[][] = [[], []];
    for (let time = 0; time < 9; time++) {
      known!.push(await guess());
      unknown!.push(await guess(nobody));
      wait(known!.at(-1)!);
    }
    expect(unknown).toEqual(known);
  });

  it('keeps nobody away from her own desk, however much is guessed from elsewhere', async () => {
    await signIn(world, kim);
    for (let time = 0; time < 60; time++) await from(`203.0.113.${time}`, kim.email, 'a guess from far away');
    expect(await from('203.0.113.200', kim.email, PASSWORD)).toBeGreaterThan(0);
    await login(kim.email, PASSWORD).expect(200);
  });

  it('slows an account that is guessed from many addresses, for a minute at most', async () => {
    let slowed = 0;
    for (let time = 0; time < 60; time++) {
      const answer = await from(`198.51.100.${time}`, kim.email, 'a guess from far away');
      if (typeof answer === 'number') {
        slowed = Math.max(slowed, answer);
        wait(answer);
        await from(`198.51.100.${time}`, kim.email, 'a guess from far away');
      }
    }
    expect(slowed).toBe(60);
    expect(await from('192.0.2.1', kim.email, PASSWORD)).toBe(60);
    wait(60);
    expect(await from('192.0.2.1', kim.email, PASSWORD)).toBe('good');
  });

  it('slows an address that tries many accounts, and a neighbour in the same block of IPv6', async () => {
    for (let time = 0; time < 52; time++)
      await from('2001:db8:1:2::7', `${time}@example.org`, 'the same guess everywhere');
    expect(await from('2001:db8:1:2:ffff::1', kim.email, PASSWORD)).toBeGreaterThan(0);
    expect(await from('2001:db8:1:3::7', kim.email, PASSWORD)).toBe('good');
  });

  it('gives somebody who forgot a way in by a link from the host, at once', async () => {
    for (let time = 0; time < 8; time++) await miss();
    const link = await world.app.get(PasswordLink, { strict: false }).make(kim.email);
    const password = 'basket thunder eleven fern';
    await world.anonymous.post('/v1/auth/invitations/accept').send({ token: link!.token, password }).expect(200);
    await login(kim.email, password).expect(200);
  });

  it('also a guess at the present password by whoever holds a token', async () => {
    const { accessToken } = await signIn(world, kim);
    const change = () =>
      world
        .as({ token: accessToken })
        .post('/v1/me/password')
        .send({ currentPassword: 'not the password at all', newPassword: 'basket thunder eleven fern' });
    for (let free = 0; free < 5; free++) await change().expect(403);
    await change().expect(429);
  });

  it('forgets misses after a day, and keeps neither address in the clear', async () => {
    for (let time = 0; time < 8; time++) await miss();
    const rows = await world.look<{ row: string }>('SELECT m::text AS row FROM sign_in_misses m');
    expect(JSON.stringify(rows)).not.toMatch(/@|127\.0/);
    wait(25 * 3600);
    for (let free = 0; free < 5; free++) expect(await guess()).toBe(0);
    await login(`${newId()}@example.org`, PASSWORD);
  });

  it('keeps them under a key of the house, so that whoever copies the database cannot try addresses on it', async () => {
    await miss();
    await signIn(world, kim);
    await miss();
    const plain = (text: string) => createHash('sha256').update(text).digest('hex');
    const address = plain('address 127.0.0.1');
    const guessed = [`account ${kim.email} at ${address}`, `account ${kim.email}`, `at ${address}`].map(plain);
    const rows = await world.look<{ kept: string }>(
      `SELECT encode(key, 'hex') AS kept FROM sign_in_misses UNION ALL
       SELECT encode(address_hash, 'hex') FROM session WHERE address_hash IS NOT NULL`,
    );
    const [key] = await world.app.get(HouseKeys).secrets('address');
    const ours = createHmac('sha256', key!.key).update('address 127.0.0.1').digest('hex');
    expect(rows.map(({ kept }) => kept)).toContain(ours);
    for (const guess of [address, ...guessed]) expect(rows.map(({ kept }) => kept)).not.toContain(guess);
  });

  it('does the same work for an account that there is and one that there is not', async () => {
    const verified = jest.spyOn(world.app.get(PasswordHashing, { strict: false }), 'verify');
    await guess();
    await guess(`${newId()}@example.org`);
    const invited = await addMember(world, ['counsellor']);
    await world.plant('DELETE FROM credential WHERE staff_id = $1', [invited.personId]);
    await guess(invited.email);
    expect(verified).toHaveBeenCalledTimes(3);
    verified.mockRestore();
  });
});

describe('a password kept at a lower cost than is asked for now', () => {
  it('is hashed anew when its owner signs in, and stays the same password', async () => {
    const cost = { memoryCost: 2_048, timeCost: 2, parallelism: 1 };
    const world = await World.open(undefined, { passwordCost: cost });
    const kim = await addMember(world, ['peer_navigator']);
    const weak = await hash(PASSWORD, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
    await world.plant('UPDATE credential SET password_hash = $2 WHERE staff_id = $1', [kim.personId, weak]);
    const kept = async () => (await world.look<{ password_hash: string }>('SELECT password_hash FROM credential'))[0]!;
    await world.anonymous.post('/v1/auth/login').send({ email: kim.email, password: 'not it, not at all' }).expect(401);
    expect((await kept()).password_hash).toBe(weak);
    await signIn(world, kim);
    const stronger = (await kept()).password_hash;
    expect(stronger).toMatch(/^\$argon2id\$v=19\$m=2048,t=2,p=1\$/);
    await signIn(world, kim);
    expect((await kept()).password_hash).toBe(stronger);
    await world.close();
  });
});
