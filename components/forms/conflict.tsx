'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export type Difference = {
  readonly field: string;
  readonly label: string;
  readonly theirs: string;
  readonly yours: string;
};

/** Somebody saved first: what they wrote beside what is typed here, field by field. Saving again keeps what is here. */
export function Conflict({
  differences,
  words,
  take,
}: {
  differences: readonly Difference[];
  words: { title: string; same: string; theirs: string; yours: string; take: string; nothing: string };
  take: (difference: Difference) => void;
}) {
  return (
    <Notice live tone="attention">
      <p>{differences.length === 0 ? words.same : words.title}</p>
      {differences.length === 0 ? null : (
        <table className="t mt-2">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.theirs}</th>
              <th scope="col">{words.yours}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => (
              <tr key={each.field}>
                <th scope="row">{each.label}</th>
                <td>{each.theirs || words.nothing}</td>
                <td>{each.yours || words.nothing}</td>
                <td>
                  <Button small onClick={() => take(each)}>
                    {words.take}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
