/**
 * Statuses in place of whose answers people read a page of ours, in each language: what the CDN says where it does not reach
 * the API, and what the API's gateway says where no function has answered in time (503; our functions never say it). Not 500,
 * which the functions say too, with an id to quote; nor 429, for which CloudFront takes no page.
 */
export const ownPageFor: readonly number[] = [502, 503, 504];
