import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../texts/texts.ts";

interface SheetProps {
  title: string;
  /** Without it, the sheet stays until what it asks for is done. */
  close?: () => void;
  children: ComponentChildren;
}

/** A sheet over the page: the browser holds the focus in it and gives it back. */
export function Sheet({ title, close, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before what is in it chooses where the focus goes.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="sheet-over"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      {close && (
        <div class="sheet-head">
          <h2>{title}</h2>
          <button type="button" class="button-quiet" onClick={close}>
            {t("keys.close")}
          </button>
        </div>
      )}
      {children}
    </dialog>
  );
}
