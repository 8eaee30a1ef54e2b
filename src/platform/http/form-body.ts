import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unsupportedBy } from './faults.js';

export const FORM = 'application/x-www-form-urlencoded';

/** In a route's config: its pages hold forms, for browsers without scripts. Everywhere else a form is 415 like before. */
export const TAKES_FORMS = { takesForms: true } as const;

/** Bytes; the longest form of ours holds a question of a thousand characters, up to nine bytes each as a form writes them. */
const LONGEST = 10_240;

export function readForms(server: FastifyInstance): void {
  server.addContentTypeParser<string>(FORM, { parseAs: 'string', bodyLimit: LONGEST }, (request, body, done) => {
    if (!takesForms(request)) done(unsupportedBy(request));
    else done(null, Object.fromEntries(new URLSearchParams(body)));
  });
}

const takesForms = ({ routeOptions }: FastifyRequest): boolean => 'takesForms' in routeOptions.config;
