import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ANSWER_VALUES, QUESTION_CLASSES, QUESTIONS } from '../../src/contacts/domain/answer.js';
import { ACTIONS, PURPOSES } from '../../src/contacts/domain/contact.codes.js';
import { MARK_CLASSES, MARKS, plainCodes } from '../../src/contacts/domain/mark.js';
import { isLifecycle } from '../../src/kernel/lifecycle-page.js';
import { cloneDatabase } from '../support/database.js';

interface Check {
  readonly name: string;
  readonly text: string;
}

/** Lists of the database that no domain spells out, and where they are said. */
const ALONE: Readonly<Record<string, string>> = {
  'access_grant.access_grant_basis_check': 'written by the view expected_grants alone',
  'access_grant.access_grant_scope_kind_check': 'written by the view expected_grants alone',
  'audit_entry.audit_entry_outcome_check': 'said by the audit itself',
  'grantee.grantee_kind_check': 'written by the triggers of the sources of grants alone',
  'break_glass.break_glass_role_check': 'follows from the policy; its own test compares them',
  'contact_answer.contact_answer_check1': 'compared below, class by class',
  'disclosure.disclosure_check1': 'a part of the kinds of a recipient',
  'house_key.house_key_purpose_check': 'named where each key is used',
  'key_exchange.key_exchange_kind_check': 'a command of the host',
  'sealing_key.sealing_key_stage_check': 'a command of the host',
  'caller_key.caller_key_stage_check': 'a command of the host',
  'retention_approval.retention_approval_covers_check': 'a part of what is retained',
  'search_token.search_token_says_check': 'follows from the kinds of marks',
  'second_factor.second_factor_ended_because_check': 'written by statements alone',
};

const root = resolve(import.meta.dirname, '../..');
const plain = plainCodes({ purposes: PURPOSES, actions: ACTIONS });
const keyOf = (codes: readonly string[]): string => [...new Set(codes)].sort().join(' ');
/** What of a domain's lists is kept in a column; the others stand beside the contact. */
const ours = new Set([plain.purposes, plain.actions, [...ANSWER_VALUES, 'not_asked']].map(keyOf));
let checks: readonly Check[] = [];

const isListOfCodes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 1 && value.every((code) => typeof code === 'string');

/** Every closed list that a file of a domain exports: codes, the names of a table of codes, states and verbs. */
function codesIn(value: unknown): readonly (readonly string[])[] {
  if (isListOfCodes(value)) return [value];
  if (isLifecycle(value)) return [value.states, value.verbs, ['open', ...value.verbs]];
  return typeof value === 'object' && value !== null ? [Object.keys(value)] : [];
}

/** `= ANY (ARRAY['a'::text, …])` and `<@ ARRAY['a'::text, …]`. */
const listsIn = ({ text }: Check): readonly (readonly string[])[] =>
  [...text.matchAll(/(?:ANY \(|<@ )\(?ARRAY\[([^\]]*)\]/g)]
    .map(([, list = '']) => [...list.matchAll(/'([^']+)'::/g)].map(([, code = '']) => code))
    .filter((codes) => codes.length > 1);

beforeAll(async () => {
  const files = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter(
    (file) => /^(access\/[^/]+|[^/]+\/domain\/[^/]+)\.ts$/.test(file) && !file.endsWith('.spec.ts'),
  );
  for (const file of files) {
    const module = (await import(join(root, 'src', file))) as Record<string, unknown>;
    for (const codes of Object.values(module).flatMap(codesIn)) ours.add(keyOf(codes));
  }
  const db = await cloneDatabase();
  const { rows } = await db.as('owner', (client) =>
    client.query<Check>(
      `SELECT coalesce(conrelid::regclass::text, contypid::regtype::text) || '.' || conname AS name, pg_get_constraintdef(oid) AS text
        FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
          AND (conrelid <> 0 OR contypid <> 0) ORDER BY 1`,
    ),
  );
  checks = rows;
  await db.drop();
});

describe('the codes that the database takes', () => {
  it('are those of the domains, list by list', () => {
    const apart = checks.flatMap((check) =>
      listsIn(check).flatMap((codes) =>
        ours.has(keyOf(codes)) || check.name in ALONE ? [] : [`${check.name}: ${codes.join(' ')}`],
      ),
    );
    expect(apart).toEqual([]);
  });

  it('are looked at: there are many such lists, and each exception still exists', () => {
    expect(checks.flatMap(listsIn).length).toBeGreaterThan(30);
    expect(Object.keys(ALONE).filter((name) => !checks.some((check) => check.name === name))).toEqual([]);
  });

  it('give each question and mark of a contact the class that the domain gives it', () => {
    const { text = '' } = checks.find((check) => check.text.includes("'mood_low'")) ?? {};
    const branches = [...text.matchAll(/WHEN \(?question = ANY \(ARRAY\[([^\]]*)\]\)\)? THEN '(\w+)'/g)];
    const classes = branches.flatMap(([, list = '', of = '']) =>
      [...list.matchAll(/'(\w+)'::text/g)].map(([, question = '']) => [question, of] as const),
    );
    expect(Object.fromEntries(classes)).toEqual({ ...QUESTION_CLASSES, ...MARK_CLASSES });
    expect(classes).toHaveLength(QUESTIONS.length + MARKS.length);
  });
});
