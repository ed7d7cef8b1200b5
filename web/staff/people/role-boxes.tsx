import { type StaffRole, staffRoles } from "../../../shared/domain/staff-roles.ts";
import { t } from "../texts/texts.ts";

interface RoleBoxesProps {
  /** Before the ids, since two sets can stand on one page. */
  within: string;
  roles: readonly StaffRole[];
  /** Where none was ticked. */
  problem: string | undefined;
  change: (roles: StaffRole[]) => void;
}

/** The roles to tick, and what each may do. */
export function RoleBoxes({ within, roles, problem, change }: RoleBoxesProps) {
  return (
    <fieldset class="choices">
      <legend>{t("people.roles")}</legend>
      {problem && <p class="problem">{t("people.roles.required")}</p>}
      {staffRoles.map((role) => (
        <div class="tick" key={role}>
          <input
            id={`${within}-${role}`}
            type="checkbox"
            checked={roles.includes(role)}
            aria-describedby={`${within}-${role}-hint`}
            onChange={(event) =>
              change(
                staffRoles.filter((one) =>
                  one === role ? event.currentTarget.checked : roles.includes(one),
                ),
              )
            }
          />
          <label for={`${within}-${role}`}>{t(`role.${role}`)}</label>
          <p class="hint" id={`${within}-${role}-hint`}>
            {t(`role.${role}.may`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
