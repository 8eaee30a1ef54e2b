import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AttemptRow } from './admissions/persistence/attempt.row.js';
import { StayRow } from './admissions/persistence/stay.row.js';
import { PlanSectionRow } from './care-plan/persistence/plan-section.row.js';
import { PlanSignOffRow } from './care-plan/persistence/plan-sign-off.row.js';
import { CareTeamMemberRow } from './clients/persistence/care-team-member.row.js';
import { ChannelRow } from './clients/persistence/channel.row.js';
import { ClientNameRow } from './clients/persistence/client-name.row.js';
import { ClientRow } from './clients/persistence/client.row.js';
import { SupporterRow } from './clients/persistence/supporter.row.js';
import { ConsentRow } from './consents/persistence/consent.row.js';
import { OrganisationRow } from './organisations/persistence/organisation.row.js';
import { MembershipRow, StaffRow } from './organisations/persistence/staff.row.js';
import { GoalStepRow } from './goals/persistence/goal-step.row.js';
import { GoalRow } from './goals/persistence/goal.row.js';
import { NeedRow } from './needs/persistence/need.row.js';
import {
  ReferralReceptionRow,
  ReferralServesRow,
  ReferralSummaryRow,
} from './referrals/persistence/referral-parts.row.js';
import { ServiceRow } from './services/persistence/service.row.js';

/** Every row class. A contract test holds them against the migrations. */
export const ROWS: readonly EntityTarget<ObjectLiteral>[] = [
  ...[OrganisationRow, StaffRow, MembershipRow],
  ...[ClientRow, ClientNameRow, ChannelRow, SupporterRow, CareTeamMemberRow],
  ...[GoalRow, GoalStepRow, NeedRow, ServiceRow],
  ConsentRow,
  ...[ReferralSummaryRow, ReferralServesRow, ReferralReceptionRow],
  ...[AttemptRow, StayRow],
  ...[PlanSectionRow, PlanSignOffRow],
];
