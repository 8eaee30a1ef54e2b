/** Tries again until it holds, or throws what it threw last. Milliseconds. */
export async function eventually(holds: () => Promise<void>, within = 10_000): Promise<void> {
  const end = performance.now() + within;
  for (;;) {
    try {
      await holds();
      return;
    } catch (fault) {
      if (performance.now() > end) throw fault;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }
}
