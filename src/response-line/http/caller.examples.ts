/** What can be sent about callers of the line. Nobody in it exists. */
export const EXAMPLES_OF_CALLERS = {
  NewCallerRequest: {
    alias: {
      alias: 'Fox',
      language: 'en',
      whereToCall: 'Text first, evenings only',
      mayBeCalledBack: true,
      remember: ['My dog is called Biscuit', 'Ask me before you send anybody'],
    },
  },
  ChangeCallerRequest: { quiet: { whereToCall: null, mayBeCalledBack: false } },
  SearchCallersRequest: { alias: { text: 'fox' } },
  RememberRequest: { asked: { text: 'I would rather talk to a woman' } },
  ChangeNoteRequest: { words: { text: 'I would rather talk to a woman, in the evening' } },
  MoveNoteRequest: { let_go: { move: 'let_go' } },
} as const;
