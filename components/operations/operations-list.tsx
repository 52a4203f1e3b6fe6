'use client';

import type { ListProps } from '@/components/data-table/declaration';
import { List } from '@/components/data-table/list';
import type { FilterOptions, OperationsAnswer } from '@/lib/services/operations/schemas';
import type { Shown } from './columns';
import { useOperations, type Vocabulary } from './declare';

type Props = ListProps<OperationsAnswer> & {
  options: FilterOptions;
  vocabulary: Vocabulary;
  shown: Shown;
  graph: boolean;
  at: string;
  narrow: Readonly<Record<string, string>>;
  /** False for an auditor without a valid grant. */
  anybody: boolean;
};

/** The operations list. */
export function OperationsList({ options, vocabulary, shown, graph, at, narrow, ...props }: Props) {
  const of = useOperations({ vocabulary, options, shown, graph, at, narrow, usualDays: props.usualDays });
  return <List of={of} {...props} />;
}
