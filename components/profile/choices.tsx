/** One choice out of a few, as ordinary radio buttons under the name of what is chosen. */
export function Choices({
  name,
  label,
  chosen,
  of,
}: {
  name: string;
  label: string;
  chosen: string;
  of: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <fieldset>
      <legend className="lab">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {of.map(([value, text]) => (
          <label key={value} className="choice">
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
