import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { problem, Refusal } from '../../kernel/refusal.js';
import { Open } from '../http/open.js';
import { ReadyChecks, type ReadyCheck } from './ready-checks.js';

const notReady = problem('not_ready', 'unavailable', {
  en: { title: 'Not ready', detail: 'These do not stand: {down}. Requests are better sent to another replica.' },
  fr: {
    title: 'Pas prêt',
    detail: 'Ceci ne tient pas : {down}. Mieux vaut envoyer les demandes à une autre réplique.',
  },
});

class Live {
  @ApiProperty({ enum: ['alive'], example: 'alive' })
  readonly status!: string;
}

class Ready {
  @ApiProperty({ enum: ['ready'], example: 'ready' })
  readonly status!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'object', additionalProperties: true } })
  readonly checks!: object;
}

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly checks: ReadyChecks,
  ) {}

  /** Whether the process answers. */
  @Get('live')
  @Open('a probe asks whether the process answers')
  @ApiOkResponse({ type: Live })
  live(): Live {
    return { status: 'alive' };
  }

  /** Whether it can serve: what it leans on stands. 503 names what does not. */
  @Get('ready')
  @Open('a load balancer asks whether to send requests here')
  @ApiOkResponse({ type: Ready })
  async ready(): Promise<Ready> {
    const found = new Map<string, HealthIndicatorResult>();
    const all = [...this.checks.all].map(([name, check]) => async () => {
      const result = await this.indicated(name, check);
      found.set(name, result);
      return result;
    });
    await this.health.check(all).catch(() => undefined); // it raises what `found` says already
    const checks = Object.assign({}, ...found.values()) as Record<string, { status: string }>;
    const down = Object.keys(checks).filter((name) => checks[name]?.status !== 'up');
    if (down.length > 0) throw new Refusal(notReady, { down, retryAfter: 1 });
    return { status: 'ready', checks };
  }

  private async indicated(name: string, check: ReadyCheck): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      const { ok, ...finding } = await check();
      return ok ? indicator.up(finding) : indicator.down(finding);
    } catch {
      return indicator.down(); // the reason may hold a host name; the log of the pool has it
    }
  }
}
