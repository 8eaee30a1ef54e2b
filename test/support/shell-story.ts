import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** What a page's `sh` blocks say to type, under one of its headings. */
export function shellUnder(heading: string, page: string): string {
  const [, section = ''] = page.split(new RegExp(`^## ${heading}$`, 'm'));
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block ?? '').join('\n');
}

export const hasCurl = (): boolean => spawnSync('curl', ['--version']).status === 0;

/**
 * Types it into a shell, whole.
 *
 * @param instead values of variables that the reader is asked to fill in
 * @returns what it showed
 */
export async function typed(script: string, instead: Readonly<Record<string, string>>): Promise<string> {
  const filled = Object.entries(instead).reduce((text, [name, value]) => {
    const line = new RegExp(`^${name}=.*$`, 'm');
    if (!line.test(text)) throw new Error(`The story has no line ${name}=.`);
    return text.replace(line, `${name}='${value}'`);
  }, script);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', filled], { maxBuffer: 1e7 });
  return stdout;
}
