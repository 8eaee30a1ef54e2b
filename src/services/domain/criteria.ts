import type { Sentence } from '../../kernel/refusal.js';
import { PROVINCES } from '../../organisations/domain/organisation.js';

/**
 * What programmes ask for, as structured criteria. The kinds are those that were seen in admission criteria of Canadian
 * residential programmes and shelters; a criterion that fits none of them is said in the service's own words, not here.
 */
type Shape =
  /** A number within bounds. */
  | 'range'
  /** At least so many. */
  | 'at_least'
  /** One of these. */
  | 'any_of'
  /** Every one of these. */
  | 'all_of'
  /** None of these. */
  | 'none_of';

interface CriterionKind extends Sentence {
  readonly shape: Shape;
  /** What can be listed, with a word for each; nothing where it is a number, or a name. */
  readonly values?: Readonly<Record<string, Sentence>>;
  /** What is listed are names, as the service writes them. */
  readonly isNamed?: true;
}

const word = (en: string, fr: string): Sentence => ({ en, fr });

const PROVINCE_WORDS = Object.fromEntries(PROVINCES.map((code) => [code, word(code, code)]));

export const CRITERIA = {
  age: { shape: 'range', ...word('Age in years', 'Âge en années') },
  gender: {
    shape: 'any_of',
    ...word('Gender', 'Genre'),
    values: {
      woman: word('woman', 'femme'),
      man: word('man', 'homme'),
      two_spirit: word('Two-Spirit', 'bispirituelle ou bispirituel'),
      non_binary: word('non-binary', 'non binaire'),
    },
  },
  province: { shape: 'any_of', ...word('Province', 'Province'), values: PROVINCE_WORDS },
  /** Within a province: a zone, a municipality, a nation. */
  catchment: { shape: 'any_of', ...word('Catchment', 'Territoire desservi'), isNamed: true },
  oat: {
    shape: 'any_of',
    ...word('Opioid agonist treatment', 'Traitement par agonistes opioïdes'),
    values: {
      none: word('none', 'aucun'),
      buprenorphine: word('buprenorphine-naloxone', 'buprénorphine-naloxone'),
      buprenorphine_depot: word('buprenorphine, monthly injection', 'buprénorphine, injection mensuelle'),
      methadone: word('methadone', 'méthadone'),
      slow_release_morphine: word('slow-release oral morphine', 'morphine orale à libération lente'),
      injectable: word('injectable', 'injectable'),
    },
  },
  oat_stable_days: { shape: 'at_least', ...word('Days on the same dose of OAT', 'Jours à la même dose de TAO') },
  days_without_use: { shape: 'at_least', ...word('Days without use before entry', 'Jours sans usage avant l’entrée') },
  documents: {
    shape: 'all_of',
    ...word('Papers', 'Documents'),
    values: {
      birth_certificate: word('birth certificate', 'acte de naissance'),
      provincial_identity_card: word('provincial identity card', 'carte d’identité provinciale'),
      health_card: word('health card', 'carte d’assurance maladie'),
      social_insurance_number: word('social insurance number', 'numéro d’assurance sociale'),
      status_card: word('status card', 'carte de statut'),
      immigration_papers: word('immigration papers', 'documents d’immigration'),
    },
  },
  tests: {
    shape: 'all_of',
    ...word('Tests before entry', 'Tests avant l’entrée'),
    values: {
      substance_test: word('substance test', 'test de substances'),
      tuberculosis: word('tuberculosis test', 'test de tuberculose'),
      medical_clearance: word('medical clearance', 'autorisation médicale'),
    },
  },
  steps_before: {
    shape: 'all_of',
    ...word('Steps before entry', 'Étapes avant l’entrée'),
    values: {
      withdrawal_management: word('withdrawal management', 'gestion du sevrage'),
      shorter_programme: word('a shorter programme', 'un programme plus court'),
      residential_programme: word('a residential programme', 'un programme résidentiel'),
      interview: word('an interview', 'une entrevue'),
    },
  },
  legal: {
    shape: 'none_of',
    ...word('Legal matters', 'Questions juridiques'),
    values: {
      open_charges: word('open charges', 'accusations en cours'),
      violent_charges: word('charges of violence', 'accusations de violence'),
      sexual_charges: word('charges of a sexual nature', 'accusations de nature sexuelle'),
      arson: word('charges of arson', 'accusations d’incendie criminel'),
      no_contact_order: word('an order to keep away', 'une ordonnance de ne pas approcher'),
    },
  },
} as const satisfies Readonly<Record<string, CriterionKind>>;

export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as readonly CriterionName[];

/** `min` and `max` are inclusive; `values` are codes of the kind's list, or names. */
export interface Criterion {
  readonly kind: CriterionName;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
}

/** Every kind of criterion as the table has it, without its literal types. */
export const criterionKind = (name: CriterionName): CriterionKind => CRITERIA[name];

export const MOST = 9_999;
export const LONGEST_NAME = 80;

/** The same test for what comes in over HTTP and for what stands in the demo. */
export function isCriterion(value: unknown): value is Criterion {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { kind, ...parts } = value as Record<string, unknown>;
  const known = CRITERION_NAMES.find((name) => name === kind);
  return known !== undefined && SHAPES[criterionKind(known).shape](parts, criterionKind(known));
}

type Fits = (parts: Record<string, unknown>, kind: CriterionKind) => boolean;

const isWhole = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST;
const only = (parts: Record<string, unknown>, ...names: readonly string[]): boolean =>
  Object.keys(parts).every((name) => names.includes(name));

const isName = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_NAME && text === text.trim() && !/\p{Cc}/u.test(text);

const listed: Fits = (parts, kind) => {
  const { values } = parts;
  const isList = Array.isArray(values) && values.length > 0 && new Set(values).size === values.length;
  return (
    only(parts, 'values') &&
    isList &&
    values.every(
      (each) => typeof each === 'string' && (kind.isNamed ? isName(each) : Object.hasOwn(kind.values ?? {}, each)),
    )
  );
};

const SHAPES: Readonly<Record<Shape, Fits>> = {
  range: (parts) => {
    const { min, max } = parts;
    const bounds = [min, max].filter((bound) => bound !== undefined);
    return (
      only(parts, 'min', 'max') && bounds.length > 0 && bounds.every(isWhole) && Number(min ?? 0) <= Number(max ?? MOST)
    );
  },
  at_least: (parts) => only(parts, 'min') && isWhole(parts['min']),
  any_of: listed,
  all_of: listed,
  none_of: listed,
};
