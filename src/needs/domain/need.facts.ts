import type { Fault, Sentence } from '../../kernel/refusal.js';
import type { HousingStatus } from './housing.js';
import type { NeedDomain } from './need.domains.js';

export const DOCUMENTS = [
  'birth_certificate',
  'provincial_identity_card',
  'health_card',
  'social_insurance_number',
  'status_card',
  'immigration_papers',
  'bank_account',
  'tax_return',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

export const DOCUMENT_STATUSES = ['has', 'applied_for', 'lost', 'held_by_somebody', 'never_had', 'unknown'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Which papers she has. Never a number and never a scan. */
export type Documents = Readonly<Partial<Record<DocumentKind, DocumentStatus>>>;

export interface NeedFacts {
  readonly housingStatus?: HousingStatus | null;
  readonly documents?: Documents | null;
}

export const isDocuments = (value: unknown): value is Documents =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([kind, status]) =>
      DOCUMENTS.some((known) => known === kind) && DOCUMENT_STATUSES.some((known) => known === status),
  );

/** What goes with another domain than this one. */
export const misplacedFacts = (domain: NeedDomain, { housingStatus, documents }: NeedFacts): readonly Fault[] => [
  ...(isNamed(housingStatus) && domain !== 'housing' ? [fault('/housingStatus', OF_HOUSING)] : []),
  ...(isNamed(documents) && domain !== 'identity_documents' ? [fault('/documents', OF_DOCUMENTS)] : []),
];

const isNamed = (value: unknown): boolean => value !== undefined && value !== null;
const fault = (pointer: string, message: Sentence): Fault => ({ pointer, code: 'other_domain', message });

const OF_HOUSING: Sentence = {
  en: 'This goes with a need of the domain housing. Leave it out here.',
  fr: 'Ceci va avec un besoin du domaine housing. Omettez-le ici.',
};
const OF_DOCUMENTS: Sentence = {
  en: 'This goes with a need of the domain identity_documents. Leave it out here.',
  fr: 'Ceci va avec un besoin du domaine identity_documents. Omettez-le ici.',
};
