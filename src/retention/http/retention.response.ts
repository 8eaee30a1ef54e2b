import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES } from '../../access/policy.js';
import {
  DAY,
  ID,
  INSTANT,
  MAYBE_COUNT,
  MAYBE_ID,
  MAYBE_INSTANT,
  NEXT,
  VERSION,
} from '../../platform/http/openapi/fields.js';
import type { Language } from '../../platform/http/language.js';
import type { ShownErasure } from '../application/move-erasure.js';
import { CALLER_ERASURE_REASONS, ERASURE_REASONS } from '../domain/erasure.js';
import { erasureLifecycle } from '../domain/erasure.lifecycle.js';
import { HOLD_REASONS, LIFT_REASONS, type LegalHold } from '../domain/legal-hold.js';
import { legalHoldLifecycle } from '../domain/legal-hold.lifecycle.js';
import { retentionApprovalLifecycle } from '../domain/retention-approval.lifecycle.js';
import type { RetentionDue, RuleHere } from '../domain/retention-approval.js';

export class LegalHoldResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: legalHoldLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: HOLD_REASONS, description: 'Why the record is kept.' }) readonly because!: string;
  @ApiProperty({ ...INSTANT, description: 'Since when the record is kept.' }) readonly placedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that placed it.' }) readonly placedBy!: string;
  @ApiProperty({ type: 'string', enum: [...LIFT_REASONS, null], nullable: true, description: 'Why it ended.' })
  readonly liftedBecause!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null while it stands.' }) readonly liftedAt!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that lifted it.' }) readonly liftedBy!: string | null;
  @ApiProperty({ enum: legalHoldLifecycle.verbs, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class LegalHoldsResponse {
  @ApiProperty({ type: [LegalHoldResponse] }) readonly items!: readonly LegalHoldResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const legalHoldResponse = ({ organisationId: _, ...hold }: LegalHold): LegalHoldResponse => ({
  ...hold,
  openMoves: legalHoldLifecycle.openMoves(hold.state, {}),
});

const REASONS = [...new Set([...ERASURE_REASONS, ...CALLER_ERASURE_REASONS])];

export class ErasureResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ ...MAYBE_ID, description: 'Null where it is about a caller.' }) readonly clientId!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'Null where it is about a client.' }) readonly callerId!: string | null;
  @ApiProperty({ enum: erasureLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: REASONS, description: 'Why it was requested.' }) readonly because!: string;
  @ApiProperty({ ...INSTANT, description: 'When the first person asked for it.' }) readonly requestedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership of the first person.' }) readonly requestedBy!: string;
  @ApiProperty({ ...INSTANT, description: 'Until then nobody approves it.' }) readonly notBefore!: string;
  @ApiProperty({ description: 'A legal hold over the record is in force, so it is kept.' }) readonly isHeld!: boolean;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When the second person decided.' }) readonly decidedAt!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership of the second person.' }) readonly decidedBy!: string | null;
  @ApiProperty({ description: 'What an approval means, in French or English by `Accept-Language`.' })
  readonly meaning!: string;
  @ApiProperty({ enum: erasureLifecycle.verbs, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class ErasuresResponse {
  @ApiProperty({ type: [ErasureResponse] }) readonly items!: readonly ErasureResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

const MEANING: Readonly<Record<Language, string>> = {
  en: 'An approved erasure cannot be undone: names, words and search are gone for everybody at once. Dates, codes and the audit stay. Backups made before hold the record until they are deleted.',
  fr: 'Un effacement approuvé est irréversible : noms, textes et recherche disparaissent aussitôt pour tout le monde. Dates, codes et journal restent. Les sauvegardes antérieures contiennent le dossier jusqu’à leur suppression.',
};

export const erasureResponse =
  (language: Language) =>
  ({ erasure, openMoves }: ShownErasure): ErasureResponse => {
    const { organisationId: _, requestedByPerson: __, decidedByPerson: ___, ...rest } = erasure;
    return { ...rest, meaning: MEANING[language], openMoves };
  };

export class RetentionSource {
  @ApiProperty({ description: 'As it stands in the list of sources; `BK` where none was read.' }) readonly id!: string;
  @ApiProperty({ description: 'What it is called.' }) readonly name!: string;
}

export class RetentionRuleResponse {
  @ApiProperty({ description: 'What it is called in requests.' }) readonly code!: string;
  @ApiProperty({ description: 'Where it holds.' }) readonly province!: string;
  @ApiProperty({ enum: ['client_record', 'disclosure_notes'], description: 'What is kept.' }) readonly covers!: string;
  @ApiProperty({ enum: DATA_CLASSES, isArray: true, description: 'The classes that an erasure takes.' })
  readonly classes!: readonly string[];
  @ApiProperty({ type: 'integer', description: 'How many years it is kept.' }) readonly years!: number;
  @ApiProperty({ ...MAYBE_COUNT, description: 'The years run from this age on, where that is later.' })
  readonly majorityAge!: number | null;
  @ApiProperty({ ...DAY, description: 'When the source was last read for it.' }) readonly statedOn!: string;
  @ApiProperty({ type: RetentionSource }) readonly source!: RetentionSource;
  @ApiProperty({ description: 'Whether the source itself was read. Where not, look before you approve.' })
  readonly isSourced!: boolean;
  @ApiProperty({ description: 'The rule in one sentence, in French or English by `Accept-Language`.' })
  readonly says!: string;
  @ApiProperty({
    enum: ['not_approved', ...retentionApprovalLifecycle.states],
    description: 'A rule that is not approved does nothing.',
  })
  readonly state!: string;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When it was approved here.' }) readonly approvedAt!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that approved it.' }) readonly approvedBy!: string | null;
  @ApiProperty({ enum: retentionApprovalLifecycle.verbs, isArray: true }) readonly openMoves!: readonly string[];
}

export class RetentionRulesResponse {
  @ApiProperty({ type: [RetentionRuleResponse] }) readonly items!: readonly RetentionRuleResponse[];
}

export const retentionRuleResponse =
  (language: Language) =>
  ({ rule, approval }: RuleHere): RetentionRuleResponse => ({
    ...rule,
    says: rule.says[language],
    state: approval?.state ?? 'not_approved',
    approvedAt: approval?.approvedAt ?? null,
    approvedBy: approval?.approvedBy ?? null,
    openMoves: approval ? retentionApprovalLifecycle.openMoves(approval.state, {}) : ['approve'],
  });

export class RetentionDueResponse {
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ description: 'By which rule.' }) readonly rule!: string;
  @ApiProperty({ ...INSTANT, description: 'When something was last written in the record.' })
  readonly lastEntryAt!: string;
  @ApiProperty({ ...INSTANT, description: 'Since when it may be erased.' }) readonly dueAt!: string;
  @ApiProperty({ ...INSTANT, description: 'When the list was made.' }) readonly listedAt!: string;
}

export class RetentionDueListResponse {
  @ApiProperty({ type: [RetentionDueResponse] }) readonly items!: readonly RetentionDueResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const retentionDueResponse = (due: RetentionDue): RetentionDueResponse => due;
