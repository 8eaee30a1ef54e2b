import { civilDateAt, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import { Refusal, type Fault } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import type { NeedDomain } from '../domain/need.domains.js';
import { misplacedFacts, type NeedFacts } from '../domain/need.facts.js';

/** Where a day begins first: nobody's today is later than theirs. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/** @throws Refusal `invalid` naming what belongs to another domain, or lies in the future */
export function assertHoldsTogether(
  domain: NeedDomain,
  said: NeedFacts & { readonly since?: CivilDate | null },
  now: Instant,
): void {
  const ahead = (said.since ?? '') > civilDateAt(now, FIRST_ZONE) ? [SINCE_AHEAD] : [];
  const faults = [...misplacedFacts(domain, said), ...ahead];
  if (faults.length > 0) throw new Refusal(invalid, {}, faults);
}

const SINCE_AHEAD: Fault = {
  pointer: '/since',
  code: 'in_future',
  message: {
    en: 'This lies in the future. Send since when it has been so, as far as the client says.',
    fr: 'C’est dans l’avenir. Envoyez depuis quand c’est ainsi, selon ce que dit la personne accompagnée.',
  },
};
