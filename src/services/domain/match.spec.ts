import { describe, expect, it } from '@jest/globals';
import { isCriterion, type Criterion } from './criteria.js';
import { judge, matchOf, whyOf, type MatchFacts } from './match.js';
import type { ServiceSeen } from './service.js';

const AGE: Criterion = { kind: 'age', min: 18, max: 25 };
const STABLE: Criterion = { kind: 'oat_stable_days', min: 120 };
const OAT: Criterion = { kind: 'oat', values: ['none', 'buprenorphine', 'methadone'] };
const PAPERS: Criterion = { kind: 'documents', values: ['health_card', 'birth_certificate'] };
const PLACES: Criterion = { kind: 'catchment', values: ['Montréal', 'Laval'] };
const LEGAL: Criterion = { kind: 'legal', values: ['arson', 'sexual_charges'] };

const asking = (...criteria: readonly Criterion[]) => ({ eligibility: { criteria } }) as unknown as ServiceSeen;

describe('what a programme asks for, against what is known of a client', () => {
  it.each<[string, Criterion, MatchFacts, string]>([
    ['within the ages', AGE, { age: 18 }, 'met'],
    ['at the upper end', AGE, { age: 25 }, 'met'],
    ['too old', AGE, { age: 26 }, 'not_met'],
    ['age unknown', AGE, {}, 'unknown'],
    ['long enough', STABLE, { oat_stable_days: 120 }, 'met'],
    ['a day short', STABLE, { oat_stable_days: 119 }, 'not_met'],
    ['a medicine that is taken in', OAT, { oat: 'methadone' }, 'met'],
    ['one that is not', OAT, { oat: 'injectable' }, 'not_met'],
    ['both papers', PAPERS, { documents: { yes: ['health_card', 'birth_certificate'], no: [] } }, 'met'],
    ['one lacking', PAPERS, { documents: { yes: ['health_card'], no: ['birth_certificate'] } }, 'not_met'],
    ['one of which nobody has said', PAPERS, { documents: { yes: ['health_card'], no: [] } }, 'unknown'],
    ['a place that is named, however it is written', PLACES, { catchment: 'montreal' }, 'met'],
    ['one that is not, and may lie within', PLACES, { catchment: 'Verdun' }, 'unknown'],
    ['neither charge', LEGAL, { legal: { yes: [], no: ['arson', 'sexual_charges'] } }, 'met'],
    ['one of them', LEGAL, { legal: { yes: ['arson'], no: [] } }, 'not_met'],
    ['not asked about one', LEGAL, { legal: { yes: [], no: ['arson'] } }, 'unknown'],
  ])('%s', (_, criterion, facts, result) => {
    expect(judge(criterion, facts).result).toBe(result);
  });

  it('says why in both languages, and asks where nobody has said', () => {
    expect(whyOf(AGE, { age: 23 })).toEqual({
      en: 'Age in years: asks for 18–25; we know of 23.',
      fr: 'Âge en années : on demande 18–25 ; à notre connaissance : 23.',
    });
    expect(whyOf(STABLE, {}).en).toBe('Days on the same dose of OAT: asks for 120+; nobody has said yet, so ask.');
    expect(whyOf(PAPERS, { documents: { yes: ['health_card'], no: [] } }).en).toBe(
      'Papers: asks for health card and birth certificate; we know of health card, birth certificate (not said).',
    );
  });

  it('says a place by its name', () => {
    expect(whyOf(PLACES, { catchment: 'Verdun' })).toEqual({
      en: 'Catchment: asks for Montréal or Laval; we know of Verdun.',
      fr: 'Territoire desservi : on demande Montréal ou Laval ; à notre connaissance : Verdun.',
    });
  });

  it('reads as a sentence in French and in English whatever article a word has', () => {
    const heard = { legal: { yes: ['sexual_charges'], no: ['arson'] } };
    expect(whyOf(LEGAL, heard)).toEqual({
      en: 'Legal matters: asks for none of charges of arson, charges of a sexual nature; we know of charges of a sexual nature, charges of arson (no).',
      fr: 'Questions juridiques : on demande l’absence de : accusations d’incendie criminel, accusations de nature sexuelle ; à notre connaissance : accusations de nature sexuelle, accusations d’incendie criminel (non).',
    });
  });

  it('stands by the least of its criteria, and where nothing is written it has to be found out', () => {
    expect(matchOf(asking(AGE, OAT), { age: 20, oat: 'none' }).standing).toBe('nothing_against');
    expect(matchOf(asking(AGE, OAT), { age: 20 }).standing).toBe('to_find_out');
    expect(matchOf(asking(AGE, OAT), { age: 40 }).standing).toBe('not_met');
    expect(matchOf({ eligibility: null } as unknown as ServiceSeen, {}).standing).toBe('to_find_out');
    expect(matchOf(asking(), {}).standing).toBe('nothing_against');
  });

  it.each<unknown>([
    null,
    'age',
    { kind: 'star_sign', values: ['leo'] },
    { kind: 'age' },
    { kind: 'age', min: 30, max: 20 },
    { kind: 'age', min: 1.5 },
    { kind: 'age', min: 18, values: ['x'] },
    { kind: 'oat', values: [] },
    { kind: 'oat', values: ['methadone', 'methadone'] },
    { kind: 'oat', values: ['__proto__'] },
    { kind: 'oat_stable_days', min: 1, max: 2 },
    { kind: 'catchment', values: [''] },
    { kind: 'catchment', values: ['Laval '] },
    { kind: 'catchment', values: ['x'.repeat(81)] },
  ])('takes no criterion that says nothing: %j', (value) => {
    expect(isCriterion(value)).toBe(false);
  });

  it.each([AGE, STABLE, OAT, PAPERS, PLACES, LEGAL, { kind: 'age', max: 25 }])('takes %j', (value) => {
    expect(isCriterion(value)).toBe(true);
  });
});
