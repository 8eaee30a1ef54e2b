import { describe, expect, it } from '@jest/globals';
import { partFaults } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { isOverdue, stateAt, taskLifecycle, TASK_MOVE_PARTS, TASK_MOVES } from './task.lifecycle.js';
import { asideUntil, dueBy, isOwnedBy, sameOwner } from './task.rules.js';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (fault) {
    return fault instanceof Refusal ? fault.problem.code : String(fault);
  }
};

describe('due', () => {
  it.each([
    ['2026-11-24', 'America/Edmonton', '2026-11-24T06:00:00.000Z', '2026-11-25T06:00:00.000Z'],
    ['2026-11-24', 'America/St_Johns', '2026-11-24T03:30:00.000Z', '2026-11-25T03:30:00.000Z'],
    ['2026-11-01', 'America/Toronto', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    ['2026-12-31', 'Etc/UTC', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('%s in %s: from its first instant, overdue from the next day’s', (on, zone, dueAt, overdueAt) => {
    expect(dueBy({ on }, zone)).toEqual({ zone, dueOn: on, dueAt, overdueAt });
  });

  it('by an instant: overdue from that instant, whatever its offset was', () => {
    const due = dueBy({ at: '2026-11-24T09:00:00.5-07:00' }, 'America/Edmonton');
    expect(due).toMatchObject({
      dueOn: null,
      dueAt: '2026-11-24T16:00:00.500Z',
      overdueAt: '2026-11-24T16:00:00.500Z',
    });
  });
});

describe('set aside', () => {
  const aside = () => asideUntil('not_yet', '2026-11-24', 'America/Edmonton', '2026-11-24T05:59:59.999Z');

  it('until the first instant of a day that is still to come there', () => {
    expect(aside().backAt).toBe('2026-11-24T06:00:00.000Z');
    const tooLate = () => asideUntil('not_yet', '2026-11-24', 'America/Edmonton', '2026-11-24T06:00:00.000Z');
    expect(codeOf(tooLate)).toBe('aside_until_past');
  });

  it('it is open again from then on, and overdue all the while', () => {
    const task = { state: 'set_aside' as const, backAt: aside().backAt, overdueAt: '2026-11-23T06:00:00.000Z' };
    expect(stateAt(task, '2026-11-24T05:59:59.999Z')).toBe('set_aside');
    expect(stateAt(task, '2026-11-24T06:00:00.000Z')).toBe('open');
    expect(isOverdue(task, '2026-11-24T05:00:00.000Z')).toBe(true);
    expect(isOverdue({ ...task, state: 'done' }, '2026-11-24T05:00:00.000Z')).toBe(false);
  });
});

describe('moves', () => {
  it('take exactly their parts', () => {
    const parts = { reason: 'other', until: '2026-12-01', to: { role: 'counsellor' } };
    for (const move of TASK_MOVES) {
      const { to, ...aside } = parts;
      const right = move === 'set_aside' ? aside : move === 'hand_over' ? { to } : {};
      expect(partFaults(TASK_MOVE_PARTS, { move, ...right })).toEqual([]);
      const wrong = partFaults(TASK_MOVE_PARTS, { move, ...parts });
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong.every(({ code }) => code === 'not_of_this_move')).toBe(true);
    }
  });

  it('let nobody decline what is about nobody', () => {
    expect(taskLifecycle.openMoves('open', { isAboutClient: false })).toEqual(['complete', 'set_aside', 'hand_over']);
    expect(taskLifecycle.openMoves('done', { isAboutClient: true })).toEqual(['reopen']);
  });
});

describe('an owner', () => {
  const role = { ownerOrganisationId: 'o', ownerMembershipId: null, ownerRole: 'counsellor' as const };
  const person = { ...role, ownerMembershipId: 'm', ownerRole: null };

  it('is one person, or whoever holds the role in that organisation', () => {
    const kim = { membershipId: 'm', organisationId: 'o', role: 'physician' };
    expect([isOwnedBy(person, kim), isOwnedBy(role, kim)]).toEqual([true, false]);
    const lee = { membershipId: 'l', organisationId: 'o', role: 'counsellor' };
    expect([isOwnedBy(person, lee), isOwnedBy(role, lee)]).toEqual([false, true]);
    expect(isOwnedBy(role, { ...lee, organisationId: 'p' })).toBe(false);
    expect([sameOwner(role, { ...role }), sameOwner(role, person)]).toEqual([true, false]);
  });
});
