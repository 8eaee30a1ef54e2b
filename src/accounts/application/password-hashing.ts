import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal.js';
import { PASSWORD_COST, type PasswordCost } from '../../platform/config/password-cost.js';
import { signInBusy } from '../domain/accounts.problems.js';
import { normalPassword } from '../domain/password.js';
import { newSecretToken } from './secret-token.js';

/** Each takes a thread and its memory (19 MiB): more at once would only make all of them slower. */
const AT_ONCE = 4;
/** About two seconds' worth of waiting; whoever comes then is asked to come again. */
const MAY_WAIT = 200;
const COME_AGAIN = 2;

/** argon2id (the package's only default), at the cost that the configuration asks for. */
@Injectable()
export class PasswordHashing implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy = '';

  constructor(@Inject(PASSWORD_COST) private readonly cost: PasswordCost) {}

  async onModuleInit(): Promise<void> {
    this.decoy = await this.hash(newSecretToken().text);
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalPassword(password), this.cost));
  }

  /** The same work whether or not there is an account or a password to compare with. */
  async verify(kept: string | null | undefined, password: string): Promise<boolean> {
    const good = await this.inTurn(() => verify(kept ?? this.decoy, normalPassword(password)));
    return good && typeof kept === 'string';
  }

  /** Whether the hash was made at a lower cost than is asked for now. */
  isWeak(kept: string): boolean {
    const made = parseOptions(kept);
    const { memoryCost, timeCost, parallelism } = this.cost;
    return made.memoryCost < memoryCost || made.timeCost < timeCost || made.parallelism < parallelism;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MAY_WAIT) throw new Refusal(signInBusy, { retryAfter: COME_AGAIN });
      await new Promise<void>((go) => this.waiting.push(go));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
