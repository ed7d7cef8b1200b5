import { useEffect, useState } from "preact/hooks";
import { t } from "../texts/texts.ts";

/** After this, somebody wonders whether anything is happening at all. Milliseconds. */
const long = 5_000;

/** Stands where an answer will be. */
export function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), long);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="waiting" role="status">
      {t(isLong ? "console.loading.long" : "console.loading")}
    </p>
  );
}
