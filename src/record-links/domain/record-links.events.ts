import type { Id } from '../../kernel/ids.js';
import type { RecordLink } from './record-link.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}
interface HeldOver {
  readonly clientId: Id;
  readonly held: On;
}

type LinkEvent = 'record_link.joined' | 'record_link.parted' | 'record_link.read';
type RecordEvent =
  'record_link.listed' | 'record_link.previewed' | 'possible_duplicate.listed' | 'possible_duplicate.set_aside';

/** One row for each of the two. Neither names the other record: who reads the log of one learns which link, not with whom. */
export const linkDone = (
  event: LinkEvent,
  { id, version }: Pick<RecordLink, 'id' | 'version'>,
  both: readonly HeldOver[],
) =>
  both.map(({ clientId, held: { ground } }) => ({
    event,
    clientId,
    classes: ['identity_name'] as const,
    ground,
    facts: { linkId: id, version },
  }));

/** One row for each record that was shown or looked into. */
export const recordsShown = (
  event: RecordEvent,
  shown: readonly HeldOver[],
  facts: Readonly<Record<string, string | number>> = {},
) =>
  shown.map(({ clientId, held: { ground } }) => ({
    event,
    clientId,
    classes: ['identity_name'] as const,
    ground,
    facts,
  }));

/** Somebody asked, and there was nothing to show. */
export const nobodyAlike = () => ({ event: 'possible_duplicate.listed', facts: { count: 0 } });
