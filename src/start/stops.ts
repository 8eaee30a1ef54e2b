/** Milliseconds. Longer than a request may take, shorter than the 30 seconds that a container is given. */
const PATIENCE = 25_000;
/** A terminal and npm both pass Ctrl-C on, a moment apart: that is not somebody in a hurry. */
const ONE_KEYSTROKE = 1_000;

type Stop = () => Promise<unknown>;

/** What was opened, closed again in the opposite order. */
export class Stops {
  private readonly opened: Stop[] = [];
  private stopping: Promise<void> | undefined;

  add(stop: Stop): void {
    this.opened.push(stop);
  }

  /** Once, however often it is asked. What does not close leaves the others their turn. */
  all(): Promise<void> {
    this.stopping ??= this.closeAll();
    return this.stopping;
  }

  private async closeAll(): Promise<void> {
    for (let stop = this.opened.pop(); stop; stop = this.opened.pop()) {
      await stop().catch((fault: unknown) => process.stderr.write(`While stopping: ${String(fault)}\n`));
    }
  }
}

/** Ctrl-C and SIGTERM close everything in order; asking again, or waiting too long, ends it at once. */
export function stopOnSignal(stops: Stops): void {
  let first = 0;
  const stop = () => {
    const now = performance.now();
    if (first > 0) {
      if (now - first > ONE_KEYSTROKE) process.exit(1);
      return;
    }
    first = now;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    void stops.all().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
}
