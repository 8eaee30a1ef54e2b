import type { Id } from '../../kernel/ids.js';
import type { AuditFilter, LogForm } from './log-line.js';

/** On which ground of the reader's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

export const logRead = (clientId: Id, on: On, made: { readonly form: LogForm; readonly shown: number }) => ({
  event: 'access_log.read',
  clientId,
  ground: on.ground,
  facts: made,
});

/** What was asked for, and one row for each client about whom a line was shown. */
export const auditSearched = (
  { clientId, personId, event, ...rest }: AuditFilter,
  shown: number,
  clients: readonly Id[],
) => [
  {
    event: 'audit.searched',
    facts: { shown, askedClientId: clientId ?? null, personId: personId ?? null, askedEvent: event ?? null, ...rest },
  },
  ...clients.map((each) => ({ event: 'audit.listed', clientId: each })),
];
