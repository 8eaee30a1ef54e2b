import type { Id } from '../kernel/ids.js';
import type { Role } from './policy.js';

/**
 * Who asks, for which organisation and in which role. Made from the access token; every transaction compares it with
 * the session as it stands (`audit/enter.ts`) before anything is read.
 */
export interface Actor {
  readonly sessionId: Id;
  readonly personId: Id;
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly requestId: Id;
  readonly purpose: Purpose;
  /** The route asks for a second factor shown a moment ago: no transaction opens for this actor without it. */
  readonly mustHaveSteppedUp?: true;
}

/** Why client data is read, after HL7 PurposeOfUse: TREAT, CAREMGT, HOPERAT, ETREAT, PATRQT. */
export const PURPOSES = ['treatment', 'care_management', 'operations', 'emergency', 'client_request'] as const;
export type Purpose = (typeof PURPOSES)[number];

const DEFAULT_PURPOSE: Readonly<Partial<Record<Role, Purpose>>> = { physician: 'treatment', pharmacist: 'treatment' };

export const defaultPurpose = (role: Role): Purpose => DEFAULT_PURPOSE[role] ?? 'care_management';
