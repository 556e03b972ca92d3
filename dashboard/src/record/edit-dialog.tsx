// A form over something, in front of the page.

import { Modal } from '@mantine/core';
import { useSay } from '../language/say.ts';
import type { Draft } from './draft.ts';
import { EditForm, type EditFormProps } from './edit-form.tsx';
import { recordMessages } from './messages.ts';

export interface EditDialogProps<D extends Draft>
  extends Omit<EditFormProps<D>, 'mayEdit' | 'onCancel'> {
  readonly title: string;
  readonly size?: string;
  readonly onClose: () => void;
}

export function EditDialog<D extends Draft>(props: EditDialogProps<D>) {
  const { title, size = 'lg', onClose, ...form } = props;
  const say = useSay(recordMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <EditForm {...form} onCancel={onClose} />
    </Modal>
  );
}
