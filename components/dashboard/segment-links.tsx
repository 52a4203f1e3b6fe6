import Link from 'next/link';

/** A choice that is part of the address: links, so that it can be opened, kept and sent. */
export function SegmentLinks<Value extends string | number>({
  label,
  value,
  choices,
  address,
}: {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  address: (value: Value) => string;
}) {
  return (
    <fieldset className="seg" aria-label={label}>
      {choices.map((choice) => (
        <Link
          key={choice.value}
          href={address(choice.value)}
          aria-current={choice.value === value ? 'true' : undefined}
          prefetch={false}
          scroll={false}
        >
          {choice.label}
        </Link>
      ))}
    </fieldset>
  );
}
