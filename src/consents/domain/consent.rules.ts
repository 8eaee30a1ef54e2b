import { ROLE_CEILINGS, type DataClass } from '../../access/policy.js';
import { plusMinutes, type Instant } from '../../kernel/civil-time.js';
import { Refusal } from '../../kernel/refusal.js';
import { RECIPIENT_ROLES, type Consent, type ConsentScope, type Recipient, type ShownConsent } from './consent.js';
import { isOver } from './consent.lifecycle.js';
import { denialIsOfAll, overBeforeItBegins } from './consent.problems.js';

const sameRecipient = (one: Recipient, other: Recipient): boolean =>
  one.recipientOrganisationId === other.recipientOrganisationId &&
  one.recipientRole === other.recipientRole &&
  one.recipientMembershipId === other.recipientMembershipId;

/** Whether one that stands says all of what another would: then that adds nothing. */
export function saysAllOf(standing: Consent, wanted: ConsentScope & Recipient, now: Instant): boolean {
  const from = wanted.validFrom > now ? wanted.validFrom : now;
  return (
    standing.state === 'active' &&
    standing.decision === wanted.decision &&
    sameRecipient(standing, wanted) &&
    reachesAsFar(standing, wanted) &&
    standing.validFrom <= from &&
    lastsAsLong(standing, wanted)
  );
}

const reachesAsFar = (standing: ConsentScope, wanted: ConsentScope): boolean =>
  wanted.classes.every((name) => standing.classes.includes(name)) &&
  hasPurposesOf(standing, wanted) &&
  (standing.reach === 'record' || standing.reach === wanted.reach);

const hasPurposesOf = ({ purposes: standing }: ConsentScope, { purposes: wanted }: ConsentScope): boolean =>
  standing === null || (wanted?.every((purpose) => standing.includes(purpose)) ?? false);

const lastsAsLong = ({ validUntil: standing }: ConsentScope, { validUntil: wanted }: ConsentScope): boolean =>
  standing === null || (wanted !== null && wanted <= standing);

export const canBeRenewed = (
  standing: Consent,
  by: ConsentScope & Recipient & Pick<Consent, 'clientId'>,
): standing is Consent & { readonly validUntil: Instant } =>
  standing.clientId === by.clientId &&
  standing.state === 'active' &&
  standing.validUntil !== null &&
  standing.decision === by.decision &&
  sameRecipient(standing, by);

/** @throws Refusal `consent_over_before_it_begins` */
export function assertItWillHold(scope: Pick<ConsentScope, 'validFrom' | 'validUntil'>, now: Instant): void {
  const { validFrom, validUntil } = scope;
  if (validUntil !== null && (isOver(scope, now) || validUntil <= validFrom)) throw new Refusal(overBeforeItBegins);
}

/** @throws Refusal `denial_is_of_all` */
export function assertReaches({ decision, reach }: Pick<ConsentScope, 'decision' | 'reach'>): void {
  if (decision === 'deny' && reach !== 'record') throw new Refusal(denialIsOfAll);
}

const MINUTES_OF_A_DAY = 1440;
const DAYS_BEFORE = [14, 7, 2, 1] as const;

/** When somebody asks whether it goes on: two weeks before it ends, or as early as it may; a short one at its end. */
export function askAgainAt(until: Instant, now: Instant): Instant {
  const before = DAYS_BEFORE.map((days) => plusMinutes(until, -days * MINUTES_OF_A_DAY));
  return before.find((at) => at > now) ?? until;
}

type Opening = Pick<ShownConsent, 'decision' | 'reach' | 'classes' | 'recipientKind' | 'recipientRole' | 'personRole'>;

/** What the recipient reads by it alone: of what it names, what their role may ever hold; of an organisation, any role there. */
export function opensAlone(consent: Opening): readonly DataClass[] {
  if (consent.decision === 'deny' || consent.reach === 'referrals') return [];
  const named = consent.recipientRole ?? consent.personRole;
  const roles = consent.recipientKind === 'organisation' || named === null ? RECIPIENT_ROLES : [named];
  return consent.classes.filter((name) =>
    roles.some((role) => {
      const { read = [], byConsent = [] } = ROLE_CEILINGS[role] ?? {};
      return [...read, ...byConsent].includes(name);
    }),
  );
}
