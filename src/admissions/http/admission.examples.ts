const MEMBERSHIP = '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234';

/** What can be sent about dates, beds and stays. Nobody in it exists. */
export const EXAMPLES_OF_ADMISSIONS = {
  OfferDateRequest: {
    date: {
      offeredFor: '2099-02-02T10:00:00-07:00',
      zone: 'America/Edmonton',
      channel: 'through_worker',
      answerBy: '2099-01-30T16:00:00-07:00',
      transport: 'to_arrange',
      beforeSteps: [{ step: 'medical_clearance', done: null }],
      note: 'Come to the front desk and ask for Ana.',
    },
    walked_in: {
      offeredFor: '2026-11-03T14:30:00-07:00',
      zone: 'America/Edmonton',
      channel: 'in_person',
      outcome: 'client_not_ready_today',
      inTheWay: 'I did not sleep and could not sit with all the people there.',
      wouldHelp: 'To come in the afternoon, with Maya.',
    },
  },
  ArrangeAttemptRequest: {
    companion: { transport: 'arranged', accompaniedBy: MEMBERSHIP, beforeSteps: [{ step: 'documents', done: true }] },
  },
  MoveAttemptRequest: {
    confirm: { move: 'confirm', channel: 'phone' },
    another_day: {
      move: 'end',
      outcome: 'transport',
      inTheWay: 'The bus does not go there on Sundays.',
      nextTryOn: '2099-02-09',
      next: { offeredFor: '2099-02-09T10:00:00-07:00', zone: 'America/Edmonton', channel: 'phone' },
    },
    retract: { move: 'retract' },
  },
  NoteReachRequest: { call: { happenedAt: '2026-11-03T14:30:00-07:00', channel: 'phone', reached: false } },
  AddBedRequest: { window: { label: 'Room 4, window' } },
  ChangeBedRequest: { closed: { isClosed: true } },
  BeginStayRequest: { now: { plannedEndOn: '2099-05-03' } },
  ChangeStayRequest: { later: { plannedEndOn: '2099-06-01' } },
  MoveStayRequest: {
    weekend: { move: 'leave', leave: { because: 'weekend' } },
    end: { move: 'end', end: { because: 'completed', naloxone: 'given', toldOfLowerTolerance: true } },
    retract: { move: 'retract' },
  },
} as const;
