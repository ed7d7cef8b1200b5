import { useEffect, useState } from "preact/hooks";
import { t } from "./texts/texts.ts";

/** Says so while the browser has no network at all; what was typed is kept, and lists ask again when it is back. */
export function Connection() {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return <div role="status">{!isOnline && <p class="offline">{t("console.offline")}</p>}</div>;
}
