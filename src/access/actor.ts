import type { Id } from '../kernel/ids.js';
import type { Role } from './policy.js';

/**
 * Who asks, for which organisation and in which role. Made from the access token; every transaction compares it with
 * the session as it stands (`audit/enter.ts`) before anything is read. Whoever came by a one-time link has it in the
 * place of a membership: a client is the person of her own record, a receiver is nobody but their link.
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

/** What each role may say that it asks for; where a request says nothing, the first. */
const PURPOSES_OF: Readonly<Record<Role, readonly [Purpose, ...Purpose[]]>> = {
  line_operator: ['care_management', 'emergency'],
  peer_navigator: ['care_management', 'client_request', 'emergency'],
  counsellor: ['care_management', 'treatment', 'client_request', 'emergency'],
  physician: ['treatment', 'care_management', 'client_request', 'emergency'],
  pharmacist: ['treatment', 'client_request', 'emergency'],
  intake_worker: ['care_management', 'treatment', 'client_request'],
  coordinator: ['care_management', 'operations', 'client_request', 'emergency'],
  privacy_officer: ['operations', 'client_request'],
  community_partner: ['operations'],
  administrator: ['operations'],
  client: ['client_request'],
  receiver: ['care_management'],
};

export const purposesOf = (role: Role): readonly Purpose[] => PURPOSES_OF[role];

export const defaultPurpose = (role: Role): Purpose => PURPOSES_OF[role][0];
