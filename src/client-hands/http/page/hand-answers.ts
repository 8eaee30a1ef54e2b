import { applyDecorators, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiOkResponse, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { FORM, TAKES_FORMS } from '../../../platform/http/form-body.js';
import { HandPageFilter } from './hand-page.filter.js';

const HTML = { content: { 'text/html': { schema: { type: 'string' as const } } } };
const PROBLEMS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503];

/** A page for a browser: what goes wrong is a page as well. */
export const HandPage = (): MethodDecorator =>
  applyDecorators(
    UseFilters(HandPageFilter),
    ApiProduces('text/html'),
    ApiOkResponse({ schema: { type: 'string' } }),
    ...PROBLEMS.slice(0, 4).map(problemPage),
    ...[429, 503].map(problemPage),
  );

/** Where a form of such a page goes. @param status when all goes well: a page, or 303 to the next one */
export const TakesForm = (status: 200 | 303): MethodDecorator =>
  applyDecorators(
    UseFilters(HandPageFilter),
    RouteConfig(TAKES_FORMS),
    ApiQuery({ name: 'l', required: false, enum: ['en', 'fr'], description: 'The language of the page.' }),
    ApiConsumes(FORM),
    ApiProduces('text/html'),
    ApiResponse({ status, description: status === 303 ? 'Done; on to the next page.' : 'Done.', ...HTML }),
    ...PROBLEMS.map(problemPage),
  );

function problemPage(status: number): MethodDecorator {
  return ApiResponse({ status, description: 'What is in the way and how to mend it, as a page.', ...HTML });
}
