import { leafOfRow, type AuditRow } from './canonical-row.js';
import type { Report } from './findings.js';
import type { Standing } from './leaf-walk.js';

/** A place whose row is not the one that was sealed there. */
export interface Suspect extends Standing {
  readonly row: AuditRow;
  readonly seal: bigint;
  /** The leaf that was sealed at this place, or the first bytes of it; nothing where nobody knows any more. */
  readonly sealed: Buffer | undefined;
}

/** More are reported as they come, as changed. */
const HELD = 500;

/** Tells rows that changed places from rows that were changed: only with all of them at hand. */
export class Suspects {
  private readonly held: Suspect[] = [];

  constructor(private readonly report: Report) {}

  add(suspect: Suspect): void {
    if (this.held.length < HELD) this.held.push(suspect);
    else this.changed(suspect);
  }

  tell(): void {
    for (const suspect of this.held) {
      const other = this.held.find((one) => one !== suspect && isOf(suspect, one));
      if (other) this.moved(suspect, other);
      else this.changed(suspect);
    }
  }

  private changed({ place, entryId, seal }: Suspect): void {
    const what = `Row ${entryId} (place ${place}, seal ${seal}) is not what was sealed.`;
    this.report({ kind: 'changed', place, entryId, seal, what });
  }

  private moved({ place, entryId, seal }: Suspect, other: Suspect): void {
    const what = `Row ${entryId} (place ${place}, seal ${seal}) stands where another was sealed: it has changed places with row ${other.entryId} (place ${other.place}).`;
    this.report({ kind: 'reordered', place, entryId, seal, what });
  }
}

/** Whether what was sealed at the first one's place is what now stands at the other's, or the other way round. */
function isOf(suspect: Suspect, { row, place }: Suspect): boolean {
  const { sealed } = suspect;
  if (!sealed) return leafOfRow(place, suspect.row).equals(suspect.leaf);
  return [row, { ...row, id: suspect.entryId }].some((one) => begins(leafOfRow(suspect.place, one), sealed));
}

export const begins = (leaf: Buffer, mark: Buffer): boolean => leaf.subarray(0, mark.length).equals(mark);
