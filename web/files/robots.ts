/** Everything that is linked may be found; what a mail leads to is for one person. */
export function robots(origin: string): string {
  const personal = [
    "/api/",
    "/staff",
    "/*/confirm/",
    "/confirm/",
    "/*/manage/",
    "/manage/",
    "/*/unsubscribe/",
    "/unsubscribe/",
  ];
  return [
    "User-agent: *",
    ...personal.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
}
