import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_INSTANT, VERSION, NEXT } from '../../platform/http/openapi/fields.js';
import type { Actor } from '../../access/actor.js';
import { reachOf, ROLES, type Role } from '../../access/policy.js';
import type { Shown } from '../application/own-staff.js';
import {
  membershipFacts,
  membershipLifecycle,
  membershipStateOf,
  type MembershipState,
  type MembershipVerb,
} from '../domain/membership.lifecycle.js';
import { LANGUAGES } from '../domain/organisation.js';
import { staffLifecycle, staffStateOf, type StaffState, type StaffVerb } from '../domain/staff.lifecycle.js';
import type { Colleague } from '../domain/staff.js';

export class MembershipResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly staffId!: string;
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty({ enum: membershipLifecycle.states }) readonly state!: MembershipState;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty({ enum: membershipLifecycle.verbs, isArray: true }) readonly openMoves!: readonly MembershipVerb[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class MembershipListResponse {
  @ApiProperty({ type: [MembershipResponse] }) readonly items!: readonly MembershipResponse[];
}

export class StaffResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty() readonly displayName!: string;
  @ApiProperty({ enum: LANGUAGES }) readonly language!: string;
  @ApiProperty({ enum: staffLifecycle.states }) readonly state!: StaffState;
  @ApiProperty({ description: 'Whether the invitation was taken, so that somebody can sign in.' })
  readonly activated!: boolean;
  @ApiProperty({ type: [MembershipResponse], description: 'In the own organisation.' })
  readonly memberships!: readonly MembershipResponse[];
  @ApiProperty({ enum: staffLifecycle.verbs, isArray: true }) readonly openMoves!: readonly StaffVerb[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class StaffListResponse {
  @ApiProperty({ type: [StaffResponse] }) readonly items!: readonly StaffResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

type Reader = Pick<Actor, 'personId' | 'role'>;

const manages = (role: Role): boolean => reachOf(role, 'staff:manage') !== 'none';

/** What the actor may do next is computed for this actor: nothing for whoever does not manage staff. */
export const staffResponse =
  (actor: Reader) =>
  (colleague: Colleague): StaffResponse => {
    const { id, email, displayName, language, version } = colleague;
    const state = staffStateOf(colleague);
    return {
      ...{ id, email, displayName, language, state, version },
      activated: colleague.activatedAt !== null,
      memberships: colleague.memberships.map((membership) => membershipResponse(actor, { colleague, membership })),
      openMoves: manages(actor.role) ? staffLifecycle.openMoves(state, colleague) : [],
    };
  };

export function membershipResponse(actor: Reader, { colleague, membership }: Shown): MembershipResponse {
  const { id, staffId, organisationId, role, startedAt, endedAt, version } = membership;
  const state = membershipStateOf(membership);
  const open = membershipLifecycle.openMoves(state, membershipFacts(actor, colleague, membership));
  return {
    ...{ id, staffId, organisationId, role, state, startedAt, endedAt, version },
    openMoves: manages(actor.role) ? open : [],
  };
}
