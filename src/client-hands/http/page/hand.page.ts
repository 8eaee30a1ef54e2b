import { cursorOf } from '../../../kernel/page.js';
import { escaped, htmlPage } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/language.js';
import { PAGE_WORDS } from './page-words.js';

/** The pages of a session, by numbers that tell nothing. */
export const PAGES = { plan: '/h/p/1', consents: '/h/p/2', log: '/h/p/3', leave: '/h/p/0' } as const;

/** The page that a link leads to. Its form goes back to the same address, where faults are told in its language. */
export const codePage = (language: Language): string =>
  htmlPage(
    language,
    PAGE_WORDS.welcome[language],
    `<p>${PAGE_WORDS.askCode[language]}</p>
<form method="post" action="?l=${language}"><label>${PAGE_WORDS.code[language]}
 <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,12}" required maxlength="12"></label> <button>${PAGE_WORDS.open[language]}</button></form>`,
  );

export interface Framed {
  readonly language: Language;
  readonly title: keyof typeof PAGE_WORDS;
  /** Bound to the session: without it a form of another page is not taken. */
  readonly formToken: string;
}

/** A page within a session: where else it leads, and how to leave. */
export function framedPage({ language, title, formToken }: Framed, body: string): string {
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const links = (['plan', 'consents', 'log'] as const).map((name) =>
    linkTo(PAGES[name], PAGE_WORDS[name][language], language),
  );
  const switched = `<a href="?l=${other}" lang="${other}">${other === 'fr' ? 'Français' : 'English'}</a>`;
  const leave = buttonOf({ action: PAGES.leave, formToken, label: PAGE_WORDS.leave[language] }, language);
  return htmlPage(
    language,
    PAGE_WORDS[title][language],
    `<p>${[...links, switched].join(' · ')}</p>\n${body}\n${leave}`,
  );
}

const linkTo = (path: string, label: string, language: Language): string =>
  `<a href="${path}?l=${language}">${escaped(label)}</a>`;

/** To the earlier rows of a list. */
export const olderLink = (next: readonly string[] | undefined, language: Language): string =>
  next === undefined ? '' : `<p><a href="?l=${language}&amp;c=${cursorOf(next)}">${PAGE_WORDS.older[language]}</a></p>`;

interface Button {
  readonly action: string;
  readonly formToken: string;
  readonly label: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export function buttonOf({ action, formToken, label, fields = {} }: Button, language: Language): string {
  const all = Object.entries({ f: formToken, ...fields });
  const inputs = all.map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`).join('');
  return `<form method="post" action="${action}?l=${language}">${inputs}<button>${escaped(label)}</button></form>`;
}

export const leftPage = (language: Language): string =>
  htmlPage(language, PAGE_WORDS.left[language], `<p>${PAGE_WORDS.leftText[language]}</p>`);
