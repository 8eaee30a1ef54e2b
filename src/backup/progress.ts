/** What a long piece of work says while it goes on. */
export interface Progress {
  step(text: string): void;
  /** Oftener than anybody wants to read; shown at most every two seconds. */
  within(text: () => string): void;
}

/** Milliseconds. */
const PACE = 2_000;

export function progressTo(write: (line: string) => void): Progress {
  let shown = performance.now();
  const show = (text: string) => {
    shown = performance.now();
    write(text);
  };
  return {
    step: show,
    within: (text) => {
      if (performance.now() - shown > PACE) show(text());
    },
  };
}
