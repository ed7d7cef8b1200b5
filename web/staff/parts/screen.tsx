import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../texts/texts.ts";

interface ScreenProps {
  title: string;
  /** The list that this page was opened from. */
  up?: { href: string; text: string };
  lead?: string;
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** One page of the console; its title names the list too, since an event may bear its campaign's name. Its heading takes the focus when it comes, so that it is read and keys start from there. */
export function Screen({ title, up, lead, beside, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = [title, up?.text, t("console.title")].filter(Boolean).join(" – ");
  }, [title, up?.text]);
  return (
    <>
      {up && (
        <p class="up">
          <a href={up.href} data-key="u" aria-keyshortcuts="u">
            {up.text}
          </a>
        </p>
      )}
      <div class="screen-head">
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h1>
        {beside}
      </div>
      {lead && <p class="hint">{lead}</p>}
      {children}
    </>
  );
}
