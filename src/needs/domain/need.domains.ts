import type { DataClass } from '../../access/policy.js';
import type { HousingStatus } from './housing.js';

/**
 * Category codes of the Gravity Project, in SDOHCC-CodeSystemTemporaryCodes of HL7's SDOH Clinical Care guide, as they
 * stood in November 2026; the guide calls them temporary. A field without a category that says the same has none.
 */
export const SDOH_SYSTEM = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes';

interface Domain {
  readonly class: DataClass;
  readonly sdoh: string | null;
  readonly en: string;
  readonly fr: string;
}

const plain = (sdoh: string | null, en: string, fr: string): Domain => ({ class: 'coordination', sdoh, en, fr });

/**
 * What a need is about, and therefore its class. Safety is of mental health's class: whom she is afraid of is for those
 * who care for her, not for everybody who plans with her. That she needs coverage, or is ill, is for all who plan.
 */
export const NEED_DOMAINS = {
  housing: plain('housing-instability', 'Housing', 'Logement'),
  income: plain('financial-insecurity', 'Income', 'Revenu'),
  food: plain('food-insecurity', 'Food', 'Alimentation'),
  medication_coverage: plain('health-insurance-coverage-status', 'Medication coverage', 'Couverture des médicaments'),
  identity_documents: plain(null, 'Identity documents', 'Pièces d’identité'),
  transport: plain('transportation-insecurity', 'Transport', 'Transport'),
  mental_health: { class: 'mental_health', sdoh: null, en: 'Mental health', fr: 'Santé mentale' },
  physical_health: plain(null, 'Physical health', 'Santé physique'),
  legal: plain(null, 'Legal matters', 'Questions juridiques'),
  safety: { class: 'mental_health', sdoh: null, en: 'Safety', fr: 'Sécurité' },
  social_connection: plain('social-connection', 'Social connection', 'Liens sociaux'),
  child_and_family: plain(null, 'Children and family', 'Enfants et famille'),
  phone_and_internet: plain('digital-access', 'Phone and internet', 'Téléphone et internet'),
  work_and_education: plain('employment-status', 'Work and education', 'Travail et formation'),
  substance_use_care: {
    class: 'substance_use',
    sdoh: null,
    en: 'Care for substance use',
    fr: 'Soins liés à l’usage de substances',
  },
  household_goods: plain('material-hardship', 'Clothes and household', 'Vêtements et ménage'),
  utilities: plain('utility-insecurity', 'Heat, power and water', 'Chauffage, électricité et eau'),
  language: plain('language-access', 'Language', 'Langue'),
  other: plain('sdoh-category-unspecified', 'Something else', 'Autre chose'),
} as const satisfies Readonly<Record<string, Domain>>;

export type NeedDomain = keyof typeof NEED_DOMAINS;
export type NeedClass = (typeof NEED_DOMAINS)[NeedDomain]['class'];

export const DOMAINS = Object.keys(NEED_DOMAINS) as readonly NeedDomain[];
export const NEED_CLASSES: readonly DataClass[] = ['coordination', 'substance_use', 'mental_health'];

export const classOf = (domain: NeedDomain): NeedClass => NEED_DOMAINS[domain].class;

const WITHOUT_HOME: readonly (HousingStatus | null)[] = [
  'unsheltered',
  'emergency_sheltered',
  'provisionally_accommodated',
];

/** Without a home of her own it is another category than being at risk of losing one. */
export const sdohOf = (domain: NeedDomain, housing: HousingStatus | null): string | null =>
  domain === 'housing' && WITHOUT_HOME.includes(housing) ? 'homelessness' : NEED_DOMAINS[domain].sdoh;
