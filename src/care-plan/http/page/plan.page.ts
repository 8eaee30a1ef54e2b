import { civilDateAt, civilTimeAt, type CivilDate } from '../../../kernel/civil-time.js';
import { escaped, htmlPage } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/language.js';
import { ASKS_FOR } from '../../../referrals/domain/referral.codes.js';
import { STATE_WORDS } from '../../../referrals/domain/referral.words.js';
import type { CarePlan } from '../../application/read-care-plan.js';
import { SECTIONS } from '../../domain/plan-section.js';
import * as labels from './labels.js';

type Worker = CarePlan['goals'][number]['workedOnBy'] | null;

/** The plan on one page, for the visit and for the client's own hands: their words first, no codes, nothing of what changed. */
export const planPage = (plan: CarePlan, language: Language): string =>
  htmlPage(language, labels.TITLE[language], planBody(plan, language, labels.withheldLine[language]));

/** @param withheldLine what to say where something is withheld; nothing where whoever reads it knows why */
export function planBody(plan: CarePlan, language: Language, withheldLine = ''): string {
  const parts = [written, goals, needs, referrals, nextSteps, people].flatMap((each) => each(plan, language));
  const stood = `<p><small>${labels.asOf[language]} ${dayText(civilDateAt(plan.asOf, zoneOf(plan)), language)}</small></p>`;
  const held = plan.withheld.length > 0 && withheldLine !== '' ? `<p><small>${withheldLine}</small></p>` : '';
  const { length: count } = plan.records;
  const joined = count > 1 ? `<p><small>${labels.joinedLine[language](count)}</small></p>` : '';
  const empty = `<p>${labels.nothingYet[language]}</p>`;
  return `${parts.join('\n') || empty}\n${stood}${joined}${held}`;
}

const said = (language: Language, code: string): string => escaped(labels.label(language, code));

const written = ({ sections }: CarePlan, language: Language): readonly string[] =>
  SECTIONS.map((name) => {
    const texts = sections.filter(({ section }) => section === name).map(({ text }) => escaped(text));
    return part(labels.SECTION_HEADINGS[name][language], texts);
  });

function goals({ goals: wanted }: CarePlan, language: Language): readonly string[] {
  const items = wanted.map((goal) => {
    const steps = goal.steps.map(
      ({ text, state, dueOn }) => `${escaped(text)} ${small(said(language, state), dueOn && dayText(dueOn, language))}`,
    );
    const who = small(said(language, goal.state), whoText(goal.workedOnBy, language));
    return `<strong>${escaped(goal.ownWords)}</strong> ${who}${list(steps)}`;
  });
  return [part(labels.HEADINGS.goals[language], items)];
}

function needs({ needs: found }: CarePlan, language: Language): readonly string[] {
  const items = found.map(({ domain, ownWords, state, workedOnBy }) => {
    const what = [said(language, domain), ...(ownWords === undefined ? [] : [escaped(ownWords)])].join(
      labels.COLON[language],
    );
    return `${what} ${small(said(language, state), workedOnBy && whoText(workedOnBy, language))}`;
  });
  return [part(labels.HEADINGS.needs[language], items)];
}

function referrals(plan: CarePlan, language: Language): readonly string[] {
  const items = plan.referrals.map(({ id, asksFor, receiver, outside, service, state }) => {
    const asked = service ?? receiver ?? outside?.name;
    const what = [ASKS_FOR[asksFor][language], ...(asked === undefined ? [] : [escaped(asked)])];
    const date = plan.dates.find(({ referralId }) => referralId === id);
    const when = date ? momentText(date, language) : null;
    return `${what.join(labels.COLON[language])} ${small(STATE_WORDS[state][language], when)}`;
  });
  return [part(labels.HEADINGS.referrals[language], items)];
}

function nextSteps(plan: CarePlan, language: Language): readonly string[] {
  const items = plan.nextSteps.map(({ title, ownerName, ownerRole, dueOn, dueAt }) => {
    const who = ownerName === null ? said(language, ownerRole ?? '') : escaped(ownerName);
    const due = dueOn ?? (dueAt && civilDateAt(dueAt, zoneOf(plan)));
    return `${escaped(title)} ${small(who, due && dayText(due, language))}`;
  });
  return [part(labels.HEADINGS.nextSteps[language], items)];
}

function people({ person }: CarePlan, language: Language): readonly string[] {
  const team = person.team.map(({ name, role, isPrimary }) => {
    return `${escaped(name)} ${small(said(language, role), isPrimary ? labels.primary[language] : null)}`;
  });
  const supporters = person.supporters.map(({ name, relation }) =>
    escaped([name, relation].filter(Boolean).join(', ')),
  );
  return [part(labels.HEADINGS.team[language], team), part(labels.HEADINGS.supporters[language], supporters)];
}

/** Where the client's zone is withheld, the day is that of Greenwich. */
const zoneOf = ({ person }: CarePlan): string => person.timeZone ?? 'Etc/UTC';

const dayText = (day: CivilDate, language: Language): string =>
  new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

/** Where it takes place. */
function momentText({ offeredFor, zone }: CarePlan['dates'][number], language: Language): string {
  const time = civilTimeAt(offeredFor, zone).replace(':', labels.HOUR[language]);
  return `${dayText(civilDateAt(offeredFor, zone), language)}, ${time}`;
}

const part = (heading: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${escaped(heading)}</h2>${list(items)}`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const small = (...texts: readonly (string | null)[]): string =>
  `<small>${texts.filter((text) => text !== null && text !== '').join(' · ')}</small>`;

const whoText = (worker: Worker, language: Language): string =>
  !worker || worker.who === 'client' ? labels.me[language] : escaped(worker.name ?? '');
