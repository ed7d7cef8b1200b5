import { agoIfStale, type Count, readCount, watch } from "../counting/watch.ts";
import { followHeights } from "../framing/follow-heights.ts";

/**
 * A counter for any site, as one line of HTML:
 *
 *     <script async src="https://…/embed/counter.js"></script>
 *     <encryption-counter scope="campaign.…" lang="ar"><a href="https://…">Label</a></encryption-counter>
 *
 * The line of a form brings it too, for one thing: its frame gets as high as the form in it.
 *
 * What stands inside the element is its label; it is also what is seen without script. It asks nobody but us, sends no
 * cookie and no referrer, and needs no right to inline styles or to HTML out of text on the page that it stands on.
 */

const own = new URL((document.currentScript as HTMLScriptElement).src).origin;

const styles = new CSSStyleSheet();
styles.replaceSync(`
:host{display:inline-block;min-inline-size:14em;padding:1em 1.25em;border-radius:.5em;background:#083d38;color:#fff;
font:400 1rem/1.4 system-ui,sans-serif}
:host([hidden]){display:none}
strong{display:block;font-size:2.75em;line-height:1.1;font-weight:800;color:#ffd23f;font-variant-numeric:tabular-nums}
::slotted(a){color:#a9e5d2!important}
progress{display:block;appearance:none;inline-size:100%;block-size:.5em;margin-block-start:.75em;border:0;border-radius:1em;
background:#fff3;overflow:hidden}
progress[hidden]{display:none}
progress::-webkit-progress-bar{background:none}
progress::-webkit-progress-value{background:#ffd23f}
progress::-moz-progress-bar{background:#ffd23f}
small{display:block;margin-block-start:.5em;color:#a9e5d2}
`);

class EncryptionCounter extends HTMLElement {
  static observedAttributes = ["scope"];

  private readonly figure = made("strong");
  private readonly bar = made("progress");
  private readonly age = made("small");
  private at = Date.now();
  private stop: (() => void) | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles];
    this.figure.textContent = "…";
    this.bar.hidden = true;
    this.bar.ariaHidden = "true";
    root.append(this.figure, made("slot"), this.bar, this.age);
  }

  connectedCallback(): void {
    this.stop?.();
    this.stop = watch(this, () => this.refresh());
    this.refresh();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.refresh();
  }

  /** The language is that of the page where the element says none. */
  private get locale(): string | undefined {
    return this.closest<HTMLElement>("[lang]")?.lang || undefined;
  }

  private async refresh(): Promise<boolean> {
    const scope = encodeURIComponent(this.getAttribute("scope") ?? "coalition");
    const answer = await readCount(`${own}/api/counts/${scope}`).catch(() => undefined);
    if (answer) this.at = answer.at;
    this.age.textContent = agoIfStale(this.at, this.locale) ?? "";
    return answer !== undefined && this.show(answer.count);
  }

  private show({ people, goal }: Count): boolean {
    const text = people.toLocaleString(this.locale);
    const moved = this.figure.textContent !== text;
    this.figure.textContent = text;
    this.bar.hidden = !goal;
    if (goal) {
      this.bar.max = goal;
      this.bar.value = Math.min(people, goal);
    }
    return moved;
  }
}

function made<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  return document.createElement(name);
}

// Two lines on one page bring the script twice.
if (!customElements.get("encryption-counter")) {
  customElements.define("encryption-counter", EncryptionCounter);
  followHeights(own);
}
