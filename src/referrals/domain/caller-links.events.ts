import type { Id } from '../../kernel/ids.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

type LinkEvent = 'caller_link.made' | 'caller_link.read' | 'caller_link.undone';

const CLASSES = ['substance_use'] as const;

/** No row names the caller: who reads the log of a client learns that there is a link, and not to whom of the line. */
export const callerLinkDone = (
  event: LinkEvent,
  { id, clientId, version }: { readonly id: Id; readonly clientId: Id; readonly version: number },
  { ground }: On,
) => ({ event, clientId, classes: CLASSES, ground, facts: { callerLinkId: id, version } });

export const callerLinksSeen = (
  event: 'caller_link.listed' | 'line_history.read',
  clientId: Id,
  { ground }: On,
  count: number,
) => ({ event, clientId, classes: CLASSES, ground, facts: { count } });
