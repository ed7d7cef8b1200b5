/** What the CDN tells browsers beside what the origin says; `infra/local` plays the CDN and says the same. */

const always = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/**
 * Of published files: for any site (the counter's script stands in pages of members), and may do nothing by themselves.
 * Pictures and the page of an outage bring their own styles, and load nothing.
 */
export const fileHeaders = {
  ...always,
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

/**
 * Of answers that say nothing themselves: the functions say all of it, but the API's gateway answers for itself where a
 * token of staff is missing or a route is unknown.
 */
export const answerHeaders = {
  ...always,
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/** Of pictures that people sent. Each is a PNG of our drawing; were one ever anything else, it could do nothing still. */
export const pictureHeaders = {
  ...fileHeaders,
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
};
