import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';

/** The written parts of the plan, in the order in which they stand: her own words first. */
export const SECTIONS = ['know_about_me', 'what_helps', 'my_strengths', 'safety'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The table's CHECK says the same. */
export const SECTION_CLASS: Readonly<Record<SectionName, DataClass>> = {
  know_about_me: 'coordination',
  what_helps: 'coordination',
  my_strengths: 'coordination',
  safety: 'mental_health',
};

export interface PlanSection {
  readonly id: Id;
  readonly clientId: Id;
  readonly class: DataClass;
  readonly section: SectionName;
  readonly updatedBy: Id;
  readonly updatedAt: string;
  readonly version: number;
}

export interface SectionWords {
  readonly text: string;
}

export type ShownSection = PlanSection & SectionWords;
