import { createHmac } from 'node:crypto';

/** The four roles of the database; none of them bypasses row-level security. Roles are the cluster's, not the database's. */
export const DATABASE_ROLES = {
  owner: 'throughline_owner',
  app: 'throughline_app',
  jobs: 'throughline_jobs',
  sealer: 'throughline_sealer',
} as const;

export type DatabaseRole = keyof typeof DATABASE_ROLES;

/** Derived, so that every replica with the same secret gets the same password and nobody has to store one. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

/** The same server and database, as one of the four roles. */
export function roleUrl(url: string, secret: string, role: DatabaseRole): string {
  const as = new URL(url);
  as.username = DATABASE_ROLES[role];
  as.password = rolePassword(secret, role);
  return as.toString();
}
