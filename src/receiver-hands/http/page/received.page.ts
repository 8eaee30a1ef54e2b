import { buttonOf } from '../../../client-hands/http/page/hand.page.js';
import type { Frame } from '../../../client-hands/http/page/framing.js';
import { escaped, htmlPage } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/language.js';
import { ASKS_FOR, DECLINE_REASONS } from '../../../referrals/domain/referral.codes.js';
import {
  openMovesOf,
  type ReceivedMove,
  type ReceivedReferral,
  type SharedChannel,
} from '../../domain/received-referral.js';
import { DAY_WORDS, KIND_WORDS, RECEIVED_WORDS, SETTING_WORDS, TOLD_WORDS, URGENCY_WORDS } from './received-words.js';

/** Numbers that tell nothing. */
export const RECEIVED_PAGES = { received: '/o/p/1', leave: '/o/p/0' } as const;

/** One referral as it was sent, to read, to print and to answer. */
export function receivedPage(received: ReceivedReferral, frame: Frame): string {
  const { language, formToken } = frame;
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const switched = `<p><a href="${RECEIVED_PAGES.received}?l=${other}" lang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></p>`;
  const leave = buttonOf({ action: RECEIVED_PAGES.leave, formToken, label: RECEIVED_WORDS.leave[language] }, language);
  const parts = [head, asked, who, reached, told, talk].map((part) => part(received, language));
  return htmlPage(
    language,
    RECEIVED_WORDS.title[language],
    [switched, ...parts.filter(Boolean), answers(received, frame), leave].join('\n'),
  );
}

/** What stays when it is over. */
export const closedPage = (language: Language, text: 'declinedText' | 'leftText'): string =>
  htmlPage(language, RECEIVED_WORDS.done[language], `<p>${RECEIVED_WORDS[text][language]}</p>`);

type Name = keyof typeof RECEIVED_WORDS;
const label = (name: Name, language: Language): string => RECEIVED_WORDS[name][language];
const small = (...parts: readonly (string | null | undefined)[]): string => {
  const said = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return said.length === 0 ? '' : ` <small>${said.map((part) => escaped(part ?? '')).join(' · ')}</small>`;
};
const section = (name: Name, body: string, language: Language): string =>
  body === '' ? '' : `<h2>${label(name, language)}</h2>\n${body}`;
const paragraph = (text: string | null): string =>
  text === null ? '' : `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
const dayOf = (instant: string): string => instant.slice(0, 10);

function head({ sender, addressedTo, senderPhone, sentAt, answerBy }: ReceivedReferral, language: Language): string {
  const lines: readonly (readonly [Name, string | null])[] = [
    ['from', sender],
    ['to', addressedTo],
    ['callBack', senderPhone],
    ['sent', dayOf(sentAt)],
    ['answerBy', answerBy && dayOf(answerBy)],
  ];
  return list(
    lines.flatMap(([name, text]) =>
      text === null ? [] : [`${label(name, language)}: <strong>${escaped(text)}</strong>`],
    ),
  );
}

function asked({ asksFor, urgency, reason, ownWords }: ReceivedReferral, language: Language): string {
  const what = `<p><strong>${escaped(ASKS_FOR[asksFor][language])}</strong>${small(URGENCY_WORDS[urgency][language])}</p>`;
  const why = section('reason', paragraph(reason), language);
  const own = section('ownWords', paragraph(ownWords), language);
  return [section('asked', what, language), why, own].filter(Boolean).join('\n');
}

function who({ names, alias, birthDate, pronouns }: ReceivedReferral, language: Language): string {
  const called = names.map(
    ({ setting, name }) => `<strong>${escaped(name)}</strong>${small(SETTING_WORDS[setting][language])}`,
  );
  const known = [
    ...(alias === null ? [] : [`<strong>${escaped(alias)}</strong>`]),
    ...called,
    ...(birthDate === null ? [] : [`${label('born', language)} ${escaped(birthDate)}`]),
    ...(pronouns === null ? [] : [`${label('pronouns', language)} ${escaped(pronouns)}`]),
  ];
  return section('who', list(known) || `<p>${label('notShared', language)}</p>`, language);
}

function reached({ channels, timeZone }: ReceivedReferral, language: Language): string {
  const items = channels.map((channel) => {
    const { kind, value, person, sayWhat, sayWho, mayLeaveVoicemail } = channel;
    const how = [KIND_WORDS[kind][language], person, value].filter((part) => part !== undefined);
    return `${escaped(how.join(' '))}${small(
      hoursText(channel, timeZone, language),
      label(mayLeaveVoicemail ? 'voicemail' : 'noVoicemail', language),
      sayWho && `${label('sayYouAre', language)} ${sayWho}`,
      sayWhat && `${label('say', language)} ${sayWhat}`,
    )}`;
  });
  return section('reached', list(items), language);
}

function hoursText({ safeHours }: SharedChannel, timeZone: string | null, language: Language): string {
  if (safeHours.length === 0) return label('anyHour', language);
  const spans = safeHours.map(({ days, from, to }) => {
    const named = days.map((day) => DAY_WORDS[day - 1]?.[language] ?? '');
    return `${named.join(' ')} ${from}–${to}`;
  });
  return `${spans.join(', ')}${timeZone === null ? '' : ` (${timeZone})`}`;
}

const told = ({ summaries }: ReceivedReferral, language: Language): string =>
  section(
    'told',
    summaries
      .map(({ class: of, text }) => `<p><small>${TOLD_WORDS[of][language]}</small></p>${paragraph(text)}`)
      .join('\n'),
    language,
  );

const talk = ({ question, answer }: ReceivedReferral, language: Language): string =>
  [section('question', paragraph(question), language), section('answered', paragraph(answer), language)]
    .filter(Boolean)
    .join('\n');

function answers(received: ReceivedReferral, frame: Frame): string {
  const { language } = frame;
  const open = openMovesOf(received);
  const forms = open.map((move) => formOf(move, received, frame));
  return section('yourAnswer', [standing(received, language), ...forms].filter(Boolean).join('\n'), language);
}

function standing({ state }: ReceivedReferral, language: Language): string {
  if (state === 'sent') return '';
  if (state === 'info_requested') return `<p>${label('asking', language)}</p>`;
  return `<p>${label(state === 'accepted' ? 'accepted' : 'goesOn', language)}</p>`;
}

function formOf(move: ReceivedMove, { version }: ReceivedReferral, { language, formToken }: Frame): string {
  const hidden = Object.entries({ f: formToken, version: String(version), move }).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return `<form method="post" action="${RECEIVED_PAGES.received}?l=${language}">${hidden.join('')}${fieldOf(move, language)}<button>${label(move, language)}</button></form>`;
}

function fieldOf(move: ReceivedMove, language: Language): string {
  if (move === 'accept') return '';
  if (move === 'ask')
    return `<label>${label('askWhat', language)} <textarea name="question" required maxlength="1000" rows="3"></textarea></label> `;
  const reasons = Object.entries(DECLINE_REASONS).map(
    ([code, words]) => `<option value="${code}">${escaped(words[language])}</option>`,
  );
  return `<label>${label('because', language)} <select name="because" required><option value=""></option>${reasons.join('')}</select></label> `;
}
