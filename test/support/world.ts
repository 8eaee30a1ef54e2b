import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { Throughline } from '../../client/throughline.js';
import { AccessTokens } from '../../src/access/access-tokens.js';
import type { Role } from '../../src/access/policy.js';
import { AppModule } from '../../src/app.module.js';
import { createApp } from '../../src/app.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { appDatabase } from '../../src/platform/database/app-database.js';
import type { PasswordCost } from '../../src/platform/config/password-cost.js';
import type { Ceiling } from '../../src/platform/http/ceiling.js';
import { ApiDocument } from '../../src/platform/http/openapi/api-document.js';
import { APP_DATABASE } from '../../src/platform/database/transaction.js';
import { makeLog } from '../../src/platform/log/log.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { ROWS } from '../../src/rows.js';
import { DescribedAnswers } from './described-answers.js';
import { cloneDatabase, type TestDatabase } from './database.js';

/** One worker in one role at one organisation, with a live session. */
export interface Worker {
  readonly personId: Id;
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly sessionId: Id;
  readonly role: Role;
  readonly token: string;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
export type As = Readonly<Record<Method, (path: string) => request.Test>>;

/** What only a few tests need: routes of their own, a low ceiling, a log to read. */
export interface Extra {
  readonly controllers?: readonly Type[];
  readonly ceiling?: Ceiling;
  readonly trustedProxies?: readonly string[];
  readonly passwordCost?: PasswordCost;
  readonly log?: Logger;
  readonly masterKeys?: MasterKeys;
}

@Module({})
class Around {}

/** A test asks whether a password is right, not how long guessing it would take. */
const CHEAP: PasswordCost = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const BOUNDLESS: Ceiling = { perToken: 1_000_000, perAddress: 1_000_000 };

/** The programme on a database of its own, through real HTTP, as the restricted role, at a clock that the test sets. */
export class World {
  /** Of the routes of the programme: described once for all worlds of a process, which costs more than their start. */
  private static document: OpenAPIObject | undefined;
  private readonly described: DescribedAnswers;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly db: TestDatabase,
    private readonly clock: { now: string | undefined },
  ) {
    this.described = DescribedAnswers.by(this.api);
  }

  static async open(now = '2026-11-23T16:00:00.000Z', extra: Extra = {}): Promise<World> {
    const db = await cloneDatabase();
    const clock = { now };
    const database = await appDatabase({ url: db.urlAs('app'), poolSize: 8, rows: ROWS }).initialize();
    const { controllers = [], log = makeLog('error'), ...settings } = extra;
    const options = {
      database,
      masterKeys: new MasterKeys(MasterKeys.make()),
      clock,
      jobsUrl: db.urlAs('jobs'),
      log,
      ceiling: BOUNDLESS,
      passwordCost: CHEAP,
      document: controllers.length ? undefined : World.document,
      ...settings,
    };
    const root = {
      module: Around,
      imports: [AppModule.with(options)],
      controllers: [...controllers],
    };
    try {
      const app = await createApp(options, root);
      await app.listen(0, '127.0.0.1');
      const world = new World(app, db, clock);
      if (!controllers.length) World.document = world.api;
      return world;
    } catch (fault) {
      await database.destroy();
      await db.drop();
      throw fault;
    }
  }

  private get api(): OpenAPIObject {
    return this.app.get(ApiDocument).document;
  }

  get now(): string {
    return this.clock.now ?? '';
  }

  /** Moves the clock of every request from now on. */
  set now(instant: string) {
    this.clock.now = instant;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.app.get<DataSource>(APP_DATABASE).destroy();
    await this.db.drop();
  }

  async organisation(kind = 'clinic', province = 'AB'): Promise<Id> {
    const id = newId();
    await this.plant(
      `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
       VALUES ($1, $2, $3, $4, 'America/Edmonton', '{en,fr}', $5, 1)`,
      [id, `Organisation ${id.slice(-6)}`, kind, province, this.now],
    );
    return id;
  }

  /** Somebody who works in this role, signed in, who has just shown a second factor. Without an organisation: in a new clinic. */
  async worker(role: Role, organisationId?: Id): Promise<Worker> {
    const [personId, membershipId, sessionId] = [newId(), newId(), newId()] as const;
    const at = organisationId ?? (await this.organisation());
    await this.plant(
      `INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, $2, $3, 'en', $4, 1)`,
      [personId, `${personId}@example.org`, `Worker ${personId.slice(-4)}`, this.now],
    );
    await this.plant(
      'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [membershipId, personId, at, role, this.now],
    );
    await this.plant(
      `INSERT INTO session (id, staff_id, membership_id, started_at, expires_at, verified_at)
       VALUES ($1, $2, $3, $4, timestamptz '2099-01-01', $4)`,
      [sessionId, personId, membershipId, this.now],
    );
    const claims = { personId, membershipId, organisationId: at, sessionId, role };
    return { ...claims, token: await this.tokenOf(claims) };
  }

  /** For a session that stands. */
  tokenOf({ personId, membershipId, organisationId, sessionId, role }: Omit<Worker, 'token'>): Promise<string> {
    const claims = { personId, membershipId, organisationId, sessionId, role };
    return this.app.get(AccessTokens).issue(claims, Math.floor(Date.now() / 1000));
  }

  /** They show their second factor again, as of now. */
  async stepUp({ sessionId }: Pick<Worker, 'sessionId'>): Promise<void> {
    await this.plant('UPDATE session SET verified_at = $2 WHERE id = $1', [sessionId, this.now]);
  }

  /** Requests of this worker. */
  as(worker: Pick<Worker, 'token'>): As {
    return this.requests((test) => test.set('authorization', `Bearer ${worker.token}`));
  }

  /** The same in the typed client, which throws what is not 2xx. */
  async client({ token }: Pick<Worker, 'token'>): Promise<Throughline> {
    return new Throughline({ url: await this.app.getUrl(), token, fetch: this.described.fetch });
  }

  get anonymous(): As {
    return this.requests((test) => test);
  }

  /** Every answer is held against the OpenAPI document: a test fails on what that does not say. */
  private requests(signed: (test: request.Test) => request.Test): As {
    const send = (method: Method) => (path: string) =>
      signed(request(this.app.getHttpServer())[method](path)).expect((answer) =>
        this.described.check({ method, path, answer }),
      );
    return { get: send('get'), post: send('post'), patch: send('patch'), put: send('put'), delete: send('delete') };
  }

  /** Writes as the owner of the tables, past the application: for what a test needs to stand already. */
  async plant(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.db.asOwner(sql, values);
  }

  /** Looks as the owner of the tables, past row-level security. */
  async look<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.db.asOwner(sql, values)).rows as Row[];
  }
}
