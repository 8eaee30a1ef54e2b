import { CLASS_WORDS, inWords, PURPOSE_WORDS } from '../../../access-log/domain/plain-words.js';
import type { DataClass } from '../../../access/policy.js';
import { ROLE_WORDS } from '../../../access/role-words.js';
import type { ConsentView } from '../../../consents/application/consent-desk.js';
import type { Disclosure } from '../../../disclosures/domain/disclosure.js';
import { escaped } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/language.js';
import type { Frame } from './framing.js';
import { buttonOf, PAGES } from './hand.page.js';
import { PAGE_WORDS } from './page-words.js';

/** Each consent with its button, and below it what was given out. */
export function consentsBody(consents: readonly ConsentView[], given: readonly Disclosure[], frame: Frame): string {
  const { language } = frame;
  const said = listOf(
    consents.map((consent) => consentItem(consent, frame)),
    language,
  );
  const out = listOf(
    given.map((each) => givenItem(each, language)),
    language,
  );
  return `${said}\n<h2>${PAGE_WORDS.givenOut[language]}</h2>\n${out}`;
}

const listOf = (items: readonly string[], language: Language): string =>
  items.length === 0
    ? `<p>${PAGE_WORDS.nothing[language]}</p>`
    : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;

function consentItem(consent: ConsentView, { language, formToken }: Frame): string {
  const what = `${PAGE_WORDS[consent.decision][language]} ${classesIn(consent.classes, language)}`;
  const purposes = (consent.purposes ?? []).map((purpose) => inWords(PURPOSE_WORDS, purpose)[language]);
  const reach = consent.reach === 'record' ? '' : PAGE_WORDS[consent.reach][language];
  const small = [reach, ...purposes, timeOf(consent, language), PAGE_WORDS[consent.state][language]]
    .filter(Boolean)
    .join(' · ');
  const fields = { consent: consent.id, version: String(consent.version) };
  const label = PAGE_WORDS.takeBack[language];
  const button = consent.openMoves.includes('withdraw')
    ? buttonOf({ action: PAGES.consents, formToken, label, fields }, language)
    : '';
  return `<strong>${escaped(recipientOf(consent, language))}</strong> ${escaped(what)} <small>${escaped(small)}</small>${button}`;
}

const recipientOf = ({ organisationName, recipientRole, personName }: ConsentView, language: Language): string => {
  const role = recipientRole === null ? null : inWords(ROLE_WORDS, recipientRole)[language];
  return [personName, role, organisationName].filter((part) => part !== null).join(', ');
};

const timeOf = ({ validFrom, validUntil }: ConsentView, language: Language): string =>
  [
    `${PAGE_WORDS.from[language]} ${dayOf(validFrom)}`,
    ...(validUntil === null ? [] : [`${PAGE_WORDS.until[language]} ${dayOf(validUntil)}`]),
  ].join(' ');

function givenItem({ disclosedAt, kind, classes, recipientKind }: Disclosure, language: Language): string {
  const given = `${dayOf(disclosedAt)} · ${PAGE_WORDS[kind][language]}`;
  const small = [recipientKind === 'client' ? PAGE_WORDS.toYou[language] : '', classesIn(classes, language)];
  return `${given} <small>${escaped(small.filter(Boolean).join(' · '))}</small>`;
}

const classesIn = (classes: readonly DataClass[], language: Language): string =>
  classes.map((name) => CLASS_WORDS[name][language]).join('; ');

const dayOf = (instant: string): string => instant.slice(0, 10);
