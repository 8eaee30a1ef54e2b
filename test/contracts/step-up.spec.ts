import { Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/access/actor.js';
import { By, Needs, SteppedUp } from '../../src/access/needs.js';
import { UnitOfWork } from '../../src/audit/unit-of-work.js';
import { World, type Worker } from '../support/world.js';

class ShownResponse {
  @ApiProperty({ type: String, nullable: true }) readonly verifiedAt!: string | null;
}

@Controller('v1/stepped-up')
class SteppedUpController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  @Needs('me:read')
  @SteppedUp()
  @ApiCreatedResponse({ type: ShownResponse })
  act(@By() actor: Actor): Promise<ShownResponse> {
    return this.work.runWithoutClients(actor, (tx) => Promise.resolve({ verifiedAt: tx.verifiedAt }));
  }
}

describe('a route that asks for a second factor shown a moment ago', () => {
  const opened = '2026-11-23T16:00:00.000Z';
  let world: World;
  let kim: Worker;
  beforeAll(async () => {
    world = await World.open(opened, { controllers: [SteppedUpController] });
    kim = await world.worker('physician');
  });
  afterAll(() => world.close());

  it('lets in whoever showed it five minutes ago, by the clock of the database', async () => {
    world.now = '2026-11-23T16:05:00.000Z';
    const { body } = await world.as(kim).post('/v1/stepped-up').expect(201);
    expect(body).toEqual({ verifiedAt: opened });
  });

  it('refuses whoever showed it longer ago, names the mend and leaves a row', async () => {
    world.now = '2026-11-23T16:05:00.001Z';
    const { body } = await world.as(kim).post('/v1/stepped-up').expect(403);
    expect(body).toMatchObject({ code: 'step_up_needed', stepUpAt: '/v1/me/step-up', withinMinutes: 5 });
    const rows = await world.look(`SELECT outcome, facts->>'code' AS code FROM audit_entry WHERE person_id = $1`, [
      kim.personId,
    ]);
    expect(rows).toEqual([{ outcome: 'refused', code: 'step_up_needed' }]);
  });

  it('refuses whoever never showed one', async () => {
    await world.plant('UPDATE session SET verified_at = NULL WHERE id = $1', [kim.sessionId]);
    const { body } = await world.as(kim).post('/v1/stepped-up').expect(403);
    expect(body.code).toBe('step_up_needed');
  });

  it('says so in the OpenAPI document', async () => {
    const { body } = await world.anonymous.get('/openapi.json').expect(200);
    expect(body.paths['/v1/stepped-up'].post.description).toContain('`step_up_needed`');
  });

  it('is each of these: what gives or takes rights, opens a record in an emergency, or ends one', async () => {
    const { body } = await world.anonymous.get('/openapi.json').expect(200);
    type Paths = Readonly<Record<string, Readonly<Record<string, { description?: string }>>>>;
    const asking = Object.entries(body.paths as Paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([verb, { description = '' }]) =>
        description.includes('`step_up_needed`') ? [`${verb} ${path}`] : [],
      ),
    );
    expect(asking.toSorted()).toEqual([
      'delete /v1/me/second-factor',
      'patch /v1/staff/{id}',
      'post /v1/clients/{clientId}/break-glass',
      'post /v1/clients/{clientId}/erasures',
      'post /v1/erasures/{id}/moves',
      'post /v1/legal-holds/{id}/moves',
      'post /v1/line/callers/{callerId}/erasures',
      'post /v1/me/second-factor/recovery-codes',
      'post /v1/memberships/{id}/moves',
      'post /v1/organisations',
      'post /v1/staff',
      'post /v1/staff/{id}/invitations',
      'post /v1/staff/{id}/memberships',
      'post /v1/staff/{id}/moves',
      'post /v1/staff/{id}/second-factor/resets',
      'post /v1/stepped-up',
    ]);
  });
});
