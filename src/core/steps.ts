/** Work that is written in steps, so that whoever has to can let others work in between. */

/** Does all of it at once, and gives back what it returns. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
