import { IsIdText, IsInstant, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import { OUTCOMES, type AuditFilter, type LogFilter } from '../domain/log-line.js';

const EVENT = 60;

export class LogQuery {
  /** By this person alone. */
  @Optional() @IsIdText() readonly personId?: string;
  /** Of this event alone, such as `care_plan.read`. */
  @Optional() @IsWords({ max: EVENT }) readonly event?: string;
  /** What was done, or where somebody was not let in. */
  @Optional() @IsOneOf(OUTCOMES) readonly outcome?: (typeof OUTCOMES)[number];
  @Optional() @IsInstant() readonly 'at[from]'?: string;
  @Optional() @IsInstant() readonly 'at[before]'?: string;
}

export class AuditQuery extends LogQuery {
  /** About this client alone. */
  @Optional() @IsIdText() readonly clientId?: string;
}

export const filterOf = ({
  personId,
  event,
  outcome,
  'at[from]': from,
  'at[before]': before,
}: LogQuery): LogFilter => ({
  ...(personId !== undefined && { personId }),
  ...(event !== undefined && { event }),
  ...(outcome !== undefined && { outcome }),
  ...(from !== undefined && { from }),
  ...(before !== undefined && { before }),
});

export const auditFilterOf = ({ clientId, ...query }: AuditQuery): AuditFilter => ({
  ...filterOf(query),
  ...(clientId !== undefined && { clientId }),
});
