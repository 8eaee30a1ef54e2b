import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { ApiDocument } from './api-document.js';

/** The page runs its own scripts and asks this server only; its images are drawn inline. */
const FROM_HERE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** `/docs`: Swagger UI from this server's own disk, with nothing from outside and no validator elsewhere. */
export function serveDocs(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', (request, reply, _, done) => {
    if (/^\/docs(\/|$|\?)/.test(request.url)) void reply.header('content-security-policy', FROM_HERE);
    done();
  });
  SwaggerModule.setup('docs', app, () => app.get(ApiDocument).document, {
    raw: false,
    customSiteTitle: 'Throughline API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, displayOperationId: false },
  });
}
