// A question before something that matters: the title asks, the body says what follows, the focus is on the safe button.

import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd';

export interface Question {
  readonly title: string;
  readonly body: string;
  /** 留着 / Keep */
  readonly safe: string;
  /** Verb and object: 移到回收站 */
  readonly act: string;
  readonly icon?: ReactNode;
  /** Destroys something; an outline in brick, never filled. */
  readonly danger?: boolean;
}

/** True when the person chose to act; closing in any other way is the safe answer. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const id = modals.open({
      title: question.title,
      withCloseButton: false,
      onClose: () => resolve(false),
      children: (
        <Answers
          question={question}
          answer={(act) => {
            resolve(act);
            modals.close(id);
          }}
        />
      ),
    });
  });
}

function Answers({ question, answer }: { readonly question: Question; readonly answer: (act: boolean) => void }) {
  return (
    <>
      <Text c="var(--sk-ink-2)">{question.body}</Text>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus rightSection={<Kbd keys="Escape" />} onClick={() => answer(false)}>
          {question.safe}
        </Button>
        <Button
          variant={question.danger ? 'outline' : 'filled'}
          {...(question.danger ? { color: 'var(--sk-danger)' } : {})}
          leftSection={question.icon}
          onClick={() => answer(true)}
        >
          {question.act}
        </Button>
      </Group>
    </>
  );
}
