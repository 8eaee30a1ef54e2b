import { INSTALLATION_FOLDER, masterKeyFile } from './own-keys.js';

const line = (text: string): void => void process.stdout.write(`${text}\n`);

export function running(url: string): void {
  line(`Throughline answers at ${url}`);
  line(`  documentation  ${url}/docs`);
}

export const otherPort = (wanted: number, got: number): void =>
  line(`Port ${wanted} is taken by another programme; this one listens on ${got}.`);

export const keepMasterKey = (): void =>
  line(
    `\nA master key was made in ${masterKeyFile(INSTALLATION_FOLDER)}. Copy it to a safe place apart from the database's ` +
      'backups:\nwithout it nobody can read what people wrote, and with both anybody can.',
  );
