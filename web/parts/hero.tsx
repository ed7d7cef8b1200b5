import type { ComponentChildren } from "preact";
import { asset } from "../asset.ts";
import type { TextLang } from "../view.ts";

interface Props {
  eyebrow?: ComponentChildren;
  title: string;
  /** The heading around the title, where the title alone would not tell the page from another. */
  heading?: (title: ComponentChildren) => ComponentChildren;
  lead?: string | undefined;
  /** The languages of title and lead, where they are not the page's. */
  lang?: TextLang | undefined;
  children?: ComponentChildren;
}

/** Letters of a title that would fill the band by itself at the size of a short one. */
const long = 36;

/** The band that the day, the campaign and the start page open with: what it is, the number, the next step. */
export function Hero({ eyebrow, title, heading = (alone) => alone, lead, lang, children }: Props) {
  return (
    <div class="hero">
      <div class="hero-inside">
        <div class="hero-words">
          {eyebrow && <p class="eyebrow">{eyebrow}</p>}
          <h1 class={title.length > long ? "long" : undefined}>
            {heading(<bdi lang={lang?.title}>{title}</bdi>)}
          </h1>
          {lead && (
            <p class="lead">
              <bdi lang={lang?.summary}>{lead}</bdi>
            </p>
          )}
          {children}
        </div>
        <img
          class="hero-picture"
          fetchpriority="high"
          src={asset("people.svg")}
          alt=""
          width="640"
          height="640"
        />
      </div>
    </div>
  );
}
