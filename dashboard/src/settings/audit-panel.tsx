// One entry of the audit log: all of it, field by field, before and after.

import { Drawer, Stack } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { changedFields, type NamedEntry, useAuditWords } from './audit-words.ts';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';
import { useAuditFilter } from './use-audit-filter.ts';

export interface AuditPanelProps {
  readonly entry: NamedEntry;
  readonly onClose: () => void;
}

export function AuditPanel({ entry, onClose }: AuditPanelProps) {
  const say = useSay(settingsMessages);
  const words = useAuditWords();
  const formats = useFormats();
  const { set } = useAuditFilter();
  const facts = [
    { name: say('when'), value: formats.fullTime(entry.at) },
    { name: say('who'), value: `${entry.who} (${entry.actor})`, isData: true },
    { name: say('kind'), value: words.kind(entry.kind) },
    { name: say('fromWhere'), value: entry.address ?? '–', isData: true },
    { name: say('request'), value: entry.request ?? '–', isData: true },
  ];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={<span translate="no">{entry.type}</span>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack gap="lg">
        <dl className={classes['facts']}>
          {facts.map(({ name, value, isData }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd translate={isData ? 'no' : undefined}>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{say('thing')}</dt>
            <dd>
              <button
                type="button"
                className={classes['roleName']}
                onClick={() => set('subject', entry.subject)}
              >
                <span translate="no">{entry.subject}</span>
              </button>
            </dd>
          </div>
        </dl>
        <table className={classes['changes']} data-testid="changes">
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('before')}</th>
              <th scope="col">{say('after')}</th>
            </tr>
          </thead>
          <tbody translate="no">
            {changedFields(entry).map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Drawer>
  );
}
