import { useState } from "preact/hooks";
import { auditHref } from "../audit/subject.tsx";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import type { Acting } from "../events/acting.ts";
import { AttendanceForm } from "../events/attendance-form.tsx";
import { CapacityForm } from "../events/capacity-form.tsx";
import { DecideEvent } from "../events/decide-event.tsx";
import { DoorLink } from "../events/door-link.tsx";
import { EditEvent } from "../events/edit-event.tsx";
import { EventFacts } from "../events/event-facts.tsx";
import { PictureForm } from "../events/picture-form.tsx";
import { type StaffEvent, titleOf } from "../events/staff-event.ts";
import { VerbForms } from "../events/verb-forms.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { SeeAlso } from "../parts/see-also.tsx";
import { listAddress } from "../parts/up.ts";
import { registrantsHref } from "../registrants/scope.ts";
import { t, wordText } from "../texts/texts.ts";

/** One event: what it says on one side, what may be done with it on the other. */
export function EventScreen({ slug }: { slug: string }) {
  const { say } = useConsole();
  const mayAct = useMayAs("organizer");
  const asked = useAsked<StaffEvent>(`events/${encodeURIComponent(slug)}`);
  const [isEditing, setEditing] = useState(false);
  const event = asked.answer;
  const up = { href: listAddress("events"), text: t("events.title") };
  if (!event)
    return (
      <Screen key={String(asked.problem?.type)} title={t("events.title")} up={up}>
        {asked.problem ? (
          <ProblemBox problem={asked.problem} again={asked.again} />
        ) : (
          <p class="waiting">{t("console.loading")}</p>
        )}
      </Screen>
    );
  const done = (text: string): void => {
    say(text);
    setEditing(false);
    asked.again();
  };
  const acting = { event, done, again: asked.again };
  const isKnown = isKnownIn(event.state);
  return (
    <Screen
      key="event"
      title={titleOf(event)}
      up={up}
      beside={<span class={`tag state-${event.state}`}>{wordText("state", event.state)}</span>}
    >
      <div class="desk">
        <div class="desk-main">
          {isEditing ? (
            <EditEvent {...acting} close={() => setEditing(false)} />
          ) : (
            <EventFacts event={event} edit={mayAct && !asked.isAsking ? () => setEditing(true) : undefined} />
          )}
        </div>
        <div class="desk-side">
          {mayAct ? (
            <>
              <DecideEvent {...acting} />
              <VerbForms {...acting} />
              <DoorAndAttendance {...acting} />
              {event.state !== "cancelled" && (
                <>
                  <CapacityForm {...acting} />
                  <PictureForm key={event.picture?.path} {...acting} />
                </>
              )}
            </>
          ) : (
            <p class="hint">{t("event.not-yours")}</p>
          )}
          <SeeAlso
            ways={[
              isKnown &&
                mayAct && { href: registrantsHref(event.scope), text: t("registrants.link"), key: "r" },
              { href: auditHref(event.scope), text: t("audit.link") },
            ]}
          />
        </div>
      </div>
    </Screen>
  );
}

/** Whether the public knows it, or did. */
function isKnownIn(state: StaffEvent["state"]): boolean {
  return ["published", "closed", "cancelled"].includes(state);
}

/** What concerns those who come, once the public knows the event. */
function DoorAndAttendance(acting: Acting) {
  const { state } = acting.event;
  if (!isKnownIn(state)) return null;
  return (
    <>
      {state !== "cancelled" && <DoorLink {...acting} />}
      <AttendanceForm {...acting} />
    </>
  );
}
