import { EventPicture, OwnPicture } from "../../shared/contracts/proposal.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { InvalidRequest, NotAllowed } from "../../shared/domain/refused.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { campaignDetails } from "../../shared/table/scope.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { formAgain } from "../edge/form-again.ts";
import { withPhoto } from "../edge/form-files.ts";
import { pageLocale } from "../edge/locale.ts";
import { problemReplyPage } from "../edge/problem-page.ts";
import { html, json, seeOther } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { staffEvent } from "./decide.ts";
import { firstLanguage } from "./event-texts.ts";
import { mayReplace, type OwnPages, organizePageFor, ownEvent } from "./organize-page.ts";
import { editPicture, keptPicture, type Picturing, showPicture } from "./picture.ts";
import { proposalRoutes } from "./proposal-routes.ts";
import type { Proposing } from "./propose.ts";
import { staffView } from "./staff-view.ts";

export type PictureGround = Proposing & Picturing & OwnPages;

/** Whatever may bring a picture: a proposal, its proposer's own page, and organizers. */
export function pictureRoutes(
  ground: PictureGround,
): Routes<RouteKey<"events-proposals"> | RouteKey<"events-proposals-staff">> {
  const own = ownRoute(ground);
  return {
    ...proposalRoutes(ground),
    "POST /organize/{token}/picture": own,
    "POST /{locale}/organize/{token}/picture": own,
    "GET /api/staff/events/{slug}/picture": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        const event = await staffEvent(ground.table, asked.params.slug ?? "");
        return json(200, await keptPicture(ground, event));
      },
    },
    "POST /api/staff/events/{slug}/picture": {
      files: withPhoto("picture"),
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const edit = check(EventPicture, asked.body);
        return json(200, staffView(await editPicture(ground, { slug: asked.params.slug ?? "", edit, who })));
      },
    },
  };
}

/** Whoever proposed it takes the picture away at once; shows another one where theirs needs nobody's look. */
function ownRoute(ground: PictureGround): Route {
  return {
    files: withPhoto("picture"),
    async handle(asked) {
      const event = await ownEvent(ground, asked);
      const { remove, picture, pictureAlt = "" } = check(OwnPicture, asked.body);
      const who = "proposer";
      if (remove) {
        if (event.picture) await showPicture(ground, event, { picture: null, who });
      } else {
        if (!mayReplace(event, await campaignDetails(ground.table, event.campaign))) throw new NotAllowed();
        const alt = { [firstLanguage(event)]: pictureAlt };
        await showPicture(ground, event, { picture, alt, who });
      }
      return seeOther(pagePath(pageLocale(asked), `/organize/${asked.params.token}`));
    },
    show: async (asked, problem, refusal) =>
      refusal instanceof InvalidRequest
        ? html(
            problem.status,
            await organizePageFor(ground, asked, { pictureForm: formAgain(asked, refusal) }),
          )
        : problemReplyPage(ground, asked, problem),
  };
}
