import { IsIdText, IsInstant, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import { TIMELINE_KINDS, type TimelineKind } from '../domain/change.js';
import { SECTIONS, type SectionName } from '../domain/plan-section.js';

const SECTION_LENGTH = 4_000;

export class PlanQuery {
  /** The plan as it stood then, under the grants in force now. */
  @Optional() @IsInstant() readonly 'as-of'?: string;
  /** Shows what changed since then instead of since your last look. */
  @Optional() @IsInstant() readonly since?: string;
}

export class ChangesQuery {
  @Optional() @IsInstant() readonly since?: string;
}

export class TimelineQuery {
  @Optional() @IsOneOf(TIMELINE_KINDS) readonly kind?: TimelineKind;
  @Optional() @IsInstant() readonly 'occurred[from]'?: string;
  @Optional() @IsInstant() readonly 'occurred[before]'?: string;
}

export class WriteSectionRequest {
  @Optional() @IsIdText() readonly id?: string;
  @IsOneOf(SECTIONS) readonly section!: SectionName;
  @IsWords({ max: SECTION_LENGTH }) readonly text!: string;
}

export class ChangeSectionRequest {
  @IsWords({ max: SECTION_LENGTH }) readonly text!: string;
}

export class SignPlanRequest {
  @Optional() @IsIdText() readonly id?: string;
  /** The plan as it stood then; absent: now. */
  @Optional() @IsInstant() readonly planAsOf?: string;
}
