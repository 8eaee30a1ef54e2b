const RECEIVER = '019ab1f2-b072-7c8e-8f90-123456789012';

/** What can be sent about referrals. Nobody in it exists. */
export const EXAMPLES_OF_REFERRALS = {
  DraftReferralRequest: {
    programme: {
      receiverOrganisationId: RECEIVER,
      asksFor: 'residential_programme',
      urgency: 'soon',
      askedBy: 'client',
      sharedClasses: ['identity_name', 'substance_use'],
      reason: 'Wants ninety days away from the city',
      ownWords: 'I am ready to go for a while',
      summaries: [{ class: 'substance_use', text: 'Would like to stop using alone' }],
    },
    outside: {
      outside: { name: 'Housing office', phone: '403 555 0142', by: 'phone' },
      asksFor: 'housing',
      agreedHow: 'in_person',
    },
  },
  DraftCallerReferralRequest: {
    alias: { receiverOrganisationId: RECEIVER, asksFor: 'peer_support', urgency: 'tonight', agreedHow: 'phone' },
  },
  ChangeReferralRequest: { urgency: { urgency: 'urgent', ownWords: null } },
  MoveReferralRequest: { send: { move: 'send', note: 'Told them on the phone as well' } },
  TellOutcomeRequest: { client: { to: 'client', note: 'On the phone' } },
  ChangeAgreementRequest: { ended: { ended: true } },
  ReceiveCallerRequest: { record: { goesBy: 'Fox' } },
};
