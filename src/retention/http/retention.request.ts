import { IsIdText, IsOneOf, Optional } from '../../platform/http/validation.js';
import { CALLER_ERASURE_REASONS, ERASURE_REASONS, type CallerErasureReason } from '../domain/erasure.js';
import { erasureLifecycle, type ErasureState, type ErasureVerb } from '../domain/erasure.lifecycle.js';
import { HOLD_REASONS, LIFT_REASONS, type HoldReason, type LiftReason } from '../domain/legal-hold.js';
import { legalHoldLifecycle, type LegalHoldState, type LegalHoldVerb } from '../domain/legal-hold.lifecycle.js';
import { retentionApprovalLifecycle, type RetentionApprovalVerb } from '../domain/retention-approval.lifecycle.js';

export class NewLegalHoldRequest {
  @IsIdText()
  @Optional()
  readonly id?: string;

  @IsOneOf(HOLD_REASONS)
  readonly because!: HoldReason;
}

export class LegalHoldsQuery {
  /** Whose record it is over. */
  @IsIdText()
  @Optional()
  readonly clientId?: string;

  @IsOneOf(legalHoldLifecycle.states)
  @Optional()
  readonly state?: LegalHoldState;
}

export class MoveLegalHoldRequest {
  @IsOneOf(legalHoldLifecycle.verbs)
  readonly move!: LegalHoldVerb;

  @IsOneOf(LIFT_REASONS)
  readonly because!: LiftReason;
}

export class NewErasureRequest {
  @IsIdText()
  @Optional()
  readonly id?: string;

  /** `retention_over` takes that the record is on the list of what is due. */
  @IsOneOf(ERASURE_REASONS)
  readonly because!: (typeof ERASURE_REASONS)[number];
}

export class NewCallerErasureRequest {
  @IsIdText()
  @Optional()
  readonly id?: string;

  @IsOneOf(CALLER_ERASURE_REASONS)
  readonly because!: CallerErasureReason;
}

export class ErasuresQuery {
  @IsOneOf(erasureLifecycle.states)
  @Optional()
  readonly state?: ErasureState;
}

export class MoveErasureRequest {
  @IsOneOf(erasureLifecycle.verbs)
  readonly move!: ErasureVerb;
}

export class MoveRetentionRuleRequest {
  @IsOneOf(retentionApprovalLifecycle.verbs)
  readonly move!: RetentionApprovalVerb;
}
