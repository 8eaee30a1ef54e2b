import { Module } from '@nestjs/common';
import { AddStaff } from './application/add-staff.js';
import { ChangeOrganisation } from './application/change-organisation.js';
import { ChangeStaff } from './application/change-staff.js';
import { FindOrganisations } from './application/find-organisations.js';
import { FindStaff } from './application/find-staff.js';
import { FoundPeople } from './application/found-people.js';
import { MoveMembership } from './application/move-membership.js';
import { MoveStaff } from './application/move-staff.js';
import { OwnStaff } from './application/own-staff.js';
import { RegisterOrganisation } from './application/register-organisation.js';
import { StartMembership } from './application/start-membership.js';
import { MembershipsController } from './http/memberships.controller.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { StaffController } from './http/staff.controller.js';
import { MembershipNotices } from './persistence/membership-notices.js';
import { OrganisationStore } from './persistence/organisation.store.js';
import { StaffStore } from './persistence/staff.store.js';

const STAFF = [FindStaff, AddStaff, OwnStaff, ChangeStaff, MoveStaff, StartMembership, MoveMembership];

@Module({
  controllers: [OrganisationsController, StaffController, MembershipsController],
  providers: [
    OrganisationStore,
    StaffStore,
    MembershipNotices,
    FoundPeople,
    FindOrganisations,
    RegisterOrganisation,
    ChangeOrganisation,
    ...STAFF,
  ],
  exports: [FoundPeople, AddStaff, OwnStaff],
})
export class OrganisationsModule {}
