/** Of a picture that somebody sent. It is a PNG of our drawing; were it ever anything else, it could do nothing still. */
export const picturePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
