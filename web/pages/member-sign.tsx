import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { MemberSigns } from "../parts/member-statements.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { TextView } from "../signing-view.ts";
import type { View } from "../view.ts";

/** What a member signs, and the press that signs it. */
export function memberSignPage(props: {
  view: View;
  token: string;
  statement: { slug: string; title: string; text: TextView };
}): string {
  return document(
    <Frame view={props.view} title={props.statement.title} personal head={<SigningSheet />}>
      <div class="single">
        <MemberSigns {...props} />
      </div>
    </Frame>,
  );
}
