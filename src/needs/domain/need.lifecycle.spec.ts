import { describe, expect, it } from '@jest/globals';
import { unsoundness } from '../../kernel/lifecycle.js';
import { classOf, DOMAINS, NEED_CLASSES, sdohOf } from './need.domains.js';
import { isDocuments, misplacedFacts } from './need.facts.js';
import { needLifecycle, type NeedMoveFacts, type NeedState } from './need.lifecycle.js';

const facts: NeedMoveFacts = { wantsHelp: 'yes', isConfirmed: true };

describe('needs', () => {
  it('stand on a sound table', () => expect(unsoundness(needLifecycle)).toEqual([]));

  it('are begun when she wants that, or when nobody asked her yet, and not otherwise', () => {
    const begin = (wantsHelp: NeedMoveFacts['wantsHelp']) =>
      needLifecycle.decide('begin', 'found', { ...facts, wantsHelp });
    expect(begin('yes')).toEqual({ allowed: true, next: 'working_on' });
    expect(begin('unknown')).toEqual({ allowed: true, next: 'working_on' });
    expect(begin('not_now')).toMatchObject({ allowed: false, because: { code: 'help_not_wanted_now' } });
  });

  it.each<NeedState>(['found', 'working_on', 'met'])('are confirmed from %s only with who says so', (state) => {
    expect(needLifecycle.decide('confirm', state, facts)).toEqual({ allowed: true, next: 'confirmed' });
    const silent = needLifecycle.decide('confirm', state, { ...facts, isConfirmed: false });
    expect(silent).toMatchObject({ allowed: false, because: { code: 'confirmation_missing' } });
  });

  it.each<NeedState>(['met', 'confirmed', 'set_aside'])('come back from %s', (state) => {
    expect(needLifecycle.decide('reopen', state, { ...facts, wantsHelp: 'not_now' })).toEqual({
      allowed: true,
      next: 'found',
    });
  });
});

describe('what a need is about', () => {
  it('decides its class', () => {
    expect(DOMAINS.filter((domain) => classOf(domain) === 'mental_health')).toEqual(['mental_health', 'safety']);
    expect(DOMAINS.filter((domain) => classOf(domain) === 'substance_use')).toEqual(['substance_use_care']);
    expect([...new Set(DOMAINS.map(classOf))].every((name) => NEED_CLASSES.includes(name))).toBe(true);
  });

  it('gives its category, where one says the same', () => {
    expect(sdohOf('food', null)).toBe('food-insecurity');
    expect(sdohOf('housing', 'at_risk')).toBe('housing-instability');
    expect(sdohOf('housing', 'unsheltered')).toBe('homelessness');
    expect(sdohOf('safety', null)).toBeNull();
  });

  it('decides which facts go with it', () => {
    const known = { housingStatus: 'at_risk', documents: { health_card: 'lost' } } as const;
    expect(misplacedFacts('food', known).map(({ pointer }) => pointer)).toEqual(['/housingStatus', '/documents']);
    expect(misplacedFacts('housing', { housingStatus: 'at_risk', documents: null })).toEqual([]);
    expect(misplacedFacts('identity_documents', { documents: known.documents })).toEqual([]);
  });

  it('knows papers by kind and by what became of them, and nothing else of them', () => {
    expect(isDocuments({ health_card: 'lost', bank_account: 'has' })).toBe(true);
    expect(isDocuments({ health_card: '9876 543 210' })).toBe(false);
    expect(isDocuments({ library_card: 'has' })).toBe(false);
    expect(isDocuments([])).toBe(false);
    expect(isDocuments({ __proto__: null, toString: 'has' })).toBe(false);
  });
});
