// The causes, the worst first: how many are open, how old, and whether that is bad. A tile filters.

import type { GroupExceptionsAnswer } from '@doorstep/sdk';
import { UnstyledButton } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './exceptions.module.css';
import { exceptionMessages } from './messages.ts';

export type ExceptionGroup = GroupExceptionsAnswer['groups'][number];

export interface TilesProps {
  readonly groups: readonly ExceptionGroup[];
  readonly countMax: number;
  readonly chosen: string | null;
  readonly onChoose: (type: string | null) => void;
}

export function Tiles({ groups, countMax, chosen, onChoose }: TilesProps) {
  const say = useSay(exceptionMessages);
  return (
    <section className={classes['tiles']} aria-label={say('types')}>
      {groups.map((group) => (
        <Tile
          key={group.type}
          group={group}
          countMax={countMax}
          isChosen={group.type === chosen}
          onChoose={() => onChoose(group.type === chosen ? null : group.type)}
        />
      ))}
    </section>
  );
}

interface TileProps {
  readonly group: ExceptionGroup;
  readonly countMax: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Tile({ group, countMax, isChosen, onChoose }: TileProps) {
  const say = useSay(exceptionMessages);
  const formats = useFormats();
  const { open, overdue, oldestAt, level } = group;
  const count = open >= countMax ? `${formats.number(countMax)}+` : formats.number(open);
  const age = oldestAt === null ? null : formats.duration(Date.now() - Date.parse(oldestAt));
  return (
    <UnstyledButton
      className={classes['tile']}
      data-level={level}
      data-testid="tile"
      data-type={group.type}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={classes['tileCount']} title={say('level', { open: count, level })}>
        {count}
      </span>
      <span translate="no">{group.title}</span>
      <span className={classes['soft']}>
        {[
          age === null ? '' : say('oldest', { age }),
          overdue > 0 ? say('overdueCount', { count: overdue }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </UnstyledButton>
  );
}
