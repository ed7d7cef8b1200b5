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
    const pressed = keyboard(openHelp);
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [openHelp]);
}

function keyboard(openHelp: () => void): (event: KeyboardEvent) => void {
  let wentAt = Number.NEGATIVE_INFINITY;
  const isDone = ({ key, timeStamp }: KeyboardEvent): boolean => {
    if (timeStamp - wentAt < patience) {
      wentAt = Number.NEGATIVE_INFINITY;
      return goTo(key);
    }
    if (key !== "g") return press(key, openHelp);
    wentAt = timeStamp;
    return true;
  };
  return (event) => {
    if (isSending(event)) send(event);
    else if (areKeysOn() && !isTaken(event) && isDone(event)) event.preventDefault();
  };
}

/** To a section, if it is one of theirs. */
function goTo(key: string): boolean {
  const section = sections.find((one) => one.key === key);
  if (!section || !document.querySelector(`nav a[href="${section.path}"]`)) return false;
  go(section.path);
  return true;
}

function press(key: string, openHelp: () => void): boolean {
  if (key !== "?") return act(key);
  openHelp();
  return true;
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
  const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  return event.defaultPrevented || isHeld || isOverlaid() || isTypedInto(event.target as HTMLElement);
}

function isOverlaid(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

function isTypedInto(target: HTMLElement): boolean {
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
