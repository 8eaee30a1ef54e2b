import type request from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import type { Worker, World } from './world.js';

export interface MadeReceiverLink {
  readonly id: Id;
  readonly url: string;
  readonly code: string;
  readonly version: number;
}

export interface Opened {
  readonly token: string;
}

export const pathOf = ({ url }: MadeReceiverLink): string => new URL(url).pathname;
export const secretOf = (made: MadeReceiverLink): string => pathOf(made).slice('/o/'.length);
export const cookieOf = (answer: request.Response): string =>
  String((answer.headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';

interface Sent {
  readonly by: Worker;
  readonly referral: Id;
}

/** What the sender and a receiver without an account do with links, through HTTP. */
export const receiverLinksOf = (world: World, sent: () => Sent) => {
  const ask = (wish: object = {}) => {
    const { by, referral } = sent();
    const said = { codeTold: 'phone', language: 'fr', senderPhone: '403 555 0142', ...wish };
    return world.as(by).post(`/v1/referrals/${referral}/receiver-links`).send(said);
  };
  const make = async (): Promise<MadeReceiverLink> => (await ask().expect(201)).body as MadeReceiverLink;
  const type = (made: MadeReceiverLink, code = made.code) =>
    world.anonymous.post(pathOf(made)).type('form').send({ code });
  const open = (made: MadeReceiverLink, code = made.code) =>
    world.anonymous.post('/v1/received/session').send({ link: secretOf(made), code });
  const token = async (made?: MadeReceiverLink): Promise<string> =>
    ((await open(made ?? (await make())).expect(201)).body as Opened).token;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const read = (token: string) => world.anonymous.get('/v1/received').set(bearer(token));
  const answer = (token: string, version: number, wish: object) =>
    world.anonymous
      .post('/v1/received/moves')
      .set({ ...bearer(token), 'if-match': `"${version}"` })
      .send(wish);
  const takeBack = ({ id, version }: Pick<MadeReceiverLink, 'id' | 'version'>) =>
    world
      .as(sent().by)
      .post(`/v1/receiver-links/${id}/moves`)
      .set('if-match', `"${version}"`)
      .send({ move: 'take_back' });
  const standing = async () => {
    const [row] = await world.look<{ state: string; version: number; by: Id | null }>(
      'SELECT state, version, updated_by AS by FROM referral WHERE id = $1',
      [sent().referral],
    );
    return row;
  };
  return { ask, make, type, open, token, read, answer, takeBack, standing };
};
