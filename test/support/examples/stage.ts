import { API_EXAMPLES } from '../../../src/api-examples.js';
import type { Id } from '../../../src/kernel/ids.js';
import { addMember, signIn } from '../accounts.js';
import type { As, Worker, World } from '../world.js';

/** By whom and where an example is sent. */
export interface Ready {
  readonly as: As;
  readonly at?: string;
  readonly version?: number;
  /** In place of the example's own members of these names. */
  readonly put?: Readonly<Record<string, unknown>>;
}

/** By operation. */
export type Prepared = Readonly<Record<string, () => Promise<Ready>>>;

export interface Made {
  readonly id: Id;
  readonly version: number;
}

/** A counsellor and an administrator at one clinic, and what examples of others make there before one is sent. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly maya: Worker,
    readonly asAdmin: As,
  ) {}

  static async of(world: World): Promise<Stage> {
    const maya = await world.worker('counsellor');
    const admin = await addMember(world, ['administrator'], maya.organisationId);
    return new Stage(world, maya, world.as({ token: (await signIn(world, admin)).accessToken }));
  }

  get home(): Id {
    return this.maya.organisationId;
  }

  get as(): As {
    return this.world.as(this.maya);
  }

  async make(path: string, request: string, by = this.as): Promise<Made> {
    const body = Object.values(API_EXAMPLES[request] ?? {})[0] as object;
    return (await by.post(path).send(body).expect(201)).body as Made;
  }

  async client(): Promise<Id> {
    return (await this.make('/v1/clients', 'CreateClientRequest')).id;
  }

  async inClient(part: string): Promise<Ready & { readonly at: string }> {
    return { as: this.as, at: `/v1/clients/${await this.client()}/${part}` };
  }

  /** A record under a new client, reached there. */
  async nested(part: string, request: string): Promise<Ready> {
    const { as, at } = await this.inClient(part);
    const { id, version } = await this.make(at, request);
    return { as, at: `${at}/${id}`, version };
  }

  /** The same, reached at a place of its own. */
  async own(part: string, request: string, base = part): Promise<Ready> {
    const { as, at } = await this.inClient(part);
    const { id, version } = await this.make(at, request);
    return { as, at: `/v1/${base}/${id}`, version };
  }

  async moves(ready: Promise<Ready>): Promise<Ready> {
    const { at, ...rest } = await ready;
    return { ...rest, at: `${at}/moves` };
  }

  /** Somebody on the team of a new client. */
  async withMate() {
    const mate = await this.world.worker('peer_navigator', this.home);
    const { at } = await this.inClient('care-team');
    const owner = { membershipId: mate.membershipId };
    await this.as.post(at).send(owner).expect(201);
    return { mate, owner, path: at.replace('care-team', 'tasks') };
  }
}
