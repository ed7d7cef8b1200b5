import { speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";

/** What a phone shows when somebody keeps the site on their first screen. */
export function manifest() {
  const { t } = speak("en");
  return {
    name: t("coalition.name"),
    short_name: t("coalition.short-name"),
    start_url: "/",
    display: "browser",
    background_color: "#f5f9f6",
    theme_color: "#083d38",
    icons: [
      { src: asset("favicon.svg"), sizes: "any", type: "image/svg+xml" },
      { src: asset("icon-512.png"), sizes: "512x512", type: "image/png" },
    ],
  };
}
