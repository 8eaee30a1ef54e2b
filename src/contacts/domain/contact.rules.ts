import { instantOf, plusMinutes, type Instant } from '../../kernel/civil-time.js';
import type { Fault, Sentence } from '../../kernel/refusal.js';
import { answeredQuestions, type Answers } from './answer.js';
import type { ContactFacts, ContactWords } from './contact.js';

/** A phone's clock may be this far ahead of ours. */
const DRIFT_MINUTES = 5;
const LATE_AFTER_MINUTES = 24 * 60;
const OLDEST_YEARS = 20;
const MINUTES_A_YEAR = 365.25 * 24 * 60;

/** A contact as somebody wants to record it: three things are needed, the client, the channel and the outcome. */
export interface ContactDraft {
  readonly facts: Pick<ContactFacts, 'channel' | 'outcome'> & Partial<ContactFacts>;
  readonly words: ContactWords;
  readonly answers: Answers;
}

/** What nobody said stays open: nothing is inferred from silence. */
const UNSAID = {
  startedBy: 'worker',
  minutes: null,
  setting: null,
  purposes: [],
  actions: [],
  accompaniedTo: null,
  accompaniment: null,
  preparedVisit: false,
  naloxone: null,
  naloxoneKits: null,
  experienceShared: false,
} as const;

/** The whole of it; it happened now where nothing else is said. */
export const factsOf = ({ happenedAt = '', ...facts }: ContactDraft['facts'], now: Instant): ContactFacts => ({
  ...UNSAID,
  ...facts,
  happenedAt: happenedAt === '' ? now : instantOf(happenedAt),
});

/** Written down more than a day after it happened. */
export const isLate = ({ happenedAt, recordedAt }: { readonly happenedAt: Instant; readonly recordedAt: Instant }) =>
  plusMinutes(happenedAt, LATE_AFTER_MINUTES) < recordedAt;

export interface ContactInWhole {
  readonly facts: ContactFacts;
  readonly words: ContactWords;
  readonly answers: Answers;
}

/** Everything that does not hold together about a contact, each with its mend; empty when it stands. */
export function faultsOf(contact: ContactInWhole, now: Instant): readonly Fault[] {
  return [...timeFaults(contact.facts.happenedAt, now), ...pairFaults(contact), ...unreachedFaults(contact)];
}

function timeFaults(happenedAt: Instant, now: Instant): readonly Fault[] {
  if (happenedAt > plusMinutes(now, DRIFT_MINUTES)) return [fault('happenedAt', 'in_future', IN_FUTURE)];
  if (happenedAt < plusMinutes(now, -OLDEST_YEARS * MINUTES_A_YEAR))
    return [fault('happenedAt', 'too_long_ago', TOO_LONG_AGO)];
  return [];
}

/** What goes together and stands alone. */
function pairFaults({ facts, words }: ContactInWhole): readonly Fault[] {
  const kits = facts.naloxoneKits !== null && facts.naloxone !== 'given';
  return [...accompanimentFaults(facts, words), ...(kits ? [fault('naloxoneKits', 'not_given', NOT_GIVEN)] : [])];
}

function accompanimentFaults(
  { accompaniedTo, accompaniment }: ContactFacts,
  { place }: ContactWords,
): readonly Fault[] {
  if (accompaniedTo !== null) return accompaniment === null ? [fault('accompaniment', 'needed', HOW)] : [];
  return [
    ...(accompaniment === null ? [] : [fault('accompaniedTo', 'needed', WHERE_TO)]),
    ...(place === undefined ? [] : [fault('place', 'not_accompanied', NO_PLACE)]),
  ];
}

/** Whoever was not reached said nothing, went nowhere and took nothing along. */
function unreachedFaults({ facts, words, answers }: ContactInWhole): readonly Fault[] {
  if (facts.outcome === 'reached' || facts.outcome === 'other') return [];
  const said: Readonly<Record<string, boolean>> = {
    goalToday: words.goalToday !== undefined,
    answers: answeredQuestions(answers).length > 0,
    accompaniedTo: facts.accompaniedTo !== null,
    preparedVisit: facts.preparedVisit,
    naloxone: facts.naloxone !== null,
    experienceShared: facts.experienceShared,
  };
  return Object.keys(said)
    .filter((field) => said[field])
    .map((field) => fault(field, 'nobody_reached', NOBODY_REACHED));
}

const fault = (field: string, code: string, message: Sentence): Fault => ({ pointer: `/${field}`, code, message });

const IN_FUTURE: Sentence = {
  en: 'This lies in the future. Send when it happened; for something planned, make an appointment or a task.',
  fr: 'C’est dans l’avenir. Envoyez le moment réel ; pour ce qui est prévu, créez un rendez-vous ou une tâche.',
};
const TOO_LONG_AGO: Sentence = {
  en: `This lies more than ${OLDEST_YEARS} years back. Check the year.`,
  fr: `C’était il y a plus de ${OLDEST_YEARS} ans. Vérifiez l’année.`,
};
const WHERE_TO: Sentence = {
  en: 'Say where to with `accompaniedTo`, or leave `accompaniment` out.',
  fr: 'Dites où avec `accompaniedTo`, ou omettez `accompaniment`.',
};
const HOW: Sentence = {
  en: 'Say how with `accompaniment`: together, met_there or goes_alone.',
  fr: 'Dites comment avec `accompaniment` : together, met_there ou goes_alone.',
};
const NO_PLACE: Sentence = {
  en: 'A place goes with `accompaniedTo`. Add it, or leave the place out.',
  fr: 'Un lieu va avec `accompaniedTo`. Ajoutez-le ou omettez le lieu.',
};
const NOT_GIVEN: Sentence = {
  en: 'Kits are counted when `naloxone` is `given`. Set it, or leave the count out.',
  fr: 'Les trousses se comptent quand `naloxone` est `given`. Indiquez-le ou omettez le nombre.',
};
const NOBODY_REACHED: Sentence = {
  en: 'With this outcome nobody spoke with the client. Set `outcome` to `reached`, or leave this out.',
  fr: 'Avec ce résultat, personne n’a parlé avec la personne accompagnée. Mettez `outcome` à `reached` ou omettez ceci.',
};
