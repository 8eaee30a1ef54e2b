import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import { Grants } from '../../access/grants.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { isOver, type ShownBreakGlass } from '../domain/break-glass.js';
import type { On } from '../domain/break-glass.events.js';
import { breakGlassLifecycle, type BreakGlassMove, type BreakGlassState } from '../domain/break-glass.lifecycle.js';
import { BreakGlassStore } from '../persistence/break-glass.store.js';

/** As this actor sees it now. */
export interface BreakGlassView extends Omit<ShownBreakGlass, 'state'> {
  /** `over`: nobody closed it, the hour has passed. */
  readonly state: BreakGlassState | 'over';
  readonly isOverdue: boolean;
  readonly openMoves: readonly BreakGlassMove[];
}

/** What every use case of one begins with. */
@Injectable()
export class BreakGlassDesk {
  constructor(
    private readonly store: BreakGlassStore,
    private readonly grants: Grants,
  ) {}

  /** @throws Refusal `not_found` for one that is unknown or not the actor's to see */
  async take(tx: Tx, id: Id): Promise<{ record: ShownBreakGlass; on: On }> {
    const record = await this.store.one(tx, id);
    if (!record) throw new Refusal(notFound);
    const [on] = await this.grounds(tx, [record]);
    if (!on) throw new Refusal(notFound);
    return { record, on };
  }

  /** On what the actor stands who sees these: having opened it, answering for the record, or working with the client. */
  async grounds(tx: Tx, records: readonly ShownBreakGlass[]): Promise<readonly On[]> {
    const { membershipId, role, organisationId } = tx.actor;
    const held = await this.grants.over(
      tx,
      records.map(({ clientId }) => clientId),
    );
    return records.map((record) => {
      if (record.membershipId === membershipId) return { ground: { basis: 'break_glass', basisId: record.id } };
      const officer = { basis: 'home_organisation', basisId: organisationId };
      const ground = role === 'privacy_officer' ? officer : held.get(record.clientId)?.ground;
      if (!ground) throw new Refusal(notFound);
      return { ground };
    });
  }
}

export const factsOf = (tx: Tx, record: ShownBreakGlass) => ({
  isOver: isOver(record, tx.now),
  isOwn: record.personId === tx.actor.personId,
});

/** Whoever opened it closes it; so does the privacy officer of the client's home, who also reviews it. */
export function mayMove(tx: Tx, record: ShownBreakGlass, move: BreakGlassMove): boolean {
  if (tx.actor.role === 'privacy_officer') return true;
  return move === 'close' && record.membershipId === tx.actor.membershipId;
}

export function viewOf(tx: Tx, record: ShownBreakGlass): BreakGlassView {
  const moves = breakGlassLifecycle.openMoves(record.state, factsOf(tx, record));
  return {
    ...record,
    state: stateAt(record, tx.now),
    isOverdue: record.state !== 'reviewed' && record.reviewDueAt <= tx.now,
    openMoves: moves.filter((move) => mayMove(tx, record, move)),
    words: mayRead(tx, record) ? record.words : {},
  };
}

const stateAt = (record: ShownBreakGlass, now: Instant): BreakGlassView['state'] =>
  record.state === 'open' && isOver(record, now) ? 'over' : record.state;

/** Why it was opened is between who opened it and who reviews it. */
const mayRead = (tx: Tx, { membershipId }: ShownBreakGlass): boolean =>
  tx.actor.role === 'privacy_officer' || membershipId === tx.actor.membershipId;
