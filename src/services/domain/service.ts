import { plusMinutes, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Criterion } from './criteria.js';

/** What somebody can be referred to, or can walk into. */
export const SERVICE_KINDS = [
  'residential_programme',
  'withdrawal_management',
  'oat_clinic',
  'counselling',
  'peer_group',
  'supervised_consumption',
  'housing',
  'income_support',
  'identity_documents',
  'food',
  'other',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** How often new people are taken in, or an intake team meets. */
export const INTAKE_RHYTHMS = ['any_day', 'weekly', 'every_two_weeks', 'monthly', 'by_cohort', 'unknown'] as const;
export type IntakeRhythm = (typeof INTAKE_RHYTHMS)[number];

export const REFERRED_BY = ['client', 'family', 'professional'] as const;
/** Who may ask for a place there. */
export type ReferredBy = (typeof REFERRED_BY)[number];

/** One Alberta centre suspends disability income while somebody lives there: it has to be known before saying yes. */
export const EFFECTS_ON_INCOME = ['none', 'reduced', 'suspended', 'unknown'] as const;
export type EffectOnIncome = (typeof EFFECTS_ON_INCOME)[number];

export const EFFECTS_ON_HOUSING = ['none', 'place_is_kept', 'place_may_be_lost', 'unknown'] as const;
export type EffectOnHousing = (typeof EFFECTS_ON_HOUSING)[number];

/** Who gives OAT while somebody is there, and whether it is arranged for the day after. */
export const OAT_INSIDE = ['given_there', 'from_a_pharmacy_outside', 'not_possible', 'unknown'] as const;
export const OAT_AFTER = ['arranged_before_leaving', 'left_to_the_client', 'unknown'] as const;
export type OatInside = (typeof OAT_INSIDE)[number];
export type OatAfter = (typeof OAT_AFTER)[number];

export const READMISSIONS = ['any_time', 'after_a_wait', 'case_by_case', 'unknown'] as const;
export type Readmission = (typeof READMISSIONS)[number];

/** Directory facts, known to everybody who works here; nothing in them is about a client. */
export interface ServiceFacts {
  readonly name: string;
  readonly kind: ServiceKind;
  /** What it is, for whoever explains it to a client. */
  readonly about: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly referredBy: readonly ReferredBy[];
  /** Days that a stay is planned for; nothing where it has no end. */
  readonly lengthDays: number | null;
  readonly intakeRhythm: IntakeRhythm;
  /** Whole Canadian dollars a month; 0 where it costs nothing, nothing where nobody knows. */
  readonly monthlyCost: number | null;
  readonly effectOnIncome: EffectOnIncome;
  readonly effectOnHousing: EffectOnHousing;
  readonly oatInside: OatInside;
  readonly oatAfter: OatAfter;
  readonly readmission: Readmission;
  /** How often whoever waits has to call in to keep their place, in days; nothing where they need not. */
  readonly callInEveryDays: number | null;
  /** Hours for which a count of free places is worth something. */
  readonly capacityHoldsHours: number;
}

export interface Service extends ServiceFacts {
  readonly id: Id;
  readonly organisationId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** What a service asks for, as somebody read it on that day. Older ones stay: what was asked then explains what was done. */
export interface Eligibility {
  readonly id: Id;
  readonly serviceId: Id;
  readonly asOf: CivilDate;
  /** Where it is written: a page, a handbook, who said it. */
  readonly source: string;
  readonly criteria: readonly Criterion[];
  readonly createdAt: Instant;
}

/** Places as somebody counted them. A count is never a promise, and grows old. */
export interface Capacity {
  readonly id: Id;
  readonly serviceId: Id;
  readonly places: number | null;
  readonly free: number;
  readonly waiting: number | null;
  readonly confirmedAt: Instant;
}

/** A service with the newest of each; nothing where nobody has said. */
export interface ServiceSeen extends Service {
  readonly province: string;
  readonly organisation: string;
  readonly eligibility: Eligibility | null;
  readonly capacity: Capacity | null;
}

export interface ServiceFilter {
  readonly kind?: ServiceKind;
  readonly province?: string;
  readonly organisationId?: Id;
}

/** Whether the count is too old to send somebody there on it. */
export const isStale = ({ capacityHoldsHours }: ServiceFacts, { confirmedAt }: Capacity, now: Instant): boolean =>
  now >= plusMinutes(confirmedAt, capacityHoldsHours * 60);
