import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Sentence } from '../../kernel/refusal.js';

/** How long a kind of record is kept, with where that was read and on which day. Data, not advice. */
export interface RetentionRule {
  readonly code: string;
  /** When the source was last read for this. */
  readonly statedOn: CivilDate;
  readonly province: string;
  /** A client's record as a whole, which ends by erasure; or notes of what was disclosed, which the audit keeps anyway. */
  readonly covers: 'client_record' | 'disclosure_notes';
  readonly classes: readonly DataClass[];
  readonly years: number;
  /** Where the years also run from the day on which somebody comes of age, that age in years; otherwise nothing. */
  readonly majorityAge: number | null;
  readonly source: { readonly id: string; readonly name: string };
  /** Whether the source itself was read; where not, somebody who knows the law has to look before approving. */
  readonly isSourced: boolean;
  readonly says: Sentence;
}

export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    code: 'ab_disclosure_notes_10_years',
    statedOn: '2026-11-22',
    province: 'AB',
    covers: 'disclosure_notes',
    classes: [],
    years: 10,
    majorityAge: null,
    source: { id: 'BK', name: 'Health Information Act (Alberta), section 41' },
    isSourced: false,
    says: {
      en: 'Notes of disclosures are kept for 10 years. The register of disclosures and the audit are never erased, so nothing falls due.',
      fr: 'Les notes de communication sont conservées 10 ans. Le registre des communications et le journal ne sont jamais effacés ; rien n’arrive donc à échéance.',
    },
  },
  {
    code: 'bc_record_16_years',
    statedOn: '2026-11-22',
    province: 'BC',
    covers: 'client_record',
    classes: DATA_CLASSES,
    years: 16,
    majorityAge: 19,
    source: { id: 'S121', name: 'British Columbia: keeping of health records, 16 years' },
    isSourced: true,
    says: {
      en: 'A record is kept for 16 years from the last entry, or from the age of majority where that is later.',
      fr: 'Le dossier est conservé 16 ans après la dernière inscription, ou après la majorité si elle est plus tardive.',
    },
  },
];
