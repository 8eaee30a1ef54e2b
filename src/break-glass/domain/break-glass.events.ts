import type { Id } from '../../kernel/ids.js';
import type { BreakGlass } from './break-glass.js';

/** On which ground of the actor's. */
export interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

type BreakGlassEvent =
  'break_glass.opened' | 'break_glass.closed' | 'break_glass.reviewed' | 'break_glass.read' | 'break_glass.listed';

export const breakGlassDone = (event: BreakGlassEvent, record: BreakGlass, on: On) => ({
  event,
  clientId: record.clientId,
  classes: ['coordination'] as const,
  ground: on.ground,
  facts: {
    breakGlassId: record.id,
    because: record.because,
    until: record.closedAt ?? record.endsAt,
    outcome: record.outcome,
    version: record.version,
  },
});

/** Somebody looked at the board, and there was nothing on it. */
export const boardEmpty = () => ({ event: 'break_glass.listed', facts: { count: 0 } });
