// Whether something is in use.

import { Badge } from '@mantine/core';

export interface StateBadgeProps {
  readonly isGood: boolean;
  readonly label: string;
}

export function StateBadge({ isGood, label }: StateBadgeProps) {
  return (
    <Badge variant="dot" color={isGood ? 'teal' : 'gray'} tt="none" fw={500} radius="sm">
      {label}
    </Badge>
  );
}
