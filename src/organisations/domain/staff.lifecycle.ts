import { lifecycle, type Rule } from '../../kernel/lifecycle.js';
import { lastAdministrator, worksElsewhere } from './organisations.problems.js';
import type { Staff, StaffFacts } from './staff.js';

export type StaffState = 'enabled' | 'disabled';
export type StaffVerb = 'disable' | 'enable';

const elsewhere: Rule<StaffFacts> = (facts) => (facts.worksElsewhere ? worksElsewhere : undefined);
const last: Rule<StaffFacts> = (facts) => (facts.isLastAdministrator ? lastAdministrator : undefined);

export const staffLifecycle = lifecycle<StaffState, StaffVerb, StaffFacts>({
  initial: 'enabled',
  final: [],
  moves: {
    disable: { from: ['enabled'], to: 'disabled', unless: [elsewhere, last] },
    enable: { from: ['disabled'], to: 'enabled', unless: [elsewhere] },
  },
});

export const staffStateOf = (staff: Pick<Staff, 'disabledAt'>): StaffState =>
  staff.disabledAt === null ? 'enabled' : 'disabled';
