import { EXAMPLES_OF_ADMISSIONS } from './admissions/http/admission.examples.js';
import { EXAMPLES_OF_REFERRALS } from './referrals/http/referral.examples.js';
import { EXAMPLES_OF_CALLERS } from './response-line/http/caller.examples.js';

type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const MEMBERSHIP = '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234';
const OWN_ID = '019ab1f2-8d4f-7e5b-8c6d-7e8f90123456';
const CLIENT = '019ab1f2-9e50-7f6c-9d7e-8f9012345678';
const OTHER_CLIENT = '019ab1f2-9e51-7b2d-8a1c-234567890abc';
const REFERRAL = '019ab1f2-b072-7c8e-8a9f-0123456789ab';
const GOAL = '019ab1f2-af61-7a7d-8e8f-901234567890';
const PASSWORD = 'river lantern otter ninety';
const TOKEN = 'q1v3eB0Yt7mJc5K2nXwZr8uLh4sDf6gPa9iToV_-QmE';
const CLINIC = { kind: 'clinic', province: 'AB', timeZone: 'America/Edmonton', languages: ['en', 'fr'] };
const CONTACT = { channel: 'phone', outcome: 'reached', happenedAt: '2026-11-03T14:30:00-07:00', minutes: 20 };
const EXPLAINED = { howGiven: 'in_person', language: 'fr', copyGiven: true };
const ENDING = { end: { move: 'end' } };

/**
 * What can be sent, by the class of the request and a name. Nobody in it exists. A contract test sends each of them, with
 * the ids and tokens of its own records put in.
 */
export const API_EXAMPLES: Examples = {
  LoginRequest: { login: { email: 'maya@example.org', password: PASSWORD } },
  SecondEntryRequest: { code: { pendingToken: TOKEN, code: '492039' } },
  CodeRequest: { moment: { code: '492039' }, recovery: { code: '7k2m-p9xd-hw4q' } },
  LinkCodeRequest: { code: { code: '492039' } },
  HandForm: { leave: { f: TOKEN } },
  ReceivedForm: { leave: { f: TOKEN } },
  AnswerForm: { accept: { f: TOKEN, version: '2', move: 'accept' } },
  ReceiverCodeRequest: { code: { code: '492039' } },
  WithdrawForm: { withdraw: { f: TOKEN, consent: OWN_ID, version: '1' } },
  RefreshRequest: { refresh: { refreshToken: TOKEN } },
  ChangePasswordRequest: { change: { currentPassword: PASSWORD, newPassword: 'harbour violet seventeen kettle' } },
  SwitchMembershipRequest: { switch: { membershipId: MEMBERSHIP } },
  AcceptInvitationRequest: { invited: { token: TOKEN, password: PASSWORD } },
  InviteStaffRequest: {
    counsellor: { email: 'sam@example.org', displayName: 'Sam Okafor', language: 'fr', role: 'counsellor' },
  },
  NewOrganisationRequest: { clinic: { name: 'Sarcee Trail Clinic', ...CLINIC } },
  ChangeOrganisationRequest: { name: { name: 'Sarcee Trail Community Clinic' } },
  ChangeStaffRequest: { language: { displayName: 'Sam Okafor-Roy', language: 'en' } },
  MoveStaffRequest: { disable: { move: 'disable' } },
  NewMembershipRequest: { coordinator: { role: 'coordinator' } },
  MoveMembershipRequest: { change_role: { move: 'change_role', role: 'physician' }, ...ENDING },
  CreateClientRequest: { alias: { goesBy: 'Wren', pronouns: 'she/her', languages: ['fr-CA', 'en'] } },
  ChangeClientRequest: { pronouns: { pronouns: 'they/them', heardOfUs: 'peer' } },
  LinkCallerRequest: {
    chosen: {
      referralId: REFERRAL,
      parts: ['remembered'],
      howGiven: 'in_person',
      said: 'Yes, that was me. Biscuit may stand here too.',
    },
  },
  MoveCallerLinkRequest: { unlink: { move: 'unlink' } },
  NewServiceRequest: {
    programme: {
      name: 'Ninety days by the river',
      kind: 'residential_programme',
      languages: ['en'],
      lengthDays: 90,
      intakeRhythm: 'every_two_weeks',
      effectOnIncome: 'suspended',
      oatInside: 'given_there',
      callInEveryDays: 7,
    },
  },
  ChangeServiceRequest: { cost: { monthlyCost: 0, about: 'Ninety days in a small group, with treatment going on.' } },
  MoveServiceRequest: { close: { move: 'close' } },
  WriteEligibilityRequest: {
    handbook: {
      asOf: '2026-11-02',
      source: 'Handbook for applicants, page 4',
      criteria: [
        { kind: 'age', min: 18, max: 29 },
        { kind: 'catchment', values: ['Foothills'] },
        { kind: 'oat', values: ['none', 'buprenorphine', 'methadone'] },
        { kind: 'documents', values: ['health_card'] },
      ],
    },
  },
  ConfirmCapacityRequest: { counted: { free: 2, places: 12, waiting: 5 } },
  MatchServicesRequest: {
    programmes: {
      kind: 'residential_programme',
      facts: { oat: 'methadone', days_without_use: 3, catchment: 'Foothills' },
    },
  },
  ...EXAMPLES_OF_CALLERS,
  ...EXAMPLES_OF_REFERRALS,
  ...EXAMPLES_OF_ADMISSIONS,
  SearchClientsRequest: { name: { text: 'wren 0142' } },
  OpenBreakGlassRequest: {
    cannot_be_asked: { because: 'cannot_be_asked', reason: 'Brought in without consciousness, medicines unknown.' },
  },
  MoveBreakGlassRequest: { close: { move: 'close' } },
  AddNameRequest: { line: { setting: 'line', name: 'Plover' } },
  ChangeNameRequest: { note: { note: 'Only when she calls the line.' } },
  AddChannelRequest: {
    phone: {
      kind: 'phone',
      value: '403 555 0142',
      mayContact: true,
      safeHours: [{ days: [1, 2, 3, 4, 5], from: '17:00', to: '21:30' }],
      sayWho: 'Maya from the library',
    },
  },
  ChangeChannelRequest: { voicemail: { mayLeaveVoicemail: false, sayWhat: 'Only that you called.' } },
  AddSupporterRequest: { sister: { name: 'Joan', mayBeTold: 'only_that_we_try_to_reach', relation: 'my sister' } },
  ChangeSupporterRequest: { ask: { mayBeTold: 'ask_each_time' } },
  EndRequest: ENDING,
  JoinCareTeamRequest: { join: { membershipId: MEMBERSHIP } },
  MoveCareTeamRequest: { make_primary: { move: 'make_primary' }, end: { move: 'end', because: 'handed_over' } },
  PreviewLinkRequest: { other: { otherClientId: OTHER_CLIENT } },
  JoinRecordsRequest: {
    said: {
      otherClientId: OTHER_CLIENT,
      because: 'client_said',
      agreedHow: 'in_person',
      agreedAt: '2026-11-03T14:30:00-07:00',
    },
  },
  MoveLinkRequest: { part: { move: 'part', because: 'client_asked' } },
  SetAsidePairRequest: { relatives: { clientId: CLIENT, otherClientId: OTHER_CLIENT, because: 'relatives' } },
  RecordConsentRequest: {
    permit: {
      decision: 'permit',
      recipient: { organisationId: OWN_ID, role: 'physician' },
      classes: ['identity_name', 'coordination', 'medication'],
      purposes: ['treatment'],
      until: '2099-11-23T00:00:00-07:00',
      ...EXPLAINED,
      ownWords: 'My doctor there may know what I take.',
    },
    deny: { decision: 'deny', recipient: { organisationId: OWN_ID }, classes: ['mental_health'], ...EXPLAINED },
  },
  MoveConsentRequest: {
    withdraw: { move: 'withdraw', note: 'She no longer goes there.' },
    enter_in_error: { move: 'enter_in_error' },
  },
  LogContactRequest: {
    call: { ...CONTACT, purposes: ['check_in'], goalToday: 'To sleep somewhere quiet.' },
    try: { channel: 'text', outcome: 'no_answer' },
    visit: {
      ...CONTACT,
      ...{ channel: 'in_person', setting: 'pharmacy', accompaniedTo: 'pharmacy', accompaniment: 'together' },
      answers: { mood_low: { answer: 'no' }, sleep_poor: { answer: 'unknown' } },
      followUps: [{ title: 'Ask when the pharmacy opens on Sundays', dueOn: '2026-12-04' }],
    },
  },
  AmendContactRequest: { minutes: { minutes: 25, note: 'She called back later that day.' } },
  MoveContactRequest: { retract: { move: 'retract' } },
  ContactBatchRequest: {
    one: {
      items: [
        {
          id: OWN_ID,
          clientId: CLIENT,
          ...CONTACT,
        },
      ],
    },
  },
  AddGoalRequest: { goal: { ownWords: 'I want my own door to lock.', rank: 1 } },
  ChangeGoalRequest: { reviewed: { reviewedAt: '2026-11-03T14:30:00-07:00', rank: 2 } },
  MoveGoalRequest: {
    begin: { move: 'begin' },
    reach: { move: 'reach', note: 'She has the keys.' },
    set_aside: { move: 'set_aside' },
    become: { move: 'become', becomes: GOAL },
    retract: { move: 'retract' },
  },
  AddStepRequest: { step: { text: 'Ask when evening classes begin', dueOn: '2026-12-04' } },
  ChangeStepRequest: { later: { dueOn: '2026-12-11' } },
  MoveStepRequest: { finish: { move: 'finish' }, drop: { move: 'drop' } },
  NoteNeedRequest: {
    housing: { domain: 'housing', ownWords: 'I cannot sleep at the shelter.', housingStatus: 'emergency_sheltered' },
  },
  ChangeNeedRequest: { wanted: { wantsHelp: 'yes', rank: 1 } },
  MoveNeedRequest: {
    begin: { move: 'begin' },
    meet: { move: 'meet' },
    confirm: { move: 'confirm', confirmedBy: 'client' },
    set_aside: { move: 'set_aside' },
    retract: { move: 'retract' },
  },
  PlanActionRequest: { call: { title: 'Call the housing agency together', dueOn: '2026-12-04' } },
  OpenTaskRequest: { call: { kind: 'call_her_back', title: 'Call about the room', due: { on: '2026-12-04' } } },
  ChangeTaskRequest: { later: { due: { at: '2026-12-07T15:00:00-07:00' } } },
  MoveTaskRequest: {
    complete: { move: 'complete' },
    set_aside: { move: 'set_aside', reason: 'client_asked', until: '2030-01-07' },
    hand_over: { move: 'hand_over', to: { membershipId: MEMBERSHIP } },
    client_declines: { move: 'client_declines', note: 'She does not want this now.' },
  },
  MoveNoticeRequest: { mark_read: { move: 'mark_read' } },
  WriteSectionRequest: { know_about_me: { section: 'know_about_me', text: 'Call me by my alias at the front desk.' } },
  ChangeSectionRequest: { text: { text: 'Call me Wren everywhere, please.' } },
  SignPlanRequest: { now: {} },
  MakeHandLinkRequest: { phone: { codeTold: 'phone', language: 'fr' } },
  MoveHandLinkRequest: { take_back: { move: 'take_back' } },
  MakeReceiverLinkRequest: { phone: { codeTold: 'phone', language: 'en', senderPhone: '403 555 0142, weekdays' } },
  MoveReceiverLinkRequest: { take_back: { move: 'take_back' } },
  OpenReceivedRequest: { open: { link: TOKEN, code: '204815' } },
  MoveReceivedRequest: {
    accept: { move: 'accept' },
    decline: { move: 'decline', because: 'no_capacity' },
    ask: { move: 'ask', question: 'Is a bed on the ground floor needed?' },
  },
  OpenSessionRequest: { open: { link: TOKEN, code: '204815' } },
  NewLegalHoldRequest: { complaint: { because: 'complaint' } },
  MoveLegalHoldRequest: { lift: { move: 'lift', because: 'dispute_settled' } },
  NewErasureRequest: { asked: { because: 'client_asked' } },
  NewCallerErasureRequest: { asked: { because: 'caller_asked' } },
  MoveErasureRequest: { approve: { move: 'approve' } },
  MoveRetentionRuleRequest: { approve: { move: 'approve' } },
};
