import type { Id } from '../../kernel/ids.js';

type CallerEvent =
  'caller.created' | 'caller.read' | 'caller.listed' | 'caller.found' | 'caller.changed' | 'caller_note.listed';
type NoteEvent = 'caller_note.added' | 'caller_note.read' | 'caller_note.changed' | 'caller_note.let_go';

/** No row names a client: whoever calls is in a domain of its own. Ids, versions, names of fields and counts. */
export const callerDone = (
  event: CallerEvent,
  caller: Id,
  facts: Readonly<Record<string, number | readonly string[]>> = {},
) => ({ event, facts: { caller, ...facts } });

export const noteDone = (
  event: NoteEvent,
  { id, callerId, version }: { readonly id: Id; readonly callerId: Id; readonly version: number },
) => ({ event, facts: { caller: callerId, note: id, version } });

export const callersSeen = (event: 'callers.listed' | 'callers.searched', count: number) => ({
  event,
  facts: { count },
});
