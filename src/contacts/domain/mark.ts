import type { DataClass } from '../../access/policy.js';
import type { ContactFacts } from './contact.js';
import { NALOXONE, type ContactAction, type ContactPurpose } from './contact.codes.js';

/**
 * Codes that tell of substances or of mental health. None of them stands in the contact itself, which is of class
 * coordination: each is a row beside it, of a class of its own.
 */
export const MARK_CLASSES = {
  purpose_harm_reduction: 'substance_use',
  purpose_overdose_follow_up: 'substance_use',
  purpose_crisis_support: 'mental_health',
  action_harm_reduction_supplies: 'substance_use',
  action_naloxone_training: 'substance_use',
  action_looked_at_safety_plan: 'mental_health',
  naloxone_offered: 'substance_use',
  naloxone_given: 'substance_use',
  naloxone_has_kit: 'substance_use',
} as const satisfies Readonly<Record<string, DataClass>>;

export type Mark = keyof typeof MARK_CLASSES;
export const MARKS = Object.keys(MARK_CLASSES) as readonly Mark[];

/** Which marks a contact bears; with it how many kits were given, null where nobody counted. */
export type Marks = ReadonlyMap<Mark, number | null>;

export type PlainFacts = Pick<ContactFacts, 'purposes' | 'actions'>;
export type MarkedFacts = Pick<ContactFacts, 'purposes' | 'actions' | 'naloxone' | 'naloxoneKits'>;

export const isMark = (name: string): name is Mark => name in MARK_CLASSES;

const isPlain = (kind: 'purpose' | 'action') => (code: string) => !isMark(`${kind}_${code}`);

/** What of these codes may stand in the contact itself. */
export const plainCodes = ({ purposes, actions }: PlainFacts): PlainFacts => ({
  purposes: purposes.filter(isPlain('purpose')),
  actions: actions.filter(isPlain('action')),
});

export function marksOf({ purposes, actions, naloxone, naloxoneKits }: MarkedFacts): Marks {
  const names = [
    ...purposes.map((code) => `purpose_${code}`),
    ...actions.map((code) => `action_${code}`),
    ...(naloxone === null ? [] : [`naloxone_${naloxone}`]),
  ];
  return new Map(names.filter(isMark).map((name) => [name, name === 'naloxone_given' ? naloxoneKits : null]));
}

/** The codes of a contact with these marks, in the order of plain ones first. */
export function withMarks(facts: PlainFacts, marks: Marks): MarkedFacts {
  const plain = plainCodes(facts);
  const codes = <Code extends string>(kind: string): Code[] =>
    [...marks.keys()].filter((name) => name.startsWith(`${kind}_`)).map((name) => name.slice(kind.length + 1) as Code);
  return {
    purposes: [...plain.purposes, ...codes<ContactPurpose>('purpose')],
    actions: [...plain.actions, ...codes<ContactAction>('action')],
    naloxone: NALOXONE.find((code) => marks.has(`naloxone_${code}`)) ?? null,
    naloxoneKits: marks.get('naloxone_given') ?? null,
  };
}

/** The same facts without what is of a class that is not among these. */
export const readableFacts = <Facts extends MarkedFacts>(facts: Facts, read: ReadonlySet<DataClass>): Facts => ({
  ...facts,
  ...withMarks(facts, new Map([...marksOf(facts)].filter(([name]) => read.has(MARK_CLASSES[name])))),
});
