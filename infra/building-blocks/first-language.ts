import { FunctionCode } from "aws-cdk-lib/aws-cloudfront";
import { locales } from "../../shared/locales/speak.ts";

/**
 * What the CDN does with a visit to `/` before it looks into its cache: out of the thousands of `Accept-Language` headers
 * it makes one of our languages, so that the cache keeps one answer for each of them; who comes by a link of our own asks
 * in English. The function behind still decides (functions/website/first-visit.ts). Written in what cloudfront-js-2.0
 * knows.
 */
export function firstLanguageCode(): string {
  return `var known = ${JSON.stringify(locales)};
function handler(event) {
  var request = event.request;
  var headers = request.headers;
  var own = headers["sec-fetch-site"] && headers["sec-fetch-site"].value === "same-origin";
  var wanted = own || !headers["accept-language"] ? "en" : headers["accept-language"].value;
  headers["accept-language"] = { value: nearest(wanted) };
  return request;
}
function nearest(wanted) {
  var best = "en";
  var most = 0;
  wanted.split(",").forEach(function (part) {
    var pieces = part.trim().split(";");
    var language = pieces[0].toLowerCase().split("-")[0];
    var q = 1;
    pieces.slice(1).forEach(function (piece) {
      var found = /^\\s*q=([\\d.]+)/.exec(piece);
      if (found) q = Number(found[1]);
    });
    if (q > most && known.indexOf(language) >= 0) {
      best = language;
      most = q;
    }
  });
  return best;
}
`;
}

export const firstLanguage = () => FunctionCode.fromInline(firstLanguageCode());
