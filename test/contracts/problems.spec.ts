import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownProblems } from '../../src/kernel/refusal.js';
import { languageOf } from '../../src/platform/http/language.js';
import { World } from '../support/world.js';

const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('problems', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are said in both languages, of the same facts, each with its mend', () => {
    expect(knownProblems().length).toBeGreaterThan(15);
    for (const { code, en, fr } of knownProblems()) {
      expect(code).toMatch(/^[a-z][a-z_]+$/);
      for (const text of [en.title, en.detail, fr.title, fr.detail]) expect(text.trim().length).toBeGreaterThan(3);
      expect([code, fr.detail]).not.toEqual([code, en.detail]);
      expect([code, ...placeholdersOf(fr.detail)]).toEqual([code, ...placeholdersOf(en.detail)]);
    }
  });

  it('each have a page, for people and for programmes', async () => {
    for (const { code, en, fr } of knownProblems()) {
      const data = await world.anonymous.get(`/problems/${code}`).expect(200);
      expect(data.body).toMatchObject({ code, en, fr });
    }
    const page = await world.anonymous
      .get('/problems/stale')
      .set('accept', 'text/html')
      .set('accept-language', 'fr')
      .expect(200);
    expect(page.type).toBe('text/html');
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).toContain('<title>Modifié entre-temps</title>');
    expect(page.text).toContain('<h1>Modifié entre-temps</h1>');
    expect(page.text).toContain('<section lang="en"><h2>Changed in the meantime</h2>');
    expect(page.text).toContain('<code>stale</code>');
    const list = await world.anonymous.get('/problems').set('accept', 'text/html').expect(200);
    expect(list.text).toContain('<html lang="en"><head><meta charset="utf-8"><title>Problems</title>');
    expect(list.text).toContain('<a href="/problems/stale">Changed in the meantime</a>');
    expect(list.text).not.toContain('Modifié');
    const french = { accept: 'text/html', 'accept-language': 'fr-CA' };
    const liste = await world.anonymous.get('/problems').set(french).expect(200);
    expect(liste.text).toContain('<html lang="fr"><head><meta charset="utf-8"><title>Problèmes</title>');
    expect(liste.text).toContain('<a href="/problems/stale">Modifié entre-temps</a>');
    expect(liste.text).not.toContain('Changed in the meantime');
    await world.anonymous.get('/problems/%3Cscript%3E').set('accept', 'text/html').expect(404);
  });

  it('lead to their page by their type', async () => {
    const problem = await world.anonymous.get('/v1/me').expect(401);
    expect(problem.type).toBe('application/problem+json');
    expect(problem.headers['www-authenticate']).toBe('Bearer');
    expect((await world.anonymous.get(problem.body.type).expect(200)).body.code).toBe(problem.body.code);
    expect(problem.body.requestId).toBe(problem.headers['x-request-id']);
  });

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR', 'fr'],
    ['en, fr', 'en'],
    ['fr, en', 'fr'],
    ['en;q=0.5, fr;q=0.9', 'fr'],
    ['fr;q=0.5,en;q=0.9', 'en'],
    ['fr;q=0', 'en'],
    ['de, fr;q=0.3', 'fr'],
    ['de', 'en'],
    ['*', 'en'],
    ['frr, en;q=0.1', 'en'],
    ['fr;q=nonsense', 'fr'],
    [';;;,,,q=1', 'en'],
  ])('speak to %j in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
