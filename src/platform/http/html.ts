import type { FastifyReply } from 'fastify';
import type { Language } from './language.js';

/** A whole page: its own style, nothing from outside, nothing that runs. */
export const htmlPage = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><style>
body{font:1.05rem/1.45 system-ui;margin:2rem auto;max-width:44rem;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;border-bottom:1px solid;margin:1.1em 0 .3em}ul{margin:.2em 0;padding-left:1.2em}
small{color:#444}@media print{form{display:none}body{margin:0;max-width:none;font-size:10pt}h2{break-after:avoid}li{break-inside:avoid}}
</style></head><body><h1>${escaped(title)}</h1>\n${body}\n</body></html>\n`;

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;');

export function sendHtml(reply: FastifyReply): void {
  void reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .type('text/html; charset=utf-8');
}
