import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyRequest } from 'fastify';
import type { Actor } from '../../src/access/actor.js';
import type { Role } from '../../src/access/policy.js';
import { newId } from '../../src/kernel/ids.js';
import { BareTransactions } from './bare-transactions.js';
import { BareReferrals } from './bare-referrals.js';
import { BareActs } from './bare-acts.js';

/**
 * The bare limit: Fastify and pg, and the statements that the programme sends, over the same rows. Nobody signs in, nothing
 * is checked, no policy binds this role, and what is sealed stays sealed. What the programme audits is audited.
 */
const env = (name: string): string => process.env[name] ?? '';
const transactions = new BareTransactions({
  ...{ url: env('BENCH_DATABASE'), poolSize: Number(env('BENCH_POOL')), pipeline: env('BENCH_PIPELINE') === 'on' },
});
const acts = new BareActs(transactions);
const referrals = new BareReferrals(transactions);
const server = Fastify({ logger: false });

/** `x-who: person,membership,organisation,role`. */
function whoAsks(request: FastifyRequest): Actor {
  const [personId = '', membershipId = '', organisationId = '', role = ''] = String(request.headers['x-who']).split(
    ',',
  );
  const who = { personId, membershipId, organisationId, role: role as Role, sessionId: '' };
  return { ...who, requestId: newId(), purpose: 'care_management' };
}

type WithId = FastifyRequest<{ Params: { id: string } }>;

server.get('/clients/:id/care-plan', (request: WithId) => acts.plan(whoAsks(request), request.params.id));
server.get('/clients/:id', (request: WithId) => acts.client(whoAsks(request), request.params.id));
server.get('/clients', (request) => acts.caseload(whoAsks(request)));
server.get('/tasks', (request) => acts.tasks(whoAsks(request)));
server.post('/clients/search', (request) => acts.search(whoAsks(request), request.body as never));
server.post('/clients/:id/contacts', (request: WithId) =>
  acts.contact(whoAsks(request), request.params.id, request.body as never, true),
);
server.post('/clients/:id/unaudited-contacts', (request: WithId) =>
  acts.contact(whoAsks(request), request.params.id, request.body as never, false),
);
server.get('/referrals', (request) => referrals.inbox(whoAsks(request)));
server.post('/clients/:id/service-matches', (request: WithId) => referrals.match(whoAsks(request), request.params.id));
server.post('/referrals/:id/moves', (request: WithId) =>
  referrals.move(whoAsks(request), request.params.id, request.body as never),
);

await server.listen({ port: 0, host: '127.0.0.1' });
process.on('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
process.send?.({ url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
