import { embeddedCluster, type EmbeddedCluster } from './servers.js';
import { installation, plantAccount, Programme, type Account } from './programme.js';

/** The programme on a cluster of its own, and workers of one clinic who are signed in: for what is seen from outside only. */
export interface House {
  readonly cluster: EmbeddedCluster;
  readonly env: Record<string, string>;
  readonly programme: Programme;
  readonly accounts: readonly Account[];
  /** One token a worker. */
  readonly tokens: readonly string[];
  /** @throws Error when the answer is not the one that making something has */
  make(path: string, body: object, token?: string): Promise<{ id: string }>;
  close(): Promise<void>;
}

export async function openHouse(workers: number, more: Readonly<Record<string, string>> = {}): Promise<House> {
  const cluster = await embeddedCluster();
  const env = { ...installation(await cluster.makeDatabase('house')), ...more };
  const programme = await Programme.start(env);
  const first = await plantAccount(env, 'counsellor');
  const others = Array.from({ length: workers - 1 }, () => plantAccount(env, 'counsellor', first.organisationId));
  const accounts = [first, ...(await Promise.all(others))];
  const tokens: string[] = [];
  for (const account of accounts) tokens.push((await programme.signIn(account)).accessToken);
  const make = async (path: string, body: object, token = tokens[0] ?? '') => {
    const answer = await programme.send('POST', path, { token, body });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as { id: string };
  };
  const close = async () => {
    await programme.stop();
    await cluster.remove();
  };
  return { cluster, env, programme, accounts, tokens, make, close };
}
