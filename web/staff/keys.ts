import { useEffect } from "preact/hooks";
import { go } from "./place.ts";
import { sections } from "./sections.ts";

/** Whether single keys do things; some people speak to their computer, or hit keys by chance (WCAG 2.1.4). */
const place = "staff-keys";
export const areKeysOn = (): boolean => localStorage.getItem(place) !== "off";
export const turnKeys = (on: boolean): void => localStorage.setItem(place, on ? "on" : "off");

/** After `g`, the next key within this time names a section. Milliseconds. */
const patience = 1_500;

/**
 * Keys of the whole console. What a key does on a page stands on the page: it presses what has `data-key`, so a key
 * never does anything that is not there to be clicked.
 */
export function useKeys(openHelp: () => void): void {
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent): void => {
      if (isSending(event)) return send(event);
      if (!areKeysOn() || isTaken(event)) return;
      const goes = event.timeStamp - wentAt < patience;
      wentAt = Number.NEGATIVE_INFINITY;
      if (goes) {
        const section = sections.find(({ key }) => key === event.key);
        if (section && document.querySelector(`nav a[href="${section.path}"]`)) go(section.path);
      } else if (event.key === "g") wentAt = event.timeStamp;
      else if (event.key === "?") openHelp();
      else if (!act(event.key)) return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [openHelp]);
}

function isSending({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey);
}

function send(event: KeyboardEvent): void {
  const form = (event.target as Element).closest("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

/** Somebody types, holds another key, or has a dialog open. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  const target = event.target as HTMLElement;
  const isRadio = target instanceof HTMLInputElement && ["radio", "checkbox"].includes(target.type);
  return !isRadio && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function act(key: string): boolean {
  if (key === "j" || key === "k") return moveRow(key === "j" ? 1 : -1);
  const name = key === "/" ? "slash" : key;
  if (!/^[a-z]+$/.test(name)) return false;
  const found = document.querySelector<HTMLElement>(`[data-key="${name}"]`);
  if (!found) return false;
  found.focus();
  if (!/^(?:INPUT|SELECT|TEXTAREA)$/.test(found.tagName) || (found as HTMLInputElement).type === "radio")
    found.click();
  return true;
}

/** To the row's link, so that Enter opens it and a screen reader reads it. */
function moveRow(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  if (rows.length === 0) return false;
  const now = rows.indexOf(document.activeElement as HTMLElement);
  const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1);
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: "nearest" });
  return true;
}
