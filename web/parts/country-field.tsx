import { countries } from "../../shared/domain/country.ts";
import { type Locale, speak } from "../../shared/locales/speak.ts";
import { Field, type FieldProps, inputProps } from "./field.tsx";

const listed = new Map<Locale, { code: string; name: string }[]>();

/** Countries by their names in a language, in its order. Kept, since sorting by a language's rules is dear. */
function countriesIn(locale: Locale): { code: string; name: string }[] {
  const known = listed.get(locale);
  if (known) return known;
  const { country } = speak(locale);
  const { compare } = new Intl.Collator(locale);
  const list = countries
    .map((code) => ({ code, name: country(code) }))
    .sort((a, b) => compare(a.name, b.name));
  listed.set(locale, list);
  return list;
}

/** `none` is said where no country is chosen; without it, that one would rather not say, or has to choose. */
export function CountryField({ none, ...props }: FieldProps & { none?: string }) {
  const { t, locale } = speak(props.view.locale);
  const chosen = props.form?.values[props.name];
  return (
    <Field {...props}>
      <select {...inputProps(props)} autoComplete="country">
        <option value="">{none ?? t(props.optional ? "form.country.none" : "form.kind.none")}</option>
        {countriesIn(locale).map(({ code, name }) => (
          <option value={code} selected={code === chosen} key={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
