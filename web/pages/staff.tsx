import { asset } from "../asset.ts";
import { document } from "../parts/document.ts";

/** Where staff sign in: the app client of the user pool, and Cognito's address. */
export interface StaffDoor {
  client: string;
  signIn: string;
}

/** The page that the staff console (`web/staff/console.tsx`) runs in. Staff tools may ask for script; the public site never does. */
export function staffPage({ client, signIn }: StaffDoor): string {
  return document(
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Staff console – Global Encryption Coalition</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#083d38" />
        <link rel="stylesheet" href={asset("site.css")} />
        <link rel="stylesheet" href={asset("staff.css")} />
        <link rel="icon" href={asset("favicon.svg")} type="image/svg+xml" />
        <script type="module" src={asset("staff.js")} />
      </head>
      <body class="staff">
        <div id="console" data-client={client} data-sign-in={signIn} data-mark={asset("mark.svg")}>
          <noscript>
            <p class="noscript">The staff console needs JavaScript. Please allow it for this page.</p>
          </noscript>
        </div>
      </body>
    </html>,
  );
}
