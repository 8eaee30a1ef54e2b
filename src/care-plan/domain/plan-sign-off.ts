import type { DataClass, Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';

/** Somebody says: I have seen the plan as it stood then, as far as these classes. It is not an approval of the rest. */
export interface PlanSignOff {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: 'coordination';
  readonly membershipId: Id;
  readonly role: Role;
  readonly planAsOf: string;
  readonly seenClasses: readonly DataClass[];
  readonly signedAt: string;
  readonly version: number;
}

/** With what the staff directory says of the signer. */
export type NamedSignOff = PlanSignOff & { readonly signedBy: string };
