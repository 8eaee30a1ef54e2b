import { newId } from '../src/kernel/ids.js';
import { FRESH, type Asked } from './load/plan.js';
import type { Contender } from './rounds.js';

const SAMPLE = 240;
const AT_ONCE = 8;

/**
 * Which of the first few requests are answered alike in one state and in the other, by their number. Of what writes: with the
 * same status.
 */
export async function answeredAlike(
  { server, asked, before }: Contender,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<ReadonlySet<number>> {
  await before?.();
  const sample = (await asked()).slice(0, SAMPLE);
  await one();
  const first = await answers(server.url, sample);
  await other();
  const second = await answers(server.url, sample);
  return new Set([...sample.keys()].filter((at) => first[at] === second[at]));
}

async function answers(url: string, sample: readonly Asked[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < sample.length; at += AT_ONCE)
    found.push(...(await Promise.all(sample.slice(at, at + AT_ONCE).map((each) => answerTo(url, each)))));
  return found;
}

async function answerTo(url: string, { method, path, headers, body }: Asked): Promise<string> {
  const fresh = JSON.parse(JSON.stringify({ headers, body }).replaceAll(FRESH, newId())) as Pick<
    Asked,
    'headers' | 'body'
  >;
  const content = fresh.body === undefined ? {} : { body: JSON.stringify(fresh.body) };
  const type = fresh.body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, { method, headers: { ...fresh.headers, ...type }, ...content });
  const text = await answer.text();
  return method === 'GET' || answer.status >= 300 ? `${answer.status} ${withoutMoments(text)}` : String(answer.status);
}

/** An answer may say when it was given. */
const withoutMoments = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
