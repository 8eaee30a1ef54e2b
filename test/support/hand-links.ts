import type request from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import type { Worker, World } from './world.js';

export interface MadeLink {
  readonly id: Id;
  readonly url: string;
  readonly code: string;
  readonly version: number;
}

export const pathOf = ({ url }: MadeLink): string => new URL(url).pathname;
export const secretOf = (made: MadeLink): string => pathOf(made).slice('/h/'.length);
export const cookieOf = (answer: request.Response): string =>
  String((answer.headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';

/** What the staff and a client do with links, through HTTP. */
export const handLinksOf = (world: World, by: () => { readonly peer: Worker; readonly client: Id }) => {
  const make = async (): Promise<MadeLink> => {
    const { peer, client } = by();
    const wish = { codeTold: 'phone', language: 'fr' };
    return (await world.as(peer).post(`/v1/clients/${client}/hand-links`).send(wish).expect(201)).body as MadeLink;
  };
  const type = (path: string, code: string) => world.anonymous.post(path).type('form').send({ code });
  const opened = async (made: MadeLink) => cookieOf(await type(pathOf(made), made.code).expect(303));
  const page = (cookie: string, path: string) => world.anonymous.get(path).set('cookie', cookie);
  const token = async (made: MadeLink): Promise<string> => {
    const shown = { link: secretOf(made), code: made.code };
    return ((await world.anonymous.post('/v1/my/session').send(shown).expect(201)).body as { token: string }).token;
  };
  const takeBack = ({ id, version }: Pick<MadeLink, 'id' | 'version'>) =>
    world.as(by().peer).post(`/v1/hand-links/${id}/moves`).set('if-match', `"${version}"`).send({ move: 'take_back' });
  const events = (event: string) =>
    world.look<{ outcome: string; role: string; ground: string; facts: Record<string, string> }>(
      'SELECT outcome, role, ground, facts FROM audit_entry WHERE client_id = $1 AND event = $2 ORDER BY at, id',
      [by().client, event],
    );
  return { make, type, opened, page, token, takeBack, events };
};
