import { PURPOSES, type Purpose } from '../../access/actor.js';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import { isId, type Id } from '../../kernel/ids.js';
import { languageTag } from '../../platform/http/language-tag.js';
import {
  Is,
  IsIdText,
  IsInstant,
  IsListOf,
  IsOneOf,
  IsWords,
  IsYesNo,
  oneOf,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import type { NamedRecipient } from '../application/recipients.js';
import {
  CONSENT_REACHES,
  DECISIONS,
  HOW_GIVEN,
  RECIPIENT_ROLES,
  type ConsentReach,
  type Decision,
  type HowGiven,
} from '../domain/consent.js';
import { CONSENT_MOVES, CONSENT_STATES, type ConsentMove, type ConsentState } from '../domain/consent.lifecycle.js';

const WORDS = { max: 4_000 };
const SOME = { min: 1, max: 10 };

const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const UUID = { type: 'string', format: 'uuid' } as const;
const part = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: [...required],
  properties,
});

const isRole = (value: unknown): boolean => RECIPIENT_ROLES.some((role) => role === value);

const recipient: InputRule = {
  code: 'recipient',
  holds: (value) => {
    const { organisationId, role, membershipId } = members(value);
    const sent = Object.keys(members(value)).sort().join();
    if (sent === 'membershipId' || sent === 'membershipId,organisationId')
      return isId(membershipId) && (organisationId === undefined || isId(organisationId));
    return isId(organisationId) && (sent === 'organisationId' || (sent === 'organisationId,role' && isRole(role)));
  },
  message: {
    en: `Send {"organisationId": …} for an organisation, with "role" (${RECIPIENT_ROLES.join(', ')}) for a role in it, or {"membershipId": …} for one person. There is no way to say all partners.`,
    fr: `Nommez un organisme, au besoin avec un de ses rôles (${RECIPIENT_ROLES.join(', ')}), ou une seule affiliation, comme dans l’exemple de /docs. On ne peut pas dire « tous les partenaires ».`,
  },
  schema: {
    oneOf: [
      part({ organisationId: UUID, role: { type: 'string', enum: [...RECIPIENT_ROLES] } }, ['organisationId']),
      part({ membershipId: UUID, organisationId: UUID }, ['membershipId']),
    ],
    example: { organisationId: '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234', role: 'physician' },
  },
};

export class RecordConsentRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** Whether the client agrees to it or says no to it. A no beats every yes. */
  @IsOneOf(DECISIONS) readonly decision!: Decision;
  /** An organisation, a role in it, or one person. */
  @Is(recipient) readonly recipient!: NamedRecipient;
  /** Which kinds of data. Without `identity_name` the recipient does not see the client’s name. */
  @IsListOf(oneOf(DATA_CLASSES), SOME) readonly classes!: DataClass[];
  /** What it may be asked for; for anything, where you leave it out. */
  @IsListOf(oneOf(PURPOSES), SOME) @Optional() readonly purposes?: Purpose[];
  /**
   * How far it reaches: `record`, as where you leave it out, opens what you name of the record itself. `referrals` opens
   * nothing alone: it lets a referral to this recipient carry what you name. A renewal goes as far as what it renews.
   */
  @IsOneOf(CONSENT_REACHES) @Optional() readonly reach?: ConsentReach;
  /** Now, or the end of the one that it renews, where you leave it out. */
  @IsInstant() @Optional() readonly from?: string;
  /** Until the client takes it back, where you leave it out. */
  @IsInstant() @Optional() readonly until?: string;
  /** How the client said it. */
  @IsOneOf(HOW_GIVEN) readonly howGiven!: HowGiven;
  /** The membership that explained it to the client; yours, where you leave it out. */
  @IsIdText() @Optional() readonly explainedBy?: Id;
  /** The language in which it was explained. */
  @Is(languageTag) readonly language!: string;
  /** Whether the client has a copy. */
  @IsYesNo() readonly copyGiven!: boolean;
  /** In the client’s own words. */
  @IsWords(WORDS) @Optional() readonly ownWords?: string;
  /** The one that this goes on from. */
  @IsIdText() @Optional() readonly renews?: Id;
}

export class MoveConsentRequest {
  @IsOneOf(CONSENT_MOVES) readonly move!: ConsentMove;
  /** What was said with it. */
  @IsWords(WORDS) @Optional() readonly note?: string;
  /** Leave it out: a withdrawal holds from the moment it is written down. */
  @IsInstant() @Optional() readonly at?: string;
}

export class ConsentsQuery {
  /** All but what was written down by mistake, unless you say otherwise. */
  @IsOneOf(CONSENT_STATES) @Optional() readonly state?: ConsentState;
}
