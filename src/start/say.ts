import { join } from 'node:path';
import { demoId } from '../demo/demo-id.js';
import { DEMO_WORKERS } from '../demo/demo-places.js';
import { INSTALLATION_FOLDER, masterKeyFile, postgresFolder } from './own-keys.js';

export interface OpenDemo {
  readonly password: string;
  /** Of a session that stands while the programme runs; nothing where others than this machine can reach it. */
  readonly token: string | undefined;
}

const line = (text: string): void => void process.stdout.write(`${text}\n`);

export function running(url: string): void {
  line(`Throughline answers at ${url}`);
  line(`  documentation  ${url}/docs`);
}

export const otherPort = (wanted: number, got: number): void =>
  line(`Port ${wanted} is taken by another programme; this one listens on ${got}.`);

export const planting = (): void => line('Planting the demo: invented organisations, workers and clients.');

export function demo(url: string, { password, token }: OpenDemo): void {
  line(`\nSign in at ${url}/v1/auth/login with the password ${password} as one of the demo's workers, and finish at`);
  line(`${url}/v1/auth/second-factor with the code of the moment, which npm run code prints:`);
  for (const { role, email, name } of Object.values(DEMO_WORKERS))
    line(`  ${role.padEnd(18)} ${email.padEnd(34)} ${name}`);
  if (token === undefined) {
    line(
      'HOST reaches beyond this machine, so there is no demo token. The accounts above are open to whoever knows the',
    );
    line('password; nothing real belongs into this database.');
    return;
  }
  const contacts = `${url}/v1/clients/${demoId('client/Wren')}/contacts`;
  line(
    `\nOr log a contact with Wren, as long as this runs:\n  curl -s ${contacts} -H 'Authorization: Bearer ${token}' ` +
      `-H 'Content-Type: application/json' -d '${JSON.stringify({ channel: 'phone', outcome: 'reached', minutes: 5 })}'`,
  );
}

export function firstAdministrator(link: string, until: string): void {
  line(
    '\nNobody administers this installation yet. The first administrator signs up once, by this link or another one that',
  );
  line(`a start has printed (GET it to see how; until ${until}):\n  ${link}`);
}

export const databaseEnded = (): void =>
  line(
    `The database ended without being asked; ${join(postgresFolder(INSTALLATION_FOLDER), 'server.log')} may say why. Start again.`,
  );

export const demoDisabled = (count: number): void =>
  line(
    `${count} demo accounts stood in this database and were disabled: they belong to the PostgreSQL that comes along.`,
  );

export const keepMasterKey = (): void =>
  line(
    `\nA master key was made in ${masterKeyFile(INSTALLATION_FOLDER)}. Copy it to a safe place apart from the database's ` +
      'backups:\nwithout it nobody can read what people wrote, and with both anybody can.',
  );
