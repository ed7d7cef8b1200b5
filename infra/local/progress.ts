/** Says one step at a time, with how long each took since the start. */
export class Progress {
  private readonly started = performance.now();
  private readonly write: (line: string) => void;

  constructor(write: (line: string) => void) {
    this.write = write;
  }

  /** Seconds since the start. */
  get seconds(): string {
    return ((performance.now() - this.started) / 1000).toFixed(1).padStart(5);
  }

  say(what: string): void {
    this.write(`${this.seconds} s  ${what}`);
  }

  async step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    const result = await work();
    this.say(`${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    return result;
  }
}
