import { sent } from '../../kernel/merge-patch.js';
import { Is, IsIdText, IsInstant, IsOneOf, Optional, type InputRule } from '../../platform/http/validation.js';
import { OUTCOMES, type AuditFilter, type LogFilter } from '../domain/log-line.js';

const EVENT = '^[a-z][a-z_]{0,39}\\.[a-z][a-z_]{0,39}$';

/** By its shape: an earlier version may have written one that this one no longer knows. */
const event: InputRule = {
  code: 'event',
  holds: (value) => typeof value === 'string' && new RegExp(EVENT).test(value),
  message: {
    en: 'Send an event as the lines of the log name it, such as care_plan.read.',
    fr: 'Envoyez un événement tel que les lignes du journal le nomment, par exemple care_plan.read.',
  },
  schema: { type: 'string', pattern: EVENT, example: 'care_plan.read' },
};

export class LogQuery {
  /** By this person alone. */
  @Optional() @IsIdText() readonly personId?: string;
  /** Of this event alone, such as `care_plan.read`. */
  @Optional() @Is(event) readonly event?: string;
  /** What was done, or where somebody was not let in. */
  @Optional() @IsOneOf(OUTCOMES) readonly outcome?: (typeof OUTCOMES)[number];
  @Optional() @IsInstant() readonly 'at[from]'?: string;
  @Optional() @IsInstant() readonly 'at[before]'?: string;
}

export class AuditQuery extends LogQuery {
  /** About this client alone. */
  @Optional() @IsIdText() readonly clientId?: string;
}

export const filterOf = ({ 'at[from]': from, 'at[before]': before, ...query }: LogQuery): LogFilter => ({
  ...sent(query),
  ...(from !== undefined && { from }),
  ...(before !== undefined && { before }),
});

export const auditFilterOf = ({ clientId, ...query }: AuditQuery): AuditFilter => ({
  ...filterOf(query),
  ...(clientId !== undefined && { clientId }),
});
